"""Asks another library the questions of docs/differences.md: its answers must still be those that stand beside the script.

The first line of the answers is the version; another version with the same answers passes. A rival that is not installed
is skipped. Those of npm are looked for where `npm install --prefix build/rivals date-fns ...` puts them.

    rivals.py SCRIPT ROOT
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "databases"))
import servers

NEW_YORK = {**os.environ, "TZ": "America/New_York"}


def run(command: list[str], **how: object) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, **{"env": NEW_YORK, **how})
    missing = ("ModuleNotFoundError", "Can't locate", "Cannot find module")
    if done.returncode != 0 and any(each in done.stderr for each in missing):
        servers.skip(next(line for line in done.stderr.splitlines() if any(each in line for each in missing)))
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def compiled(source: pathlib.Path) -> list[str]:
    compiler = servers.program("g++")
    probe = [compiler, "-E", "-x", "c++", "-include", "ql/version.hpp", "/dev/null"]
    if subprocess.run(probe, capture_output=True).returncode != 0:
        servers.skip("ql/version.hpp was not found")
    with tempfile.TemporaryDirectory() as folder:
        run([compiler, "-std=c++17", str(source), "-o", f"{folder}/rival", "-lQuantLib"])
        return run([f"{folder}/rival"])


def asked(script: pathlib.Path, root: pathlib.Path) -> list[str]:
    match script.suffix:
        case ".py":
            return run([sys.executable, str(script)])
        case ".pl":
            return run([servers.program("perl"), str(script)])
        case ".js":
            modules = str(root / "build/rivals/node_modules")
            return run([servers.program("node"), str(script)], env=NEW_YORK | {"NODE_PATH": modules})
        case ".sql":
            with servers.postgresql() as database:
                return database.run(f"--file={script}")
        case _:
            return compiled(script)


script, root = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
version, *answers = asked(script, root)
expected_version, *expected = script.with_suffix(".out").read_text(encoding="utf-8").splitlines()
print(version, "" if version == expected_version else f"(the page names {expected_version})")
if answers != expected:
    sys.exit("answers now:\n" + "\n".join(answers) + "\nanswers of the page:\n" + "\n".join(expected))
