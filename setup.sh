#!/usr/bin/env bash
# Installs the Debian packages that are missing.
#
#   ./setup.sh              what the program and its tests need
#   ./setup.sh all          also the second compiler and standard library, the linters, the benchmarks and a browser
#   ./setup.sh benchmarks   also what the benchmarks compare with
set -euo pipefail

packages=(
  g++ cmake ninja-build                                    # build
  libcli11-dev libfmt-dev libcsv-dev                       # the program
  nlohmann-json3-dev libtomlplusplus-dev
  libkainjow-mustache-dev
  doctest-dev librapidcheck-dev libhowardhinnant-date-dev  # the tests
  python3 tzdata
)
all=(
  clang-19 libclang-rt-19-dev libc++-19-dev libc++abi-19-dev
  clang-tidy-19 clang-format-19
  libbenchmark-dev valgrind
  pkgconf                                                  # the installed package without CMake
  chromium chromium-driver python3-selenium fonts-dejavu-core  # the page of the report
  libopenmpi-dev openmpi-bin iproute2                      # the fleet, and hosts to run it on
  libsqlite3-dev sqlite3                                   # SQL functions
  postgresql redis-server                                  # which the tests start for themselves
  doxygen doxygen-awesome-css                              # the manual, and whom it compares with
  python3-numpy python3-pandas python3-dateutil libdate-manip-perl
  libical-dev                                              # calendars, and other readers of them
  python3-icalendar python3-recurring-ical-events python3-vobject
  python3-jsonschema                                       # the schema of the JSON
  libicu-dev libquantlib0-dev                              # whose clocks and calendars are compared
)
rivals=(
  libcctz-dev
  libboost-dev libboost-date-time-dev
  python3-matplotlib
)
command -v npm >/dev/null || rivals+=(nodejs npm)          # for rivals from npm; another source's Node.js brings its own
case "${1-}" in
  '') ;;
  all) packages+=("${all[@]}") ;;
  benchmarks) packages+=("${all[@]}" "${rivals[@]}") ;;
  *)
    echo "usage: ./setup.sh [all | benchmarks]" >&2
    exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  cat >&2 <<'MESSAGE'
setup.sh knows Debian and its relatives only. Elsewhere, please install
  to build          a C++20 compiler (g++ 12 or clang 19), CMake 3.25, Ninja
  for the program   CLI11, fmt, libcsv, nlohmann-json, toml++, kainjow's Mustache
  for the tests     doctest, RapidCheck, date, Python 3, the time-zone database
and, for everything else, clang 19 with libc++, clang-tidy, clang-format, Google Benchmark, Valgrind, Chromium with its
driver and Selenium for Python, pkg-config, Open MPI, iproute2, PostgreSQL, Redis and SQLite, Doxygen with doxygen-awesome-css,
libical, ICU, QuantLib, and icalendar, recurring-ical-events, vobject and jsonschema for Python;
the manual compares with numpy, pandas, dateutil, Date::Manip, QuantLib, and libraries from npm; the benchmarks compare with
QuantLib, cctz, Howard Hinnant's date, Boost (ICL, DateTime), numpy, and draw with matplotlib.
MESSAGE
  exit 1
fi

installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${packages[@]}" 2>/dev/null || true)
missing=()
for package in "${packages[@]}"; do
  grep -qxF "$package installed" <<<"$installed" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: nothing missing"
  exit 0
fi

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}
apt_get update
apt_get install -y --no-install-recommends "${missing[@]}"
echo "setup: installed ${missing[*]}"
