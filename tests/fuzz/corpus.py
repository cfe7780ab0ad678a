#!/usr/bin/env python3
"""The inputs that each fuzz target starts from, packed into one file: NAME.pack beside NAME.fuzz.cpp.

    corpus.py list [TARGET...]            every input: its target, name and bytes
    corpus.py add TARGET FILE [NAME]      adds an input; one that is to stay when a corpus is minimised has a name
    corpus.py extract TARGET FOLDER       writes each input into a file of its own
    corpus.py minimise [TARGET...]        chooses the inputs without a name anew, from these and those that runs found

A line of a pack is an input: its name, a tab, its bytes. Bytes other than printable ASCII are written \\n, \\r, \\t or \\xNN,
and a backslash is doubled. The name is empty if there is none.
"""

import argparse
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build" / "fuzz"
TARGETS = sorted(file.name.removesuffix(".fuzz.cpp") for file in HERE.glob("*.fuzz.cpp"))

# libical keeps what it has once allocated, and both print to stderr for each line they do not take.
OPTIONS = {"ical": ["-detect_leaks=0", "-close_fd_mask=2"], "records": ["-close_fd_mask=2"]}

# The most that a minimised corpus keeps, besides inputs with a name.
MOST_INPUTS = 40
MOST_BYTES = 5_000

SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
LONG = {short: char for char, short in SHORT.items()}


def escaped(data: bytes) -> str:
    return "".join(SHORT.get(char) or (char if " " <= char <= "~" else f"\\x{ord(char):02x}") for char in data.decode("latin-1"))


def unescaped(text: str) -> bytes:
    return re.sub(r"\\(?:x(..)|.)", lambda found: chr(int(found[1], 16)) if found[1] else LONG[found[0]], text).encode("latin-1")


def read(target: str) -> list[tuple[str, bytes]]:
    """The name and the bytes of each input."""
    path = HERE / f"{target}.pack"
    lines = path.read_text(encoding="ascii").splitlines() if path.exists() else []
    return [(name, unescaped(text)) for name, text in (line.split("\t") for line in lines)]


def write(target: str, inputs: list[tuple[str, bytes]]) -> None:
    """Inputs with a name first; each only once."""
    once = {data: name for name, data in sorted(inputs)}
    lines = [f"{name}\t{escaped(data)}\n" for data, name in sorted(once.items(), key=lambda item: (not item[1], item[1], len(item[0]), item[0]))]
    (HERE / f"{target}.pack").write_text("".join(lines), encoding="ascii")


def extract(target: str, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in read(target):
        (folder / (name or hashlib.sha1(data).hexdigest())).write_bytes(data)


def command(target: str, *options) -> list:
    return [BUILD / "tests" / "fuzz" / target, *OPTIONS.get(target, []), *options]


def of_all_sizes(inputs: list[bytes]) -> list[bytes]:
    """Every n-th of some inputs in the order of their sizes, as many as may be kept."""
    inputs = sorted(inputs, key=lambda data: (len(data), data))
    for number in range(min(MOST_INPUTS, len(inputs)), 0, -1):
        chosen = [inputs[place * len(inputs) // number] for place in range(number)]
        if sum(map(len, chosen)) <= MOST_BYTES:
            return chosen
    return []


def minimise(target: str) -> None:
    named = [(name, data) for name, data in read(target) if name]
    with tempfile.TemporaryDirectory() as name:
        merged, committed = pathlib.Path(name) / "merged", pathlib.Path(name) / "committed"
        merged.mkdir()
        extract(target, committed)
        found = BUILD / "corpus" / target
        subprocess.run(command(target, "-merge=1", merged, committed, *([found] if found.exists() else [])), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        kept = {file.read_bytes() for file in merged.iterdir()} - {data for _, data in named}
    write(target, named + [("", data) for data in of_all_sizes(list(kept))])
    sizes = [len(data) for _, data in read(target)]
    print(f"{target}: {len(sizes)} inputs, {sum(sizes)} bytes, the longest {max(sizes)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="does", required=True)
    for does in ("list", "minimise"):
        commands.add_parser(does).add_argument("targets", nargs="*", default=TARGETS)
    adds = commands.add_parser("add")
    adds.add_argument("target")
    adds.add_argument("file", type=pathlib.Path)
    adds.add_argument("name", nargs="?", default="")
    extracts = commands.add_parser("extract")
    extracts.add_argument("target")
    extracts.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    targets = getattr(options, "targets", None) or [options.target]
    if unknown := set(targets) - set(TARGETS):
        parser.error(f"no target: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    match options.does:
        case "list":
            for target in targets:
                for name, data in read(target):
                    print(target, name or "-", escaped(data), sep="\t")
        case "add":
            if not re.fullmatch(r"\w*", options.name):
                parser.error(f"the name {options.name!r} is none; allowed: letters, digits and underscores")
            write(options.target, [*read(options.target), (options.name, options.file.read_bytes())])
        case "extract":
            extract(options.target, options.folder)
        case "minimise":
            for target in targets:
                minimise(target)


if __name__ == "__main__":
    main()
