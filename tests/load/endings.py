"""How a report ends before its time: interrupted, with nobody who reads on, on a full disk. No half file is left, an old one
stays as it was, and the exit status is what a shell expects. On the way it shows on a terminal how far it has read.

    endings.py SLA
"""

import json
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile
import time

import load

OLD = "the report of yesterday\n"


def start(folder, *arguments, **streams):
    return subprocess.Popen([SLA, "report", "--month", "2026-10", *arguments], cwd=folder, text=True,
                            **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams))


def assert_ended_by(job, number):
    out, err = job.communicate(timeout=60)
    assert (job.returncode, out, err) == (-number, "", ""), (number, job.returncode, out, err)


def interrupted_while_reading(folder, number):
    """The records come through a pipe that has more to say."""
    os.mkfifo(folder / "pipe")
    job = start(folder, "--tickets", "pipe", "--json", "report.json")
    with (folder / "pipe").open("w") as pipe:
        pipe.write("ticket,at,event,severity\nT-1,2026-10-01T09:00,notified,2\n")
        pipe.flush()
        time.sleep(0.05)
        job.send_signal(number)
        assert_ended_by(job, number)
    (folder / "pipe").unlink()
    assert (folder / "report.json").read_text() == OLD


def interrupted_while_writing(folder, number):
    """Then the file and what is printed are the new ones, whole, or neither is."""
    for _ in range(50):
        (folder / "report.json").write_text(OLD)
        job = start(folder, "--tickets", "tickets.csv", "--json", "report.json")
        while job.poll() is None and not list(folder.glob("report.json.*.unfinished")):
            pass
        if job.returncode is None:
            break
    assert job.returncode is None, "it was over before it could be interrupted, fifty times"
    job.send_signal(number)
    out, err = job.communicate(timeout=60)
    assert (job.returncode, err) == (-number, ""), (number, job.returncode, out, err)
    written = (folder / "report.json").read_text()
    if written == OLD:
        assert out == "", out
    else:
        assert len(json.loads(written)["tickets"]["list"]) == 10_000
        assert out.startswith("agreement ") and "10000 tickets" in out and out.endswith("\n"), out


def nobody_reads_on(folder):
    """As `| head -1` does it: the program is ended by SIGPIPE, or says so where that is ignored."""
    for handled, status, message in ((signal.SIG_DFL, -signal.SIGPIPE, ""),
                                     (signal.SIG_IGN, 2, "<stdout>: cannot be written: Broken pipe\n")):
        signal.signal(signal.SIGPIPE, handled)
        job = subprocess.Popen([SLA, "report", "--month", "2026-10", "--tickets", "tickets.csv"], cwd=folder, text=True,
                               restore_signals=False, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        job.stdout.close()
        err = job.stderr.read()
        assert (job.wait(), err) == (status, message), (handled, job.returncode, err)


def full_disk(folder):
    """A report that does not fit leaves the old one, and nothing beside it."""
    bounded = f'ulimit -f 8; exec "{SLA}" report --month 2026-10 --tickets tickets.csv --json report.json'
    job = subprocess.run(["sh", "-c", bounded], cwd=folder, text=True, capture_output=True)
    assert (job.returncode, job.stdout, job.stderr) == (2, "", "report.json: cannot be written: File too large\n"), job
    assert (folder / "report.json").read_text() == OLD
    small = folder / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", str(small)], capture_output=True).returncode:
        print("skipped: a small file system cannot be mounted here")
        return
    try:
        (small / "report.json").write_text(OLD)
        job = start(folder, "--tickets", "tickets.csv", "--json", "small/report.json")
        assert job.communicate() == ("", "small/report.json: cannot be written: No space left on device\n")
        assert job.returncode == 2
        assert [each.name for each in small.iterdir()] == ["report.json"]
        assert (small / "report.json").read_text() == OLD
    finally:
        subprocess.run(["umount", str(small)], check=True)


def progress(folder):
    """On a terminal it is shown and taken back; elsewhere there is none."""
    load.write_tickets(folder / "long.csv", 60_000, 5)
    ours, theirs = pty.openpty()
    job = start(folder, "--tickets", "long.csv", stderr=theirs)
    os.close(theirs)
    out, _ = job.communicate(timeout=60)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert shown.startswith("\rreading long.csv: line 200000"), shown
    assert shown.endswith("\r\x1b[K"), shown
    assert job.returncode == 0 and "reading" not in out
    out, err = start(folder, "--tickets", "long.csv").communicate(timeout=60)
    assert err == "" and "reading" not in out


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        load.write_tickets(folder / "tickets.csv", 10_000, 5)
        endings = [(interrupted_while_reading, number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
        endings += [(interrupted_while_writing, number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
        endings += [(nobody_reads_on,), (full_disk,), (progress,)]
        for ending, *arguments in endings:
            (folder / "report.json").write_text(OLD)
            ending(folder, *arguments)
            assert not list(folder.rglob("*.unfinished")), ending
            print(f"as expected: {ending.__name__} {' '.join(each.name for each in arguments)}".rstrip(), flush=True)


if __name__ == "__main__":
    SLA = sys.argv[1]
    main()
