#!/usr/bin/env bash
# The fleet's program, unchanged, on three hosts made of network namespaces: two that compute, each with a name and an
# address of its own, and one from which they are started. What the ranks tell each other crosses TCP between them.
#
#   hosts.sh FLEET_AVAILABILITY MPIRUN
set -euo pipefail
program=$(realpath "$1") mpirun=$2
id=sla$$
subnet=10.213.77
folder=$(mktemp -d)

finish() {
  for host in 0 1 2; do
    local pids
    pids=$(ip netns pids "$id-$host" 2>/dev/null) && [ -z "$pids" ] || kill $pids 2>/dev/null || true
    ip netns del "$id-$host" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap finish EXIT

skip() {
  echo "skipped: $1"
  exit 77
}

command -v ip >/dev/null || skip "ip (iproute2) is missing"
ip netns add "$id-0" 2>/dev/null || skip "network namespaces cannot be made here"
ip -n "$id-0" link add bridge type bridge 2>/dev/null || skip "bridges cannot be made here"
ip -n "$id-0" address add $subnet.100/24 dev bridge
ip -n "$id-0" link set bridge up
ip -n "$id-0" link set lo up
for host in 1 2; do
  ip netns add "$id-$host"
  ip -n "$id-0" link add "port$host" type veth peer name eth0 netns "$id-$host"
  ip -n "$id-0" link set "port$host" master bridge up
  ip -n "$id-$host" address add $subnet.$host/24 dev eth0
  ip -n "$id-$host" link set eth0 up
  ip -n "$id-$host" link set lo up
done

# What ssh would do: mpirun calls it with the address of a host and a command.
cat >"$folder/agent" <<AGENT
#!/usr/bin/env bash
host=\${1##*.}
shift
exec ip netns exec $id-\$host unshare --uts bash -c "hostname $id-\$host; \$*"
AGENT
chmod +x "$folder/agent"

# Four shards, 500 services; some outages are in two of them.
for shard in 1 2 3 4; do
  awk -v shard=$shard 'BEGIN {
    print "service,start,end"
    for (i = 0; i < 1500; ++i) {
      n = i + shard * 1000
      day = n * 7 % 28 + 1; hour = n * 5 % 24; minute = n * 11 % 50
      printf "service %d,2026-11-%02dT%02d:%02d:00Z,2026-11-%02dT%02d:%02d:30Z\n", n * 13 % 500, day, hour, minute, day, hour, minute + 9
    }
  }' >"$folder/$shard.csv"
done
question=(--month 2026-11 --offering spark --outages "$folder"/[1-4].csv)

export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
"$mpirun" --oversubscribe -np 1 "$program" "${question[@]}" >"$folder/expected"
ip netns exec "$id-0" "$mpirun" --mca plm_rsh_agent "$folder/agent" --mca plm rsh \
  --host $subnet.1:2,$subnet.2:2 --map-by node --bind-to none -np 4 \
  --mca btl tcp,self --mca btl_tcp_if_include $subnet.0/24 --mca oob_tcp_if_include $subnet.0/24 \
  "$program" "${question[@]}" >"$folder/found"
diff "$folder/expected" "$folder/found"

# A month in minutes is 5,408 bytes a service, and at least one rank of the second host had to send its maps over.
sent=$(ip netns exec "$id-2" cat /sys/class/net/eth0/statistics/tx_bytes)
echo "the second host sent $sent bytes"
[ "$sent" -gt $((500 * 5408)) ]
