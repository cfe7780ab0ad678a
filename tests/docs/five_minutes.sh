#!/usr/bin/env bash
# The README's five minutes, as a reader spends them.
#
#   five_minutes.sh ROOT
set -euo pipefail
root=$1
cd "$(mktemp -d)"
trap 'rm -r "$PWD"' EXIT
cp "$root/examples/five_minutes.cpp" main.cpp
ln -s "$root/include" include

shown=$(
g++ -std=c++20 -I include main.cpp -o main && ./main
)
diff "$root/examples/five_minutes.out" <(echo "$shown")
