#!/usr/bin/env python3
"""Times the fleet's program on 1, 2 and 4 ranks of one machine: 1,000 services, a month, 10 million records in 16 shards.

    benchmarks/fleet.py PROGRAM [--log outages|probes] [--records N] [--services N] [--slot S] [--folder DIR]

PROGRAM is build/<preset>/examples/fleet_availability. The shards are written to DIR (build/fleet), unless they are there
from before. Prints a table: the fastest of five runs, the time of one that has nothing to read, the processor time of the
busiest rank (which waits for the others at full speed), and the peak memory of the largest one. Fails if two runs print different reports.
"""

import argparse
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone

RUNS = 5
SHARDS = 16
RANKS = (1, 2, 4)
BEGIN = datetime(2026, 11, 1, 4, tzinfo=timezone.utc)  # November 2026 in New York
SECONDS = 43260 * 60
LONGEST = 300
HEADERS = {"outages": "service,start,end", "probes": "service,at,state"}


def write_shards(folder, log, services, records):
    """The same shards for the same arguments; the records of all services mixed, as a collector would find them."""
    chance = random.Random(20261124)
    made = folder / "made.json"
    wanted = [log, services, records]
    shards = [folder / f"shard-{n:02}.csv" for n in range(SHARDS)]
    if made.exists() and json.loads(made.read_text()) == wanted:
        return shards
    folder.mkdir(parents=True, exist_ok=True)
    made.unlink(missing_ok=True)
    names = [f"service-{n:06}" for n in range(services)]
    texts = [(BEGIN + timedelta(seconds=s)).strftime("%Y-%m-%dT%H:%M:%SZ") for s in range(SECONDS + LONGEST + 1)]
    last = {"outages": lambda start: texts[start + chance.randrange(1, LONGEST)],
            "probes": lambda _: "down" if chance.random() < 0.01 else "up"}[log]
    for n, shard in enumerate(shards):
        count = records * (n + 1) // SHARDS - records * n // SHARDS
        with shard.open("w") as out:
            out.write(HEADERS[log] + "\n")
            for _ in range(count):
                start = chance.randrange(SECONDS)
                out.write(f"{chance.choice(names)},{texts[start]},{last(start)}\n")
    made.write_text(json.dumps(wanted))
    return shards


def measured_rank(command, note):
    """What every rank runs: the program, and a note of its peak memory in KiB and of its seconds on a processor."""
    status = subprocess.run(command).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    pathlib.Path(f"{note}.{os.environ['OMPI_COMM_WORLD_RANK']}").write_text(
        f"{used.ru_maxrss} {used.ru_utime + used.ru_stime}")
    return status


def run(options, ranks, shards):
    """Seconds, the report, and the notes of every rank."""
    environment = os.environ | {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
    note = options.folder / "note"
    command = ["mpirun", "--oversubscribe", "-np", ranks, sys.executable, __file__, "--rank", note, options.program,
               "--month", "2026-11", "--offering", "common", "--slot", options.slot, f"--{options.log}", *shards]
    began = time.perf_counter()
    report = subprocess.run(list(map(str, command)), env=environment, stdout=subprocess.PIPE, check=True).stdout
    took = time.perf_counter() - began
    return took, report, [pathlib.Path(f"{note}.{rank}").read_text().split() for rank in range(ranks)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--log", choices=HEADERS, default="outages")
    parser.add_argument("--records", type=int, default=10_000_000)
    parser.add_argument("--services", type=int, default=1_000)
    parser.add_argument("--slot", type=int, default=60)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build/fleet"))
    options = parser.parse_args()
    shards = write_shards(options.folder, options.log, options.services, options.records)
    nothing = options.folder / "nothing.csv"
    nothing.write_text(HEADERS[options.log] + "\n")
    size = sum(shard.stat().st_size for shard in shards)
    print(f"{options.services:,} services, {options.records:,} {options.log}, {size / 1e6:,.0f} MB, slots of {options.slot} s\n")
    print("| ranks | seconds | of them to start and end | busiest rank, seconds of processor | largest rank |")
    print("|---|---|---|---|---|")
    reports = set()
    for ranks in RANKS:
        idle = min(run(options, ranks, [nothing])[0] for _ in range(RUNS))
        runs = [run(options, ranks, shards) for _ in range(RUNS)]
        reports.update(report for _, report, _ in runs)
        seconds = min(took for took, _, _ in runs)
        busiest = min(max(float(used) for _, used in notes) for _, _, notes in runs)
        largest = max(int(peak) for _, _, notes in runs for peak, _ in notes)
        print(f"| {ranks} | {seconds:.2f} | {idle:.2f} | {busiest:.2f} | {largest / 1024:.0f} MiB |", flush=True)
    if len(reports) != 1:
        sys.exit("the reports differ")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--rank"]:
        sys.exit(measured_rank(sys.argv[3:], sys.argv[2]))
    main()
