"""The fleet's program on one machine: on any number of ranks and however its logs are cut it prints the same, which is what
`sla availability` says of the same outages; bad input and a rank that dies leave no report.

    fleet.py CASE FLEET_AVAILABILITY SLA MPIRUN
"""

import collections
import datetime
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import zoneinfo

UTC = datetime.timezone.utc
NEW_YORK = zoneinfo.ZoneInfo("America/New_York")
MONTH = ["--month", "2026-11", "--offering", "common"]
BEGIN = datetime.datetime(2026, 11, 1, tzinfo=NEW_YORK).astimezone(UTC)
END = datetime.datetime(2026, 12, 1, tzinfo=NEW_YORK).astimezone(UTC)
MINUTES = (END - BEGIN) // datetime.timedelta(minutes=1)
SERVICES = [f"service {n}" for n in range(40)]


def start(ranks, *arguments):
    """Starts the program on so many ranks; on none it is started without mpirun, which is quicker."""
    environment = os.environ | {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
    launch = [MPIRUN, "--oversubscribe", "-np", str(ranks)] if ranks > 0 else []
    return subprocess.Popen([*launch, FLEET, *MONTH, *map(str, arguments)], env=environment, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def outcome(job):
    out, err = job.communicate(timeout=120)
    return job.returncode, out, err


def answer(ranks, *arguments):
    status, out, err = outcome(start(ranks, *arguments))
    assert status == 0, (status, out, err)
    return out


def write(path, header, lines):
    path.write_text("\n".join([header, *lines]) + "\n")
    return path


def iso(at):
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def at_second(second):
    return BEGIN + datetime.timedelta(seconds=second)


def outage_lines(count, grain):
    """Outages of whole `grain`s of seconds, some over the edges of the month; a few services have far more than others."""
    chance = random.Random(20261124)
    span = MINUTES * 60 // grain
    for _ in range(count):
        begin = chance.randrange(-300, span + 100)
        service = SERVICES[int(len(SERVICES) * chance.random() ** 3)]
        end = begin + int(chance.random() ** 4 * 240)
        yield f"{service},{iso(at_second(begin * grain))},{iso(at_second(end * grain))}"


def shards(folder, header, lines, count):
    return [write(folder / f"{count}-{n}.csv", header, lines[n::count]) for n in range(count)]


# ---- The cases -------------------------------------------------------------------------------------------------------

def ranks(folder):
    """1, 2 and 4 ranks print the same bytes; more ranks than shards, too."""
    files = shards(folder, "service,start,end", list(outage_lines(2000, 60)), 3)
    expected = answer(1, "--outages", *files)
    assert len(table(expected)) == len(SERVICES), expected
    for count in (2, 4):
        assert answer(count, "--outages", *files) == expected, count


def cut(folder):
    """Shards may be cut anyhow, overlap, repeat, and have their columns in another order and others between them."""
    lines = list(outage_lines(2000, 60))
    whole = write(folder / "whole.csv", "service,start,end", lines)
    expected = answer(1, "--outages", whole)
    overlapping = [write(folder / f"{n}.csv", "service,start,end", lines[n * 300:n * 300 + 800]) for n in range(7)]
    assert answer(2, "--outages", *overlapping, whole, *overlapping[::-1]) == expected
    turned = [",".join(['"a, b"', *line.split(",")[::-1]]) for line in lines]
    assert answer(3, "--outages", write(folder / "turned.csv", "note,end,start,service", turned)) == expected


def table(text):
    """The lines of the table of services, sorted."""
    return sorted(line for line in text.split("\n") if line.startswith("  service ") and " %" in line)


def same_as_sla(folder):
    """On outages of whole minutes in minutes, and of whole seconds in seconds, the answer is that of the intervals."""
    for grain in (60, 1):
        lines = list(outage_lines(1500, grain))
        files = shards(folder, "service,start,end", lines, 4)
        whole = write(folder / "whole.csv", "service,start,end", lines)
        command = [SLA, "availability", *MONTH, "--outages", str(whole)]
        by_sla = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        by_fleet = answer(2, "--slot", grain, "--outages", *files)
        assert table(by_fleet) == table(by_sla.split("error budget")[0]), grain
        assert len(table(by_fleet)) == len(SERVICES)
    two = write(folder / "two.csv", "service,start,end,weight",
                ["a,2026-11-10T10:00Z,2026-11-10T11:00Z,", "b,2026-11-10T10:00Z,2026-11-10T12:00Z,100 %"])
    assert "2 measured, together 99.7919 % available: 3:00:00 down" in answer(0, "--outages", two)  # 3 of 1442 hours
    open_end = write(folder / "open.csv", "service,start,end", ["a,2026-11-10T10:00Z,", "b,2026-12-10T10:00Z,"])
    at = "2026-11-10T13:00:00Z"
    by_sla = subprocess.run([SLA, "availability", *MONTH, "--as-of", at, "--outages", str(open_end)],
                            capture_output=True, text=True, check=True).stdout
    by_fleet = answer(0, "--as-of", at, "--outages", open_end)
    assert table(by_fleet) == table(by_sla.split("error budget")[0]) and " 3:00:00 " in by_fleet, by_fleet


def is_in_window(minute):
    wall = (BEGIN + datetime.timedelta(minutes=minute)).astimezone(NEW_YORK)
    return wall.weekday() == 4 and wall.hour == 21


def clock(minutes):
    return f"{minutes // 60}:{minutes % 60:02}:00"


def probes(folder):
    """A slot is down if a probe in it failed, and unknown if none was made in it, whoever saw which probe."""
    chance = random.Random(7)
    lines, probed, failed = [], collections.defaultdict(set), collections.defaultdict(set)
    for _ in range(4000):
        service = chance.choice(SERVICES[:3])
        second = chance.randrange(-9000, MINUTES * 60)
        state = chance.choice(["up", "up", "degraded", "down"])
        lines.append(f"{service},{iso(at_second(second))},{state}")
        if second >= 0:
            probed[service].add(second // 60)
            if state == "down":
                failed[service].add(second // 60)
    expected = []
    for service in SERVICES[:3]:
        excluded = sum(map(is_in_window, failed[service]))
        down, unknown = len(failed[service]) - excluded, MINUTES - len(probed[service])
        up = MINUTES - down - excluded - unknown
        expected.append([service, *map(clock, (up, down, excluded, unknown))])
    files = shards(folder, "service,at,state", lines, 5)
    text = answer(1, "--probes", *files)
    assert answer(4, "--probes", *files, files[2]) == text
    found = [line[2:].rsplit(None, 7) for line in table(text)]
    assert [[each[0], *each[4:]] for each in found] == expected, text

    known = write(folder / "known.csv", "service,at,state", ["a,2026-11-10T10:00Z,up", "a,2026-11-10T11:00Z,down"])
    unknown = write(folder / "unknown.csv", "service,at,state", ["b,2026-10-10T10:00Z,up", "c,2026-10-10T10:00Z,down"])
    text = answer(0, "--slot", 3600, "--probes", known, unknown)
    assert ("fleet     3 services: 0 met, 1 missed, 2 not measurable\n"
            "          1 measured, together 99.8613 % available: 1:00:00 down, 0:00:00 excluded, 719:00:00 unknown\n"
            ) in text, text  # 1 of 721 hours
    text = answer(0, "--probes", unknown)
    assert "2 not measurable\n\n" in text, text


def options(folder):
    """How parts of slots are judged, what has not happened yet, and what is outside the month."""
    lines = ["mail,2026-11-10T10:00:20Z,2026-11-10T10:02:20Z", "mail,2026-10-01T00:00:00Z,2026-11-01T04:01:00Z"]
    log = write(folder / "log.csv", "service,start,end", lines)
    for rounding, minutes in (("touched", 4), ("majority", 3), ("whole", 2)):
        text = answer(0, "--rounding", rounding, "--outages", log)
        assert f"  {clock(minutes)}   0:00:00  0:00:00\n" in text, text
    text = answer(0, "--as-of", "2026-11-10T10:01:00Z", "--outages", log)
    assert "provisional: unknown from Tue 2026-11-10 05:01 EST (2026-11-10T10:01:00Z)" in text, text
    assert f"  {clock(2)}   0:00:00  {clock(MINUTES - 13321)}\n" in text, text
    exact = folder / "exact.toml"
    described = subprocess.run([SLA, "describe", "--toml"], capture_output=True, text=True, check=True).stdout
    assert '"999/1000"' in described, described
    exact.write_text(described.replace('"999/1000"', '"2499/2500"'))
    command = [FLEET, "--month", "2026-11", "--agreement", str(exact), "--outages", str(log)]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "AVAILABILITY  at least 99.96 % of the month" in text, text
    empty = write(folder / "empty.csv", "service,start,end", [])
    assert "no service is in the logs" in answer(0, "--outages", empty)


def complaint(ranks, *arguments):
    status, out, err = outcome(start(ranks, *arguments))
    assert status != 0 and out == "", (status, out, err)
    return err


def bad_input(folder):
    """No report, another status than 0, and a message that names file and line, whichever rank it befell."""
    good, other = shards(folder, "service,start,end", list(outage_lines(20, 60)), 2)
    bad = folder / "bad.csv"
    header = "service,start,end\n"
    line = "a,2026-11-02T00:00:00Z,2026-11-02T00:01:00Z\n"

    for text, expected in (
        (line.replace("00:00Z", "60:00Z", 1), '2: start "2026-11-02T00:60:00Z": there is no such time of day'),
        (line + "a,2026-11-02T00:00:00Z,2026-11-01T00:00:00Z\n", '3: end "2026-11-01T00:00:00Z": the interval from'),
        ("\n" + line + "a,b\n", '4: line "a,b": has 2 fields; allowed: 3'),
        (line.replace("a", "", 1), '2: service "": is no name'),
        (line + line.removesuffix(":00Z\n"), '3: line "a,2026-11-02T00:00:00Z,2026-11-02T00:01": is not ended'),
    ):
        bad.write_text(header + text)
        said = complaint(0, "--outages", good, bad, other)
        assert f"{bad}:{expected}" in said, (expected, said)
    bad.write_text("service,start,end,weight\n" + line.strip() + ",25 %\n")
    assert f'{bad}:2: weight "25 %": is the outage of a part, which slots cannot tell; allowed: 100 %, or nothing' in complaint(
        0, "--outages", bad)
    bad.write_text("service,at,state\na,2026-11-02T00:00:00Z,maybe\n")
    assert f'{bad}:2: state "maybe": is no state' in complaint(0, "--probes", bad)
    assert f'{bad}:1: column "start": is missing' in complaint(0, "--outages", bad)
    assert '--slot "11": a slot of 11 s does not divide the period' in complaint(0, "--slot", 11, "--outages", good)
    assert '--rounding "half": is no rounding; allowed: touched, whole, majority' in complaint(
        0, "--rounding", "half", "--outages", good)
    assert "rounds outages or has a shortest one" in complaint(
        0, "--reading", "outage_rounding=every_touched_minute", "--outages", good)
    assert "One of --outages and --probes is required" in complaint(0)
    for option in ("--as-of", "--agreement", "--reading", "--rounding", "--slot", "--outages", "--probes"):
        assert f"fleet_availability: {option}: it is empty; see fleet_availability --help" in complaint(
            0, *([] if option == "--probes" else ["--outages", good]), option, ""), option

    without = [FLEET, "--month", "2026-11", "--outages", str(good)]
    for command, expected in ((without, "--offering is required"), ([*without, "--ofering", "common"], '"--ofering": is not'
                                                                    " expected there")):
        done = subprocess.run(command, capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (2, ""), done
        assert done.stderr == f"fleet_availability: {expected}; see fleet_availability --help\n", done

    missing = folder / "missing.csv"
    of_both = complaint(3, "--outages", good, missing, folder)
    assert f"{missing}: cannot be opened: No such file or directory (rank 1 on " in of_both, of_both
    assert f"{folder}: is a directory; allowed: a file (rank 2 on " in of_both, of_both
    assert "the ranks were started with different options" in complaint(
        1, "--outages", good, other, ":", "-np", "1", FLEET, *MONTH, "--outages", good)


def process_of_rank(job, rank):
    """Waits for a rank of a job on this machine."""
    for _ in range(600):
        children = pathlib.Path(f"/proc/{job.pid}/task/{job.pid}/children").read_text().split()
        for child in children:
            try:
                environment = pathlib.Path(f"/proc/{child}/environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if f"OMPI_COMM_WORLD_RANK={rank}".encode() in environment:
                return int(child)
        time.sleep(0.05)
    raise AssertionError("the rank never started")


def killed_rank(folder):
    """A rank that dies while it reads takes the job with it: no report, but a message."""
    good = shards(folder, "service,start,end", list(outage_lines(20, 60)), 2)
    endless = folder / "endless.csv"
    os.mkfifo(endless)
    job = start(2, "--outages", good[0], endless, good[1])
    victim = process_of_rank(job, 1)
    with open(endless, "w") as pipe:  # opens once the rank reads
        pipe.write("service,start,end\n")
        pipe.flush()
        os.kill(victim, signal.SIGKILL)
        status, out, err = outcome(job)
    assert status != 0 and out == "", (status, out, err)
    assert "rank 1" in err and "signal 9" in err, err


if __name__ == "__main__":
    case, FLEET, SLA, MPIRUN = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        globals()[case](pathlib.Path(name))
