#!/usr/bin/env bash
# The tests of sla::tz on databases other than the machine's: today's rules, built to be small (so that the changes that it
# spells out end in 2007), one in which daylight saving time ends in the United States with 2028, and one with files that are
# none of a zone. Date's tz library reads one folder, so each database is mounted there, in a mount namespace of its own.
#
#   databases.sh small|repealed|broken TESTS
set -euo pipefail
database=$1 tests=$(realpath "$2")
zoneinfo=/usr/share/zoneinfo
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

skip() {
  echo "skipped: $1"
  exit 77
}

PATH=$PATH:/usr/sbin
command -v zic >/dev/null || skip "zic is missing"
[ -f $zoneinfo/tzdata.zi ] || skip "the source of the database, $zoneinfo/tzdata.zi, is missing"
unshare -rm mount --bind "$folder" $zoneinfo 2>/dev/null || skip "nothing can be mounted in a namespace here"

cp $zoneinfo/tzdata.zi "$folder/source"
arguments=()
if [ "$database" = repealed ]; then
  sed -i 's/^R u 2007 ma /R u 2007 2028 /' "$folder/source"
  cmp -s "$folder/source" $zoneinfo/tzdata.zi && { echo "the rules of the United States were not found" >&2; exit 1; }
  arguments=(--no-skip '--test-case=*repeal*')
fi
zic -b slim -d "$folder/zoneinfo" "$folder/source"
if [ "$database" = broken ]; then
  zones=$folder/zoneinfo/Broken
  mkdir -p "$zones"
  : >"$zones/Empty"
  echo "# tzdb data" >"$zones/Text"
  head -c 100 "$folder/zoneinfo/Europe/London" >"$zones/Cut"
  { head -c 20 "$folder/zoneinfo/Europe/London" && head -c 4000 /dev/zero | tr '\0' '\377'; } >"$zones/Counts"
  { cat "$folder/zoneinfo/Europe/London" && head -c 2000000 /dev/zero; } >"$zones/Huge"
  ln -s /dev/zero "$zones/Endless"
  ln -s nowhere "$zones/Dangling"
  mkfifo "$zones/Pipe"
  arguments=(--no-skip '--test-case=*broken*')
fi
unshare -rm sh -c 'mount --bind "$1" "$2" && shift 2 && exec "$@"' sh "$folder/zoneinfo" $zoneinfo "$tests" "${arguments[@]}"
