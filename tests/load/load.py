"""What `sla report` and live tickets cost: seconds and memory. Memory grows with the tickets of a file and with the probes of
the month, not with the events, nor with the probes of other months.

    load.py SLA LIVE_TICKETS          a small load, in seconds
    load.py SLA LIVE_TICKETS --full   ten million events and as many probes, a million live tickets; 3 GB of disk for a while
"""

import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import time

UTC = datetime.timezone.utc
OCTOBER = datetime.datetime(2026, 10, 1, 4, tzinfo=UTC)
MARCH = datetime.datetime(2026, 3, 1, 5, tzinfo=UTC)
MIDDLE = ["responded", "hold_started", "hold_ended"]


def iso(at):
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def write_tickets(path, tickets, events_each):
    """All tickets side by side, a round of events after the other; half of them are reopened in the end."""
    with path.open("w") as file:
        file.write("ticket,at,event,severity\n")
        for number in range(events_each):
            last = events_each - 1 - number
            event = ("notified" if number == 0 else "reopened" if last == 0 else "resolved" if last == 1
                     else MIDDLE[number % 3])
            at = OCTOBER + datetime.timedelta(hours=7 * number)
            for ticket in range(tickets if last > 0 else tickets // 2):
                if ticket % 1000 == 0:
                    time_text = iso(at + datetime.timedelta(seconds=ticket // 1000))
                file.write(f"T-{ticket},{time_text},{event},{ticket % 4 + 1 if number == 0 else ''}\n")


def write_probes(path, services, moments, begin):
    """Every minute, of all services."""
    with path.open("w") as file:
        file.write("at,service,state,http_status,latency_ms\n")
        for moment in range(moments):
            time_text = iso(begin + datetime.timedelta(minutes=moment))
            for service in range(services):
                seen = "down,503," if (7 * moment + service) % 5003 == 0 else f"up,200,{100 + moment % 900}"
                file.write(f"{time_text},service {service},{seen}\n")


def report(what, path, *arguments):
    """Seconds and resident bytes of a report; prints a line. This program's own 20 MB or so are the least that it sees."""
    start = time.monotonic()
    job = subprocess.Popen([SLA, "report", *arguments, str(path), "--month", "2026-10"], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(job.pid, 0)
    job.returncode = os.waitstatus_to_exitcode(status)
    assert job.returncode == 0, (what, job.returncode)
    with path.open() as file:
        lines = sum(1 for _ in file) - 1
    seconds = used.ru_utime + used.ru_stime
    print(f"{what:46} {lines:10,} lines {time.monotonic() - start:6.1f} s {seconds:6.1f} s CPU "
          f"{used.ru_maxrss / 1024:7.0f} MB", flush=True)
    return used.ru_maxrss * 1024


def judge_tickets(folder, tickets, *, times):
    """More events of the same tickets take no more memory."""
    file = folder / "tickets.csv"
    memory = []
    for events_each in (5, 5 * times):
        write_tickets(file, tickets, events_each)
        memory.append(report(f"{tickets:,} tickets", file, "--tickets"))
    assert memory[1] < 1.1 * memory[0], memory
    file.unlink()


def judge_probes(folder, services, moments):
    """Probes of other months take no memory, those of the month 16 bytes and, while the file grows, as much again."""
    file = folder / "probes.csv"
    memory = []
    for what, begin, shown in (("another month", MARCH, services // 2), ("another month", MARCH, services),
                               ("the month", OCTOBER, services)):
        write_probes(file, shown, moments, begin)
        memory.append(report(f"probes of {what}, {shown} services", file, "--probes"))
    assert memory[1] < 1.1 * memory[0], memory
    assert memory[2] < memory[1] + 40 * services * moments, memory
    file.unlink()


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        if FULL:
            judge_tickets(folder, 1_000_000, times=2)
            judge_tickets(folder, 200_000, times=10)
            judge_probes(folder, 25, 40_000)
            judge_probes(folder, 240, 41_666)
        else:
            judge_tickets(folder, 40_000, times=2)
            judge_probes(folder, 50, 10_000)
    subprocess.run([LIVE_TICKETS, "1000000" if FULL else "20000"], check=True)


if __name__ == "__main__":
    SLA, LIVE_TICKETS, *options = sys.argv[1:]
    FULL = options == ["--full"]
    main()
