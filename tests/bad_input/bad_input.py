"""Bad input, row by row: the program, or the library, ends with exit status 2, says exactly what the row says and nothing
else, and leaves every file as it was.

    bad_input.py SLA LIBRARY [CALENDAR]          compares; fails with the rows that differ
    bad_input.py SLA LIBRARY [CALENDAR] --list   prints all rows with what was printed

A table is a TOML file beside this one. Each of its groups has

    what       what the rows are about
    run        the command, with {} for the input; without it the input is the whole command
    into       the file that the input is written to, or "stdin", after `before`
    files, folders, links    what is there besides
    locked     those of them that may be neither read nor written
    examples   and which files of examples/ are, by their last names
    data       and which files of the program's transcripts are
    template   an example whose text the input changes
    stdout     where standard output goes
    rows       [what is wrong, the input, what is printed]

A command is one of the program sla, `library CASE` for a case of library.cpp, or `calendar` for calendar.cpp, whose rows are
skipped where it was not built. An input is a text or a list of
parts: texts, {hex = "FF FE"}, {repeat = "x", times = 1000}, {utf16 = "text"}, {dates = ["2026-01-01", "2026-12-31"]}; or
{replace = "old", by = "new"} in a template.
"""

import concurrent.futures
import datetime
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).parent
# root may read and write what is locked, unless it gives that up
NO_MASTER_KEY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
EXAMPLES = HERE.parent.parent / "examples"
DATA = HERE.parent / "program" / "data"


def bytes_of(part, template=""):
    if isinstance(part, list):
        return b"".join(map(bytes_of, part))
    match part:
        case str(text):
            return text.encode()
        case {"hex": digits}:
            return bytes.fromhex(digits)
        case {"repeat": text, "times": times}:
            return text.encode() * times
        case {"utf16": text}:
            return text.encode("utf-16-le")
        case {"dates": [first, last]}:
            day, end = map(datetime.date.fromisoformat, (first, last))
            return ", ".join(str(day + datetime.timedelta(n)) for n in range((end - day).days + 1)).encode()
        case {"replace": old, "by": new}:
            assert template.count(old) > 0, f"the template does not hold {old!r}"
            return template.encode().replace(old.encode(), bytes_of(new), 1)
    raise AssertionError(part)


def everything_in(folder):
    return {str(path): path.is_symlink() or path.is_dir() or path.read_bytes() for path in folder.rglob("*")}


def command_of(group, data):
    if "run" not in group:
        return shlex.split(data.decode())
    return [data if word == "{}" else word for word in shlex.split(group["run"])]


def lay_out(folder, group, data):
    for name in group.get("folders", []):
        (folder / name).mkdir()
    for name, text in group.get("files", {}).items():
        (folder / name).write_bytes(bytes_of(text))
    for name in group.get("examples", []):
        shutil.copy(EXAMPLES / name, folder)
    for name in group.get("data", []):
        shutil.copy(DATA / name, folder)
    for name, target in group.get("links", {}).items():
        (folder / name).symlink_to(target)
    if group.get("into", "stdin") != "stdin":
        (folder / group["into"]).write_bytes(data)


def outcome(group, given):
    """What a row printed, or what it did besides."""
    template = (EXAMPLES / group["template"]).read_text() if "template" in group else ""
    data = bytes_of(group.get("before", "")) + bytes_of(given, template)
    command = command_of(group, data)
    program = [PROGRAMS[command[0]], *command[1:]] if command[:1] and command[0] in PROGRAMS else [SLA, *command]
    with tempfile.TemporaryDirectory() as name, open(group.get("stdout", "/dev/null"), "wb") as elsewhere:
        folder = pathlib.Path(name)
        lay_out(folder, group, data)
        before = everything_in(folder)
        locked = [folder / name for name in group.get("locked", [])]
        for path in locked:
            path.chmod(0)
        done = subprocess.run(NO_MASTER_KEY + program, cwd=folder, input=data if group.get("into") == "stdin" else b"", timeout=300,
                              stdout=elsewhere if "stdout" in group else subprocess.PIPE, stderr=subprocess.PIPE)
        for path in locked:
            path.chmod(0o700)
        left = everything_in(folder)
    said = done.stderr.decode(errors="replace").removesuffix("\n")
    if done.returncode != 2:
        said += f" [exit status {done.returncode}]"
    if done.stdout:
        said += f" [on standard output: {done.stdout[:60]!r}]"
    if left != before:
        said += f" [changed: {', '.join(sorted(key for key in left | before if left.get(key) != before.get(key)))}]"
    return said


def rows():
    for table in sorted(HERE.glob("*.toml")):
        for group in tomllib.loads(table.read_text())["group"]:
            for what, given, expected in group["rows"]:
                yield group, what, given, expected


def main():
    table = [row for row in rows() if row[0].get("run") != "calendar" or "calendar" in PROGRAMS]
    if "calendar" not in PROGRAMS:
        print("skipped: the rows of calendars.toml, for sla::ical was not built, which needs libical")
    with concurrent.futures.ThreadPoolExecutor(2) as workers:
        printed = list(workers.map(lambda row: outcome(row[0], row[2]), table))
    wrong = 0
    for (group, what, _, expected), said in zip(table, printed):
        if LISTS:
            print(f"{group['what']}: {what}\n    {said}")
        if said != expected:
            wrong += 1
            print(f"{group['what']}: {what}\n    expected {expected}\n    printed  {said}")
    print(f"{len(table)} rows, {wrong} not as expected")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    LISTS = "--list" in sys.argv
    SLA, *others = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:] if path != "--list")
    PROGRAMS = dict(zip(("library", "calendar"), others))
    main()
