"""Holds the README and the documentation to the files that they quote, and to the places that they link to.

Every block of code or of printed output in README.md, CONTRIBUTING.md and docs/*.md names the file it was cut from, in a
comment on the line before it (`<!-- from examples/first_due_date.cpp -->`), and its lines must stand in that file, in one
piece. An ellipsis line (`...`) in a block stands for lines left out. The file must be one that the tests compile, run or
compare. Commands that no test runs say why instead: `<!-- by hand: takes an hour -->`; C++, TOML and printed output are
never by hand. There are no blocks by indentation. Links within the project lead to files and headings that exist. What
the README calls the command for the tests must be what .ci/run runs.

    quotes.py ROOT
    quotes.py --self-test
"""

import pathlib
import re
import sys
import tempfile

BLOCK = re.compile(
    r"(?:^<!-- (?:from (?P<file>\S+)|(?P<by_hand>by hand: [^\n]+)) -->\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.M | re.S,
)
INDENTED = re.compile(r"(?:\A|\n)\n {4,}\S")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.M)
NEVER_BY_HAND = {"cpp", "toml", "text", ""}
TESTED = ("include/", "integrations/", "examples/", "tests/", "benchmarks/", ".ci/run")
PRINTED_BY = (".cmd", ".cpp", ".py", ".js", ".sql", ".sh", ".pl")
TEST_COMMAND = "./setup.sh && cmake --workflow --preset test"


def pieces(text: str) -> list[str]:
    return [piece for piece in re.split(r"^\.\.\.\n", text, flags=re.M) if piece.strip()]


def is_tested(source: pathlib.Path, root: pathlib.Path) -> bool:
    """What is printed stands beside what prints it."""
    if not source.relative_to(root).as_posix().startswith(TESTED):
        return False
    return source.suffix not in {".out", ".err"} or any(source.with_suffix(kind).is_file() for kind in PRINTED_BY)


def block_complaints(block: re.Match, root: pathlib.Path) -> list[str]:
    language = block["language"]
    if block["file"] is None:
        if block["by_hand"] and language not in NEVER_BY_HAND:
            return []
        return [f"a block of {language or 'text'} does not say which file it is from"]
    source = root / block["file"]
    if not source.is_file():
        return [f"{block['file']} does not exist"]
    if not is_tested(source, root):
        return [f"{block['file']} is nothing that the tests compile, run or compare"]
    quoted = source.read_text(encoding="utf-8")
    return [
        f"these lines do not stand in {block['file']}:\n{piece}" for piece in pieces(block["text"]) if piece not in quoted
    ]


def anchors(page: str) -> set[str]:
    """As forges make them of headings."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(page)}


def link_complaints(target: str, page: pathlib.Path) -> list[str]:
    if "://" in target:
        return []
    file, _, heading = target.partition("#")
    path = page.parent / file if file else page
    if not path.exists():
        return [f"the link to {target} leads nowhere"]
    if heading and heading not in anchors(path.read_text(encoding="utf-8")):
        return [f"the link to {target} leads to no heading"]
    return []


def complaints(root: pathlib.Path) -> list[str]:
    found = []
    for page in [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").glob("*.md"))]:
        content = page.read_text(encoding="utf-8")

        def complain(at: int, what: list[str]) -> None:
            line = content.count("\n", 0, at) + 1
            found.extend(f"{page.relative_to(root)}:{line}: {each}" for each in what)

        for block in BLOCK.finditer(content):
            complain(block.start(), block_complaints(block, root))
        prose = BLOCK.sub(lambda block: "\n" * block[0].count("\n"), content)
        for block in INDENTED.finditer(prose):
            complain(block.end(), ["a block by indentation"])
        for link in LINK.finditer(prose):
            complain(link.start(), link_complaints(link[1], page))
    for file in ["README.md", ".ci/run"]:
        if TEST_COMMAND not in (root / file).read_text(encoding="utf-8"):
            found.append(f"{file}: does not name the command for the tests: {TEST_COMMAND}")
    return found


def self_test() -> None:
    good = (
        f"# Title\n<!-- from examples/a.cpp -->\n```cpp\nint a;\n...\nint c;\n```\n\n"
        f"<!-- by hand: as an example -->\n```sh\n{TEST_COMMAND}\n```\n[a](examples/a.cpp) [b](#title)\n"
    )
    cases = [
        (good, 0),
        (good.replace("int c", "int d"), 1),
        (good.replace("from examples/a.cpp", "from examples/b.cpp"), 1),
        (good.replace("from examples/a.cpp", "from c.cpp"), 1),
        (good.replace("```cpp", "```text").replace("examples/a.cpp", "examples/c.out"), 1),
        (good.replace("<!-- from examples/a.cpp -->\n", ""), 1),
        (good.replace("from examples/a.cpp", "by hand: too long"), 1),
        (good.replace("<!-- by hand: as an example -->\n", ""), 1),
        (good.replace("(examples/a.cpp)", "(examples/b.cpp)"), 1),
        (good.replace("(#title)", "(#titel)"), 1),
        (good + "\n    int b;\n", 1),
        (good.replace("workflow", "flow"), 1),
    ]
    for page, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for part in [".ci", "docs", "examples"]:
                (root / part).mkdir()
            (root / ".ci/run").write_text(TEST_COMMAND)
            for file in ["examples/a.cpp", "c.cpp", "examples/c.out"]:
                (root / file).write_text("int a;\nint b;\nint c;\n")
            (root / "CONTRIBUTING.md").write_text("")
            (root / "README.md").write_text(page)
            found = complaints(root)
            assert len(found) == expected, f"{found} instead of {expected} complaints about:\n{page}"


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    else:
        problems = complaints(pathlib.Path(sys.argv[1]))
        print("\n".join(problems) or "every quoted line stands in its file, and every link leads somewhere")
        sys.exit(1 if problems else 0)
