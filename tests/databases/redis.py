"""Maps as bytes in Redis: BITOP OR is merge, BITCOUNT is down, and GETBIT finds a slot from the other end of its byte.

    redis.py MAP_BYTES
"""

import pathlib
import subprocess
import sys
import tempfile

import hosts
import servers

with servers.redis() as socket, tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    expected = hosts.Hosts(sys.argv[1])
    for n, slots in enumerate(expected.maps):
        (folder / f"host-{n}.map").write_bytes(slots)
    statements = pathlib.Path(__file__).with_name("bitop.sh").read_text().replace("redis-cli", f"redis-cli -s {socket}")
    printed = subprocess.run(["sh", "-euc", statements], cwd=folder, capture_output=True, text=True, check=True).stdout
    size = len(expected.merged)
    assert printed.split() == [str(size), "OK", "OK", str(size), str(expected.minutes_down)], printed
    assert (folder / "merged.map").read_bytes() == expected.merged + b"\n"  # redis-cli ends what it prints

    bits = "".join(f"GETBIT mail:2026-11 {slot // 8 * 8 + 7 - slot % 8}\n" for slot in range(hosts.MINUTES))
    found = subprocess.run(["redis-cli", "-s", socket], input=bits, capture_output=True, text=True, check=True).stdout
    assert list(map(int, found.split())) == [expected.is_down(slot) for slot in range(hosts.MINUTES)]
