"""Maps as bytes in PostgreSQL: bit_or is merge, bit_count is down, and get_bit finds a slot.

    postgresql.py MAP_BYTES
"""

import pathlib
import sys

import hosts
import servers

ASKED = r"""
SELECT encode(slots, 'hex'), bit_count(slots) FROM fleet_downtime WHERE service = 'mail' AND month = '2026-11-01';
SELECT get_bit(slots, slot) FROM fleet_downtime, generate_series(0, 43259) AS slot ORDER BY slot;
"""

with servers.postgresql() as database:
    expected = hosts.Hosts(sys.argv[1])
    database.run(f"--file={pathlib.Path(__file__).with_name('downtime.sql')}")
    rows = [f"mail\t2026-11-01\thost {n}\t\\\\x{slots.hex()}" for n, slots in enumerate(expected.maps)]
    rows += rows[:1]  # what arrives twice changes nothing
    database.run(stdin="COPY downtime FROM STDIN;\n" + "\n".join(rows) + "\n\\.\n")
    merged, *slots = database.run(stdin=ASKED)
    assert merged == f"{expected.merged.hex()}\t{expected.minutes_down}", merged[:80]
    assert list(map(int, slots)) == [expected.is_down(slot) for slot in range(hosts.MINUTES)]
