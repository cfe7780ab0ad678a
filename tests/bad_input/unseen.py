"""Characters that a terminal would obey, or that nobody would see: each character of the Unicode categories Cc, Cf, Zl and Zp in
each text that the program repeats: names, titles, options, columns, file names. What it prints holds none of them.

    unseen.py SLA
"""

import html.parser
import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import tomllib
import unicodedata

HERE = pathlib.Path(__file__).parent
EXAMPLE = (HERE.parent.parent / "examples" / "own_agreement.toml").read_text()
# What languages are written with: the joiners, and signs that stand around the number or the verse behind them.
WRITTEN = {0x200C, 0x200D, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
ALL = [chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) in ("Cc", "Cf", "Zl", "Zp")]
UNSEEN = [each for each in ALL if ord(each) not in WRITTEN]
# What a name may hold: no controls of ASCII, no byte order mark.
IN_NAMES = [each for each in ALL if ord(each) > 0x7F and each != "\ufeff"]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
problems = []
looked_at = 0


def expect(what, holds):
    global looked_at
    looked_at += 1
    if not holds:
        problems.append(what)


def escape(character):
    return f"\\u{ord(character):04x}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08x}"


class Names(html.parser.HTMLParser):
    """The texts of a page with Hebrew letters that could turn the text around them; an option and the title of a picture stand alone anyhow."""

    def __init__(self):
        super().__init__()
        self.around, self.alone, self.turning = [], 0, []

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "link", "br"):
            self.around.append(tag)

    def handle_endtag(self, tag):
        self.around.pop()

    def handle_data(self, data):
        if any(unicodedata.bidirectional(each) == "R" for each in data) and self.around[-1] != "script":
            if self.around[-1] in ("bdi", "option", "title"):
                self.alone += 1
            else:
                self.turning.append(data.strip())


def run(*words, given=b""):
    return subprocess.run([os.fsencode(SLA), *(os.fsencode(word) for word in words)], input=given, capture_output=True, timeout=60)


def look(what, printed, within, colours=False):
    """Nothing in the output is unseen, and each of the characters is there as its escape."""
    text = printed.decode(errors="surrogateescape")
    if colours:
        expect(f"{what}: is coloured", COLOUR.search(text))
        text = COLOUR.sub("", text)
    raw = sorted({f"U+{ord(each):04X}" for each in text if (each in UNSEEN and each not in "\n\t") or "\udc80" <= each <= "\udcff"})
    expect(f"{what}: prints raw {', '.join(raw)}", not raw)
    lost = [f"U+{ord(each):04X}" for each in within if (escape(each) if each in UNSEEN else each) not in text]
    expect(f"{what}: does not show {', '.join(lost)}", not lost)


def quoted(text):
    """A text in TOML."""
    return '"' + "".join(f"\\U{ord(each):08X}" for each in text) + '"'


def agreement(name):
    """With a name in place of each of its names."""
    text = EXAMPLE
    for known in ("Our support agreement", "company", "New Year's Day", "export"):
        text = text.replace(f'"{known}"', quoted(known + name))
    text = text.replace('name = "outage"', f"name = {quoted('outage' + name)}")
    text = text.replace('"America/Los_Angeles"', f"{{ name = {quoted('zone' + name)}, offset_s = -28800 }}")
    return text.replace("[calendar]", f"[edition]\nname = {quoted('edition' + name)}\neffective_on = 2026-01-01\n[calendar]")


def look_at_records():
    pathlib.Path("t.csv").write_text("ticket,at,event,severity\n" + "".join(
        f"T{number}{each}x,2026-11-03T22:00Z,notified,0\n" for number, each in enumerate(IN_NAMES)), newline="")
    pathlib.Path("p.csv").write_text("at,service,state,http_status,latency_ms\n" + "".join(
        f"2026-11-20T22:00Z,web{each}x,down,,\n" for each in IN_NAMES), newline="")
    pathlib.Path("own.toml").write_text(agreement("".join(each for each in ALL if each not in "\n\t")))
    by = ("--agreement", "own.toml")
    for colour in ("never", "always"):
        report = run("report", *by, "--month", "2026-11", "--tickets", "t.csv", "--probes", "p.csv", "--color", colour)
        expect("a report: " + report.stderr.decode(), report.returncode == 0)
        look(f"a report, colours {colour}", report.stdout, [*IN_NAMES, *(each for each in ALL if each not in "\n\t")], colour == "always")
    both = run("report", *by, "--month", "2026-11", "--tickets", "t.csv", "--probes", "p.csv", "--json", "-").stdout
    look("a report in JSON", both, [])
    names = {each["ticket"] for each in json.loads(both)["tickets"]["list"]} | {each["service"] for each in json.loads(both)["services"]}
    expect("a report in JSON has the names as they are", all(f"T{number}{each}x" in names and f"web{each}x" in names for number, each in enumerate(IN_NAMES)))
    look("a report as a page", run("report", *by, "--month", "2026-11", "--tickets", "t.csv", "--html", "-").stdout, IN_NAMES)
    look("an explanation", run("explain", *by, "--tickets", "t.csv", "--ticket", f"T3{IN_NAMES[3]}x").stdout, [IN_NAMES[3]])
    for words in (["describe"], ["describe", "--toml"], ["readings", "--severity", "0", "--at", "2026-11-20T22:00"],
                  ["due", "--severity", "0", "--at", "2026-11-20T22:00"]):
        done = run(*words, *by)
        expect(f"{words}: {done.stderr.decode()}", done.returncode == 0)
        look(str(words), done.stdout, [])
    toml = run("describe", *by, "--toml").stdout
    expect("describe --toml has the names as they are",
           tomllib.loads(toml.decode())["title"] == tomllib.loads(pathlib.Path("own.toml").read_text())["title"])
    pathlib.Path("again.toml").write_bytes(toml)
    expect("describe --toml is read again", run("describe", "--agreement", "again.toml", "--toml").stdout == toml)


