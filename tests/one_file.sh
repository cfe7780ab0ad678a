#!/bin/sh
# Compiles one file of tests and runs it, in seconds.
#
#   tests/one_file.sh tests/unit/clock/ticket.test.cpp [OPTION OF DOCTEST...]
#
# CXX is the compiler, g++ if it is not given. The main function is compiled once, into build/one_file/.
set -eu
file=$(realpath "$1")
shift
cd "$(dirname "$0")/.."
made=build/one_file
mkdir -p $made
compile="${CXX:-g++} -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Itests -Iinclude"
compile="$compile -DDOCTEST_CONFIG_USE_STD_HEADERS -DDOCTEST_CONFIG_REQUIRE_STRINGIFICATION_FOR_ALL_USED_TYPES"
for part in integrations/*/include; do compile="$compile -I$part"; done
main=$made/main_$(echo "$compile" | cksum | cut -d ' ' -f 1).o
[ -e "$main" ] || $compile -c tests/main.cpp -o "$main"
$compile "$file" "$main" -lfmt -o $made/test
exec $made/test "$@"
