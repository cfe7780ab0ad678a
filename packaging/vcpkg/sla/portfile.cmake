# An overlay port: it installs the checkout that it lies in.
set(SOURCE_PATH "${CURRENT_PORT_DIR}/../../..")
set(VCPKG_BUILD_TYPE release) # headers alone

vcpkg_check_features(OUT_FEATURE_OPTIONS options
  FEATURES
    fmt  SLA_BUILD_FMT
    tz   SLA_BUILD_TZ
    toml SLA_BUILD_TOML
    json SLA_BUILD_JSON
    ical SLA_BUILD_ICAL
)
vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS ${options} -DSLA_BUILD_EXAMPLES=OFF -DSLA_BUILD_TESTS=OFF
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH share/cmake/sla)
vcpkg_fixup_pkgconfig()
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
