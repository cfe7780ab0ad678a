"""Three hosts, each of which saw some of a service's outages, and what the library makes of them."""

import random
import subprocess

MINUTES = 43260  # of November 2026 in New York


class Hosts:
    def __init__(self, map_bytes):
        chance = random.Random(11)
        starts = [(host, chance.randrange(MINUTES * 60)) for host in range(3) for _ in range(200)]
        lines = [(host, start, start + chance.randrange(1, 7200)) for host, start in starts]
        lines += [(0, -100, 1), (1, MINUTES * 60 - 1, MINUTES * 60 + 1)]  # the first slot and the last one
        text = "".join(f"{host} {start} {end}\n" for host, start, end in lines)
        done = subprocess.run([map_bytes], input=text, capture_output=True, text=True, check=True)
        *maps, merged, down_s = done.stdout.split()
        self.maps = [bytes.fromhex(each) for each in maps]
        self.merged = bytes.fromhex(merged)
        self.minutes_down = int(down_s) // 60
        assert len(self.maps) == 3 and self.is_down(0) and self.is_down(MINUTES - 1)

    def is_down(self, slot):
        return self.merged[slot // 8] >> slot % 8 & 1
