"""Servers that a test starts for itself, on a socket in a folder of its own, and ends; none that runs already is touched."""

import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def program(name, *folders):
    """A program from PATH or the newest of some folders; without it the test is skipped."""
    found = shutil.which(name) or max((str(p) for folder in folders for p in pathlib.Path("/").glob(f"{folder}/{name}")),
                                      default=None)
    return found or skip(f"{name} was not found")


@contextlib.contextmanager
def served(command, is_up, end_by, **how):
    """Runs a server until the block is left."""
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **how)
    try:
        for _ in range(600):
            if is_up():
                break
            assert server.poll() is None, server.communicate()[0]
            time.sleep(0.05)
        yield
    finally:
        server.send_signal(end_by)
        server.communicate(timeout=60)


class Postgresql:
    def __init__(self, folder):
        self.psql = [program("psql"), "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--field-separator=\t",
                     "--set=ON_ERROR_STOP=1", f"--host={folder}", "--username=sla", "--dbname=postgres"]

    def run(self, *arguments, stdin=""):
        """What psql prints, line by line."""
        done = subprocess.run([*self.psql, *arguments], input=stdin, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    def is_up(self):
        return subprocess.run([*self.psql, "--command=SELECT 1"], capture_output=True).returncode == 0


@contextlib.contextmanager
def postgresql():
    initdb = program("initdb", "usr/lib/postgresql/*/bin")
    server = program("postgres", "usr/lib/postgresql/*/bin")
    how = {"cwd": "/"}
    if os.geteuid() == 0:  # which PostgreSQL refuses
        try:
            owner = pwd.getpwnam("postgres")
        except KeyError:
            skip("there is no user postgres to run PostgreSQL")
        how |= {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    with tempfile.TemporaryDirectory() as folder:
        os.chown(folder, how.get("user", -1), how.get("group", -1))
        data = f"{folder}/data"
        subprocess.run([initdb, f"--pgdata={data}", "--auth=trust", "--username=sla", "--encoding=UTF8", "--no-locale",
                        "--no-sync"], check=True, capture_output=True, **how)
        client = Postgresql(folder)
        command = [server, "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        with served(command, client.is_up, signal.SIGINT, **how):
            yield client


@contextlib.contextmanager
def redis():
    """Yields the arguments by which redis-cli finds the server."""
    client = program("redis-cli")
    server = program("redis-server")
    with tempfile.TemporaryDirectory() as folder:
        socket = f"{folder}/redis.sock"

        def is_up():
            return subprocess.run([client, "-s", socket, "PING"], capture_output=True).stdout == b"PONG\n"

        with served([server, "--port", "0", "--unixsocket", socket, "--save", "", "--dir", folder], is_up, signal.SIGTERM):
            yield socket
