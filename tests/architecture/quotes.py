"""Holds the README and the documentation to the files that they quote.

Every block of C++ or of printed output in README.md and docs/*.md names the file it was cut from, in a comment on the
line before it (`<!-- from examples/first_due_date.cpp -->`), and its lines must stand in that file, in one piece. An
ellipsis line (`...`) in a block stands for lines left out. What the README calls the command for the tests must be what
.ci/run runs.

    quotes.py ROOT
    quotes.py --self-test
"""

import pathlib
import re
import sys
import tempfile

BLOCK = re.compile(r"(?:^<!-- from (?P<file>\S+) -->\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.M | re.S)
FREE_LANGUAGES = {"sh", "cmake"}
TEST_COMMAND = "./setup.sh && cmake --workflow --preset test"


def pieces(text: str) -> list[str]:
    return [piece for piece in re.split(r"^\.\.\.\n", text, flags=re.M) if piece.strip()]


def complaints(root: pathlib.Path) -> list[str]:
    found = []
    for page in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        content = page.read_text(encoding="utf-8")
        for block in BLOCK.finditer(content):
            where = f"{page.relative_to(root)}:{content.count(chr(10), 0, block.start()) + 1}"
            if block["file"] is None:
                if block["language"] not in FREE_LANGUAGES:
                    found.append(f"{where}: a block of {block['language'] or 'text'} does not say which file it is from")
                continue
            source = root / block["file"]
            if not source.is_file():
                found.append(f"{where}: {block['file']} does not exist")
                continue
            quoted = source.read_text(encoding="utf-8")
            for piece in pieces(block["text"]):
                if piece not in quoted:
                    found.append(f"{where}: these lines do not stand in {block['file']}:\n{piece}")
    for file in ["README.md", ".ci/run"]:
        if TEST_COMMAND not in (root / file).read_text(encoding="utf-8"):
            found.append(f"{file}: does not name the command for the tests: {TEST_COMMAND}")
    return found


def self_test() -> None:
    good = f"<!-- from a.cpp -->\n```cpp\nint a;\n...\nint c;\n```\n\n```sh\n{TEST_COMMAND}\n```\n"
    cases = [
        (good, 0),
        (good.replace("int c", "int d"), 1),
        (good.replace("a.cpp", "b.cpp"), 1),
        (good.replace("<!-- from a.cpp -->\n", ""), 1),
        (good.replace("workflow", "flow"), 1),
    ]
    for page, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / ".ci").mkdir()
            (root / ".ci/run").write_text(TEST_COMMAND)
            (root / "a.cpp").write_text("int a;\nint b;\nint c;\n")
            (root / "README.md").write_text(page)
            count = len(complaints(root))
            assert count == expected, f"{count} complaints instead of {expected} about:\n{page}"


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    else:
        problems = complaints(pathlib.Path(sys.argv[1]))
        print("\n".join(problems) or "every quoted line stands in its file")
        sys.exit(1 if problems else 0)
