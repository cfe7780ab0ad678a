# The component toml of the installed package; sla-config.cmake reads it only for those who ask.
find_dependency(tomlplusplus)
include("${CMAKE_CURRENT_LIST_DIR}/sla-toml-targets.cmake")
get_target_property(sla_toml_folder tomlplusplus::tomlplusplus INTERFACE_INCLUDE_DIRECTORIES)
target_include_directories(sla::toml SYSTEM INTERFACE ${sla_toml_folder})