def look_at_a_page():
    """Names whose letters are written from right to left stand alone."""
    pathlib.Path("hebrew.toml").write_text(agreement("\u05d0\u05d1"))
    pathlib.Path("\u05d0.csv").write_text("ticket,at,event,severity\n\u05d0,2026-11-03T22:00Z,notified,0\n\u05d0,2026-11-03T22:10Z,severity_changed,1\n")
    pathlib.Path("p.csv").write_text("at,service,state,http_status,latency_ms\n2026-11-20T22:00Z,\u05d0,down,,\n2026-10-20T22:00Z,\u05d1,up,,\n")
    done = run("report", "--agreement", "hebrew.toml", "--month", "2026-11", "--tickets", "\u05d0.csv", "--probes", "p.csv", "--html", "page.html")
    expect(f"a page: {done.stderr}", done.returncode == 0)
    page = Names()
    page.feed(pathlib.Path("page.html").read_text())
    expect(f"a page: {page.turning} may turn the text around them", not page.turning and page.alone > 12)


def look_at_errors():
    for each in ALL[1:]:  # no argument holds NUL
        for what, words in {"an option": ("due", "--severity", f"a{each}b", "--at", "2026-11-20T22:00"),
                            "an unknown option": ("due", f"--a{each}b"),
                            "a time": ("due", "--severity", "1", "--at", f"a{each}b"),
                            "a file": ("report", "--month", "2026-11", "--tickets", f"a{each}b"),
                            "a reading": ("describe", "--reading", f"a{each}b"),
                            "a subcommand": (f"a{each}b",)}.items():
            done = run(*words)
            expect(f"{what} with U+{ord(each):04X}: nothing on standard output, {done.stderr}", done.returncode == 2 and not done.stdout)
            look(f"{what} with U+{ord(each):04X}", done.stderr, [] if ord(each) < 0x20 else [each])
    for each in ALL:
        pathlib.Path("bad.csv").write_text(f"ticket,at,event,severity\nT,2026-11-20T22:00Z,noti{each}fied,1\n", newline="")
        look(f"a field with U+{ord(each):04X}", run("report", "--month", "2026-11", "--tickets", "bad.csv").stderr, [] if ord(each) < 0x20 else [each])
        pathlib.Path("bad.toml").write_text(EXAMPLE.replace('"close_of_day"', quoted(f"close{each}of")))
        look(f"a value with U+{ord(each):04X}", run("describe", "--agreement", "bad.toml").stderr, [] if ord(each) < 0x80 else [each])
    look("bytes that are no UTF-8", run("report", "--month", "2026-11", "--tickets", b"a\x9b31m\xff[31m\xc2").stderr, [])


def look_at_files():
    """The names of files in what is printed beside figures; no name holds NUL."""
    for each in ALL[1:]:
        name = f"a{each}b.csv"
        pathlib.Path(name).write_text("ticket,at,event,severity\nT-1,2026-11-20T22:00Z,notified,1\n")
        words = ("report", "--month", "2026-11", "--tickets", name)
        look(f"a report of a file with U+{ord(each):04X}", run(*words).stdout, [each] if each not in "\n\t" else [])
        printed = run(*words, "--json", "-").stdout
        look(f"the same in JSON with U+{ord(each):04X}", printed, [])
        expect(f"JSON has the name with U+{ord(each):04X}", json.loads(printed)["records"] == [name])
    name = b"a\x9b31m\xff[31mb.csv"
    pathlib.Path(os.fsdecode(name)).write_text("ticket,at,event,severity\nT-1,2026-11-20T22:00Z,notified,1\n")
    for form in ([], ["--json", "-"], ["--html", "-"], ["--color", "always"]):
        done = run("report", "--month", "2026-11", "--tickets", name, *form)
        look(f"a report of a file that is no UTF-8, {form}", done.stdout, ["\ufffd"], "always" in form)
        expect(f"a file that is no UTF-8, {form}: {done.stderr}", done.returncode == 0)


def look_at_batches():
    """A column that is carried along: byte for byte, but not to a terminal."""
    rest = "".join(each for each in ALL if each not in "\n\t\r")
    table = f"severity\tfrom\tnote\n1\t2026-11-20T22:00\t{rest}\n".encode()
    expect("a table is carried byte for byte", rest.encode() in run("due", "--batch", given=table).stdout)
    ours, theirs = pty.openpty()
    with subprocess.Popen([SLA, "due", "--batch"], stdin=subprocess.PIPE, stdout=theirs) as child:
        child.stdin.write(table)
        child.stdin.close()
        os.close(theirs)
        printed = b""
        try:
            while part := os.read(ours, 65536):
                printed += part
        except OSError:  # the end
            pass
    look("a table on a terminal", printed.replace(b"\r\n", b"\n"), [each for each in ALL if each not in "\n\t\r"])


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        look_at_records()
        look_at_a_page()
        look_at_errors()
        look_at_files()
        look_at_batches()
    for problem in problems[:20]:
        print(problem)
    print(f"{len(ALL)} characters, {looked_at} looks, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    SLA = str(pathlib.Path(sys.argv[1]).resolve())
    main()
