# A key a service, month and host; each file holds what downtime_map::bytes() gave.
redis-cli -x SETRANGE mail:2026-11:host-0 0 < host-0.map
redis-cli -x SET mail:2026-11:host-1 < host-1.map
redis-cli -x SET mail:2026-11:host-2 < host-2.map

# Hosts combined, the minutes that are down, and the map back.
redis-cli BITOP OR mail:2026-11 mail:2026-11:host-0 mail:2026-11:host-1 mail:2026-11:host-2
redis-cli BITCOUNT mail:2026-11
redis-cli GET mail:2026-11 > merged.map
