"""How a report ends before its time: interrupted, with nobody who reads on, on a full disk. No half file is left, an old one
stays as it was, and the exit status is what a shell expects. On the way it shows on a terminal how far it has read. In the
end a file is replaced by one with its permissions, in /dev/shm as elsewhere, and what is printed is not written over.

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


def until(happened):
    for _ in range(600):
        if happened():
            return
        time.sleep(0.05)
    raise AssertionError("it never happened")


def is_asleep(job):
    return pathlib.Path(f"/proc/{job.pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "S"


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


def interrupted_while_waiting(folder, number):
    """Until somebody reads a pipe, be it a file or standard output, it waits; then it does not wait on."""
    os.mkfifo(folder / "pipe")
    for waiting in (start(folder, "--tickets", "tickets.csv", "--json", "report.json", "--html", "pipe"),
                    start(folder, "--tickets", "tickets.csv", "--json", "report.json", "--html", "-")):
        try:
            until(lambda: is_asleep(waiting) and (folder / f"report.json.{waiting.pid}.unfinished").exists())
            waiting.send_signal(number)
            assert waiting.wait(timeout=10) == -number, (number, waiting.returncode)
        finally:
            waiting.kill()
            waiting.communicate()
        assert (folder / "report.json").read_text() == OLD
    (folder / "pipe").unlink()


def nobody_reads_on(folder):
    """As `| head -1` does it: the program is ended by SIGPIPE, or says so where that is ignored."""
    for handled, status, message in ((signal.SIG_DFL, -signal.SIGPIPE, ""),
                                     (signal.SIG_IGN, 2, "<stdout>: cannot be written: Broken pipe\n")):
        signal.signal(signal.SIGPIPE, handled)
        job = start(folder, "--tickets", "tickets.csv", "--json", "report.json", restore_signals=False)
        job.stdout.close()
        err = job.stderr.read()
        assert (job.wait(), err) == (status, message), (handled, job.returncode, err)
        assert (folder / "report.json").read_text() == OLD


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


def ended(job):
    out, err = job.communicate(timeout=60)
    return job.returncode, out, err


def permissions(folder):
    """A file that is replaced is open to the same people, whoever replaces it; a new one to those that it always is."""
    report = folder / "report.json"
    arguments = ["report", "--month", "2026-10", "--tickets", "tickets.csv", "--json", "report.json"]
    may_not_give_away = ["setpriv", "--bounding-set=-chown,-fowner"] if os.geteuid() == 0 else []
    for mode in (0o600, 0o640, 0o666, 0o444):
        for command in ([SLA], [*may_not_give_away, SLA]):
            report.write_text(OLD)
            report.chmod(mode)
            if os.geteuid() == 0:
                os.chown(report, 1234, 1234)
            subprocess.run([*command, *arguments], cwd=folder, check=True, capture_output=True)
            assert report.read_text() != OLD and report.stat().st_mode & 0o7777 == mode, oct(report.stat().st_mode)
            assert report.stat().st_uid in (1234, os.geteuid()), report.stat()
    report.unlink()
    subprocess.run([SLA, *arguments], cwd=folder, check=True, capture_output=True, umask=0o027)
    assert report.stat().st_mode & 0o7777 == 0o640, oct(report.stat().st_mode)


def shared_memory(folder):
    """A file below /dev is a file."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as name:
        memory = pathlib.Path(name)
        load.write_tickets(memory / "tickets.csv", 10, 3)
        records = (memory / "tickets.csv").read_text()
        tickets = ["--tickets", f"{memory}/tickets.csv"]
        assert ended(start(folder, *tickets, "--json", f"{memory}/./tickets.csv")) == (
            2, "", f'--json "{memory}/./tickets.csv": these are the records; allowed: another file\n')
        assert (memory / "tickets.csv").read_text() == records
        assert ended(start(folder, *tickets, "--json", f"{memory}/new", "--html", f"{memory}/./new")) == (
            2, "", f'--html "{memory}/./new": --json writes there; allowed: another file\n')
        assert [each.name for each in memory.iterdir()] == ["tickets.csv"]
        (memory / "old").write_text(OLD)
        with (memory / "old").open() as reader:
            assert ended(start(folder, *tickets, "--json", f"{memory}/old"))[0] == 0
            assert reader.read() == OLD


def open_already(folder):
    """What is printed to is not written to as well; another file that is open already is, as it is."""
    for arguments in (["--json", "/dev/stdout"], ["--json", "/dev/fd/1"], ["--json", "-", "--html", "/dev/stdout"],
                      ["--json", "printed"]):
        with (folder / "printed").open("w") as printed:
            status, _, err = ended(start(folder, "--tickets", "tickets.csv", *arguments, stdout=printed))
        option, file = arguments[-2:]
        assert (status, err) == (
            2, f'{option} "{file}": is standard output; allowed: another file, or - in place of the text\n'), err
        assert (folder / "printed").read_text() == ""
    with (folder / "printed").open("w+") as printed:
        job = start(folder, "--tickets", "tickets.csv", "--json", f"/dev/fd/{printed.fileno()}", pass_fds=[printed.fileno()])
        assert ended(job)[::2] == (0, "")
        assert len(json.load(printed)["tickets"]["list"]) == 10_000
    assert ended(start(folder, "--tickets", "tickets.csv", "--json", "/dev/null", stdout=subprocess.DEVNULL))[0] == 0


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        load.write_tickets(folder / "tickets.csv", 10_000, 5)
        endings = [(interrupted_while_reading, number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
        endings += [(interrupted_while_writing, number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
        endings += [(interrupted_while_waiting, number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP,
                                                                       signal.SIGQUIT, signal.SIGUSR1, signal.SIGXCPU)]
        endings += [(nobody_reads_on,), (full_disk,), (progress,), (permissions,), (shared_memory,), (open_already,)]
        for ending, *arguments in endings:
            (folder / "report.json").write_text(OLD)
            ending(folder, *arguments)
            assert not list(folder.rglob("*.unfinished")), ending
            print(f"as expected: {ending.__name__} {' '.join(each.name for each in arguments)}".rstrip(), flush=True)


if __name__ == "__main__":
    SLA = sys.argv[1]
    main()
