#!/usr/bin/env python3
"""Opens the page of `sla report --html` in headless Chromium and looks at it.

  page_test.py PROGRAM SCREENSHOTS     from the project's root; pictures of every page go to the folder SCREENSHOTS

Every page is compared, figure by figure, with what --json says, and must be readable by everybody: without a network,
without a script, on a phone, in the dark, with the keyboard, and by a screen reader.

Exit status: 0 all is well, 1 something is wrong, 77 there is no Chromium or no Selenium to look with.
"""

import base64
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.remote.webelement import WebElement
    from selenium.webdriver.support.select import Select
except ImportError:
    print("skipped: the Python module selenium is missing (Debian: python3-selenium)")
    sys.exit(77)

PHONE = (360, 800)
DESKTOP = (1280, 900)
THEMES = ("light", "dark")
FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
           --disable-component-update --disable-sync --hide-scrollbars""".split()

NASTY = (
    "<script>alert(1)</script>",
    "</script><b>bold</b>",
    "\"double\" & 'single' &amp; <",
    "{{style}} {{{script}}}",
    "a service with a name that is far too long for any table and yet has to be read by somebody on a telephone",
    "UnbrokenNameOfNinetyLettersUnbrokenNameOfNinetyLettersUnbrokenNameOfNinetyLettersUnbroken",
    "Zürich \u2192 \u6771\u4eac \U0001f680",
)

problems: list[str] = []
checks = 0


def expect(what: str, found: object, wanted: object = True) -> None:
    global checks
    checks += 1
    if found != wanted:
        problems.append(f"{what}: found {found!r}, wanted {wanted!r}")


# ---- What figures look like ------------------------------------------------------------------------------------------


def whole_or_not(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def clock(seconds: float) -> str:
    milliseconds = round(abs(seconds) * 1000)
    whole, rest = divmod(milliseconds, 1000)
    text = f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
    if rest:
        text += f".{rest:03}".rstrip("0")
    return "-" + text if seconds < 0 else text


def length(seconds: float) -> str:
    minutes, rest = divmod(abs(seconds), 60)
    days, minutes = divmod(int(minutes), 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{count} {unit}" for count, unit in ((days, "d"), (hours, "h"), (minutes, "min")) if count]
    if rest or not parts:
        parts.append(f"{whole_or_not(rest)} s")
    return ("-" if seconds < 0 else "") + " ".join(parts)


def parsed(instant: str) -> datetime:
    return datetime.fromisoformat(instant.replace("Z", "+00:00"))


def local(instant: str, zone: str) -> str:
    at = parsed(instant).astimezone(ZoneInfo(zone))
    text = at.strftime("%a %Y-%m-%d %H:%M")
    if at.microsecond:
        text += at.strftime(":%S.") + f"{at.microsecond // 1000:03}"
    elif at.second:
        text += at.strftime(":%S")
    return text + at.strftime(" %Z")


def percent(text: str | None) -> str:
    return "–" if text is None else text + " %"


def verdict(met: bool | None) -> str:
    return {True: "✓ met", False: "✕ missed", None: "○ not measurable"}[met]


def month_name(month: str) -> str:
    return datetime.strptime(month, "%Y-%m").strftime("%B %Y")


# ---- The pages -------------------------------------------------------------------------------------------------------


def csv(path: Path, header: str, rows: Iterator[tuple[str, ...]] | list[tuple[str, ...]]) -> str:
    quoted = (",".join('"' + value.replace('"', '""') + '"' for value in row) for row in rows)
    path.write_text("\n".join([header, *quoted]) + "\n", encoding="utf-8")
    return str(path)


def probes(folder: Path, name: str, services: tuple[str, ...], first: str, hours: int) -> str:
    """A probe every quarter of an hour; the n-th service is down for n quarters on the n-th day, and on most others."""

    def rows() -> Iterator[tuple[str, ...]]:
        start = parsed(first)
        for number, service in enumerate(services):
            for quarter in range(hours * 4):
                day, of_day = divmod(quarter, 96)
                is_down = day % 7 == number % 7 and 40 <= of_day < 40 + number % 5 * 3
                at = (start + timedelta(minutes=15 * quarter)).strftime("%Y-%m-%dT%H:%M:%SZ")
                yield at, service, "down" if is_down else "up", "200", "120"

    return csv(folder / name, "at,service,state,http_status,latency_ms", rows())


def nasty_tickets(folder: Path) -> str:
    rows = []
    for day, name in enumerate(NASTY, 1):
        rows += [
            (name, f"2026-11-{day:02}T15:00:00Z", "notified", "3"),
            (name, f"2026-11-{day:02}T18:00:00.250Z", "responded", ""),
            (name, f"2026-11-{day:02}T19:00:00Z", "severity_changed", "2"),
        ]
    return csv(folder / "nasty tickets.csv", "ticket,at,event,severity", rows)


def pages(folder: Path) -> dict[str, list[str]]:
    sample = ["--tickets", "examples/data/tickets.csv", "--probes", "examples/data/probes.csv", "--month", "2026-10"]
    many = tuple(f"service {number}" for number in range(1, 31))
    return {
        "sample": sample,
        "running": [*sample, "--as-of", "2026-10-09T12:00:00Z"],
        "nasty": ["--tickets", nasty_tickets(folder), "--month", "2026-11",
                  "--probes", probes(folder, "<b>&amp; probes.csv", NASTY, "2026-10-31T00:00:00Z", 760)],
        "many": ["--probes", probes(folder, "many.csv", many, "2026-03-01T00:00:00Z", 760), "--month", "2026-03"],
        "unknown": ["--probes", "examples/data/probes.csv", "--month", "2026-12", "--service", "reporting",
                    "--as-of", "2027-01-02T00:00:00Z"],
        "empty": ["--tickets", "tests/program/data/tickets_header_only.csv", "--probes", "examples/data/probes.csv",
                  "--month", "2026-01", "--as-of", "2026-02-01T12:00:00Z"],
        "tickets": ["--tickets", "examples/data/tickets.csv", "--month", "2026-10",
                    "--agreement", "tests/program/data/edition_2025.toml",
                    "--agreement", "tests/program/data/edition_2026.toml"],
        "own": ["--agreement", "examples/own_agreement.toml", "--tickets", "tests/program/data/own_tickets.csv",
                "--probes", probes(folder, "own.csv", ("shop",), "2026-09-01T07:00:00Z", 720), "--month", "2026-09"],
    }  # fmt: skip


def write_page(program: str, arguments: list[str], page: Path) -> dict:
    figures = page.with_suffix(".json")
    subprocess.run([program, "report", *arguments, "--html", str(page), "--json", str(figures)],
                   check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    return json.loads(figures.read_text(encoding="utf-8"))


class Markup(HTMLParser):
    """Says whether every element is closed where it should be; browsers mend that in silence."""

    VOID = {"meta", "link", "input", "br", "col"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.wrong.append(f"<{tag}> has an attribute twice")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> in line {self.getpos()[0]}")


# ---- The browser -----------------------------------------------------------------------------------------------------


class Browser:
    def __init__(self, chromium: str, driver: str, profile: Path) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(driver), options=options)
        self.driver.get("about:blank")
        self.requests()

    def tell(self, command: str, **parameters: object) -> dict:
        return self.driver.execute_cdp_cmd(command, parameters)

    def run(self, script: str, *arguments: object) -> object:
        return self.driver.execute_script(script, *arguments)

    def open(self, page: Path, size: tuple[int, int] = DESKTOP) -> None:
        self.resize(size)
        self.driver.get(page.as_uri())

    def resize(self, size: tuple[int, int]) -> None:
        self.tell("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1,
                  mobile=size == PHONE)  # fmt: skip

    def prefer(self, **features: str) -> None:
        """What the reader prefers; no smooth scrolling unless the test asks for it, because it takes time."""
        features = {"reduced_motion": "reduce"} | features
        values = [{"name": "prefers-" + name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.tell("Emulation.setEmulatedMedia", features=values)
        self.run("return new Promise(requestAnimationFrame)")

    def shows(self, element: WebElement) -> bool:
        return self.run("return arguments[0].checkVisibility()", element)

    def requests(self) -> list[str]:
        """What was asked for since the last call."""
        messages = (json.loads(each["message"])["message"] for each in self.driver.get_log("performance"))
        return [each["params"]["request"]["url"] for each in messages if each["method"] == "Network.requestWillBeSent"]

    def screenshot(self, path: Path) -> None:
        width, height = self.run(
            "return [innerWidth, Math.min(document.documentElement.scrollHeight, 9000)]"
        )
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        taken = self.tell("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip, optimizeForSpeed=True)
        path.write_bytes(base64.b64decode(taken["data"]))


# ---- What every page must have ---------------------------------------------------------------------------------------

READ = """
  const text = (element) => element.textContent.replace(/\\s+/g, " ").trim();
  const seen = (element) => { element.dataset.seen = ""; return text(element); };
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => { const found = root.querySelector(selector); return found && seen(found); };
  const cells = (table) => all("tbody tr", table).map((row) => [...row.cells].map(seen));
  const tables = (root) => Object.fromEntries(all("table", root).map((table) => [one("caption", table), cells(table)]));
  const geometry = (root, selector) => all(selector, root).map((each) => ({
    kind: each.classList[1] ?? each.classList[0],
    title: each.previousElementSibling ? seen(each.previousElementSibling) : "",
    x: each.getAttribute("x"), width: each.getAttribute("width"), drawn: each.getBoundingClientRect().width + parseFloat(getComputedStyle(each).strokeWidth) }));
"""


def read_page(browser: Browser) -> dict:
    """Everything on the page, each piece marked as seen."""
    return browser.run(
        READ
        + """
  return {
    title: document.title, lang: document.documentElement.lang, heading: one("h1"), agreement: one(".agreement"),
    is_provisional: !!document.querySelector(".badge.provisional"), provisional: one("header .note"),
    facts: Object.fromEntries(all(".facts > div").map((fact) => [one("dt", fact), all("dd", fact).map(seen)])),
    cards: all(".cards li").map((card) =>
      [".about", ".big", ".badge", ".rest"].map((part) => one(part, card)).concat(one("a", card) && card.querySelector("a").hash)),
    objective: one("h2#availability + p"),
    overview: all("#overview-caption").map((caption) => cells(caption.closest("table")))[0] ?? [],
    not_probed: all("section[aria-labelledby=availability] > .note").map(seen),
    services: all(".service").map((service) => ({
      name: one("h3", service), percent: one(".percent", service), verdict: one(".outcome .badge", service),
      tables: tables(service), says: one(".says", service), words: all("svg[role=img]", service).map((each) => each.ariaLabel),
      scale: all(".scale", service).map(seen), bands: geometry(service, ".timeline .band"),
      windows: geometry(service, ".timeline .window"), behind: geometry(service, ".burn-down .band"),
      days: all(".timeline .day", service).map(seen), days_again: all(".burn-down .day", service).map(seen),
      line: service.querySelector(".burn-down .line").getAttribute("d"), lost: service.querySelector("circle.lost")?.getAttribute("cx") })),
    latency: one(".latency"),
    reported_later: one("section[aria-labelledby=tickets] > .note"),
    tallies: all(".tallies table").map((table) => [one("caption", table), all("thead th", table).map(seen), cells(table)]),
    tickets_caption: one("#tickets-caption"),
    tickets: all("#ticket-table tbody tr").map((row) => ({ cells: [...row.cells].map(seen), data: { ...row.dataset } })),
    choices: all(".filters select").map((choice) => all("option", choice).map(seen)),
    shown: one("#shown"), zone: one("footer"), figures: document.getElementById("figures").textContent,
  };"""
    )


def unseen_figures(browser: Browser) -> list[str]:
    """Texts with a digit that no comparison has looked at."""
    return browser.run("""
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const left = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (/\\d/.test(walker.currentNode.data) && !parent.closest("script, style, [data-seen]")) left.push(parent.outerHTML);
      }
      return left;""")


def place(figures: dict, instant: str) -> float:
    begin, end = (parsed(figures["period"][side]) for side in ("from", "to"))
    return (parsed(instant) - begin) / (end - begin)


def check_bands(what: str, figures: dict, drawn: list[dict], wanted: list[dict], least: float) -> None:
    """Every stretch is drawn where it belongs, and is wide enough to be seen."""
    expect(f"{what}: count", len(drawn), len(wanted))
    for band, stretch in zip(drawn, wanted, strict=False):
        begin, end = (place(figures, stretch[side]) for side in ("from", "to"))
        expect(f"{what}: kind", band["kind"], stretch.get("state", "window"))
        expect(f"{what}: from", abs(float(band["x"].rstrip("%")) - begin * 100) < 1e-3)
        expect(f"{what}: width", abs(float(band["width"].rstrip("%")) - (end - begin) * 100) < 1e-3)
        expect(f"{what}: visible", band["drawn"] >= least)


def check_service(figures: dict, service: dict, shown: dict) -> None:
    zone, name = figures["zone"], service["service"]
    budget, is_over = service["budget"], service["budget"]["left_s"] < 0
    expect(f"{name}: name", shown["name"], " ".join(name.split()))
    expect(f"{name}: percent", shown["percent"], percent(service["percent"]))
    expect(f"{name}: verdict", shown["verdict"], verdict(service["met"]))
    sums = {state: 0.0 for state in ("down", "excluded", "unknown", "to_come")}
    for stretch in service["timeline"]:
        sums[stretch["state"]] += (parsed(stretch["to"]) - parsed(stretch["from"])).total_seconds()
    expect(f"{name}: down adds up", round(sums["down"], 3), service["down_s"])
    expect(f"{name}: excluded adds up", round(sums["excluded"], 3), service["excluded_s"])
    expect(f"{name}: unknown adds up", round(sums["unknown"] + sums["to_come"], 3), service["unknown_s"])
    times = [["Up", clock(service["up_s"])], ["Down", clock(service["down_s"])],
             ["Excluded", clock(service["excluded_s"])], ["Unknown", clock(service["unknown_s"])]]  # fmt: skip
    if service["provisional"]:
        times.append(["of which to come", clock(sums["to_come"])])
    cases = [[f"{which} case", f"{percent(service[key]['percent'])} {verdict(service[key]['met'])}"]
             for which, key in (("Best", "best_case"), ("Worst", "worst_case"))]  # fmt: skip
    timeline = [[stretch["state"].replace("_", " "), local(stretch["from"], zone), local(stretch["to"], zone),
                 clock((parsed(stretch["to"]) - parsed(stretch["from"])).total_seconds())]
                for stretch in service["timeline"]]  # fmt: skip
    windows = [[local(window["from"], zone), local(window["to"], zone),
                clock((parsed(window["to"]) - parsed(window["from"])).total_seconds())]
               for window in service["windows"]]  # fmt: skip
    expect(f"{name}: tables", shown["tables"], {
        "The month": times,
        "If unknown time was up, or was down": cases,
        "Error budget": [["Allowed", clock(budget["allowed_s"])], ["Spent", clock(budget["spent_s"])],
                         ["Left", clock(budget["left_s"])]],
        f"When {shown['name']} was not up": timeline or [["It was up all the time."]],
        "Planned windows": windows or [["No window was planned."]],
        f"Error budget left of {shown['name']}":
            [[local(point["at"], zone), clock(point["left_s"])] for point in service["burn_down"]],
    })  # fmt: skip

    order = ["to_come", "unknown", "excluded", "down"]
    drawn = sorted(service["timeline"], key=lambda stretch: order.index(stretch["state"]))
    check_bands(f"{name}: timeline", figures, shown["bands"], drawn, 2)
    check_bands(f"{name}: windows", figures, shown["windows"], service["windows"], 2)
    titles = {f"{state}, {begin} to {end}, {long}" for state, begin, end, long in timeline}
    expect(f"{name}: titles", {band["title"] for band in shown["bands"]}, titles)
    expect(f"{name}: window titles", [band["title"] for band in shown["windows"]],
           [f"Planned window, {begin} to {end}, {long}" for begin, end, long in windows])  # fmt: skip

    points = [tuple(map(float, point.split())) for point in re.split("[ML]", shown["line"])[1:]]
    least = min(0, service["burn_down"][-1]["left_s"])
    height = budget["allowed_s"] - least
    expect(f"{name}: line", len(points), len(service["burn_down"]))
    for (x, y), point in zip(points, service["burn_down"], strict=False):
        expect(f"{name}: line at {point['at']}", abs(x - place(figures, point["at"]) * 1000) < 0.01)
        expect(f"{name}: line of {point['left_s']}", abs(y - (budget["allowed_s"] - point["left_s"]) / height * 1000) < 0.01)
    expect(f"{name}: burn-down", [service["burn_down"][0]["left_s"], service["burn_down"][-1]["left_s"]],
           [budget["allowed_s"], budget["left_s"]])  # fmt: skip
    expect(f"{name}: lost", is_over, budget["lost_at"] is not None and shown["lost"] is not None)
    expect(f"{name}: scale", shown["scale"],
           [f"{clock(budget['allowed_s'])} allowed", "0", f"{clock(budget['left_s'])} left"])  # fmt: skip
    if service["met"] is None:
        says = "Nothing of the month is known, so nothing is known to be spent."
    elif is_over:
        says = f"Overspent since {local(budget['lost_at'], zone)}."
        expect(f"{name}: crossing", abs(float(shown["lost"].rstrip("%")) - place(figures, budget["lost_at"]) * 100) < 1e-3)
    else:
        when = "so far" if service["provisional"] else "at the end of the month"
        says = f"{clock(budget['left_s'])} of {clock(budget['allowed_s'])} left {when}."
    expect(f"{name}: says", shown["says"], says)
    expect(f"{name}: words of the picture", says in shown["words"][1])
    expect(f"{name}: days", [shown["days"], shown["days_again"]], [days_of(figures)] * 2)


def days_of(figures: dict) -> list[str]:
    begin, end = (parsed(figures["period"][side]).astimezone(ZoneInfo(figures["zone"])) for side in ("from", "to"))
    return [str(day) for day in range(1, (end.date() - begin.date()).days + 1)]


def check_availability(figures: dict, shown: dict) -> None:
    services = figures["services"]
    expect("services", len(shown["services"]), len(services))
    for service, seen in zip(services, shown["services"], strict=False):
        check_service(figures, service, seen)
    if services:
        wanted = f"At least {float(services[0]['at_least_percent']):.1f} % of the month;"
        expect("objective", shown["objective"].startswith(wanted))
    overview = [[" ".join(each["service"].split()), verdict(each["met"]), percent(each["percent"]), clock(each["down_s"]),
                 clock(each["unknown_s"]), clock(each["budget"]["left_s"])] for each in services]  # fmt: skip
    expect("overview", shown["overview"], overview if len(services) > 1 else [])
    for name in figures["services_not_probed"]:
        expect(f"not probed: {name}", any(name in note for note in shown["not_probed"]))
    latency = figures["latency"]
    within = length(latency["threshold_s"])
    if latency["counted"]:
        words = f"{latency['within']} of {latency['counted']} answered probes within {within} ({served(latency)})"
    else:
        words = f"No answered probe was timed; promised is {within}."
    expect("latency", shown["latency"], f"{verdict(latency['met'])} {words}")


def served(latency: dict) -> str:
    """The share served in time, rounded down."""
    if not latency["counted"]:
        return "–"
    parts = latency["within"] * 1_000_000 // latency["counted"]
    return f"{parts // 10_000}.{parts % 10_000:04} %"


MISSES = {"firm": "breach", "reasonable_efforts": "missed objective", "commercially_reasonable_efforts": "missed objective"}
SIGNS = {"met": "✓", "missed": "✕", "running": "▸", "on_hold": "‖", "not_started": "○", "not_promised": "–"}


def commitment_cells(commitment: dict, ticket: dict, names: dict[int, str], zone: str) -> list[str]:
    state, margin = commitment["state"], commitment["margin_s"]
    word = MISSES[commitment["strength"]] if state == "missed" else state.replace("_", " ")
    judged = "" if commitment["severity"] == ticket["severity"] else f" as {names[commitment['severity']]}"
    if margin is None:
        shown = "–"
    elif state == "missed":
        shown = f"{length(-margin)} late"
    else:
        shown = f"{length(margin)} {'before' if state == 'met' else 'left'}"
    due = local(commitment["due"], zone) if commitment["due"] else "–"
    return [f"{SIGNS[state]} {word}{judged}", due, shown]


def check_tickets(figures: dict, shown: dict) -> None:
    tickets, zone = figures["tickets"], figures["zone"]
    levels = [row[0] for row in shown["tallies"][0][2][:-1]] if shown["tallies"] else []
    names = {int(level.split()[0]): level for level in levels}
    expect("rows", len(shown["tickets"]), len(tickets["list"]))
    for ticket, row in zip(tickets["list"], shown["tickets"], strict=False):
        wanted = [" ".join(ticket["ticket"].split()), names[ticket["severity"]]]
        if ticket["edition"] is not None:
            wanted.append(ticket["edition"])
        for kind in ("response", "resolution"):
            wanted += commitment_cells(ticket[kind], ticket, names, zone)
        expect(f"{ticket['ticket']}: cells", row["cells"], wanted)
        expect(f"{ticket['ticket']}: state", [row["data"][kind] for kind in ("response", "resolution")],
               [ticket[kind]["state"] for kind in ("response", "resolution")])  # fmt: skip
    for caption, heads, rows in shown["tallies"]:
        kind = {"Responses": "response", "Resolutions": "resolution"}[caption]
        states = [head.replace(" ", "_") for head in heads[1:]]
        expect(f"{caption}: states left out", [n for state, n in tickets[kind].items() if n and state not in states], [])
        for level, *counts in rows:
            of = tickets[kind] if level == "all" else tickets["by_severity"][level.split()[0]][kind]
            expect(f"{caption} of {level}", counts, [str(of[state]) for state in states])
    if tickets["reported_later"]:
        count = tickets["reported_later"]
        expect("reported later", shown["reported_later"],
               f"Not judged, because reported later: {count} ticket{'' if count == 1 else 's'}")  # fmt: skip
    if tickets["list"]:
        expect("caption", shown["tickets_caption"], f"Every ticket of the records, as of {local(figures['as_of'], zone)}")
        severities = sorted({ticket["severity"] for ticket in tickets["list"]})
        expect("severities to choose", shown["choices"][0], ["all", *(names[severity] for severity in severities)])
        expect("shown", shown["shown"], f"{len(tickets['list'])} of {len(tickets['list'])} shown")


def check_cards(figures: dict, shown: dict) -> None:
    cards = {card[0]: card[1:] for card in shown["cards"]}
    if figures["latency"] is not None:
        services, latency = figures["services"], figures["latency"]
        met = sum(service["met"] is True for service in services)
        expect("availability card", cards["Availability"][0], f"{met} of {len(services)}" if services else "–")
        missed = sum(service["met"] is False for service in services)
        if missed:
            expect("missed services", cards["Availability"][1], f"✕ {missed} missed")
        expect("latency card", cards["Latency"][:2], [served(latency), verdict(latency["met"])])
        expect("latency counted", cards["Latency"][2].startswith(f"of {latency['counted']} answered probe"))
    if figures["tickets"] is not None:
        for name, kind in (("Responses", "response"), ("Resolutions", "resolution")):
            counts = figures["tickets"][kind]
            expect(f"{name} card", cards[name][0], f"{counts['met']} of {counts['met'] + counts['missed']}")
            if counts["missed"]:
                expect(f"{name} missed", cards[name][1], f"✕ {counts['missed']} missed")
            open_ones = [f"{counts[state]} {state.replace('_', ' ')}"
                         for state in ("running", "on_hold", "not_started", "not_promised") if counts[state]]  # fmt: skip
            expect(f"{name} open", cards[name][2], ", ".join([f"{name.lower()} in time", *open_ones]))


def check_figures(figures: dict, shown: dict) -> None:
    zone, is_provisional = figures["zone"], parsed(figures["as_of"]) < parsed(figures["period"]["to"])
    expect("heading", shown["heading"], month_name(figures["month"]))
    expect("title", shown["title"], "Service levels, " + month_name(figures["month"]))
    expect("language", shown["lang"], "en")
    expect("agreement", shown["agreement"], figures["agreement"])
    expect("provisional", shown["is_provisional"], is_provisional)
    if is_provisional:
        expect("end of the month", local(figures["period"]["to"], zone) in shown["provisional"])
    expect("month", shown["facts"]["Month"],
           [local(figures["period"]["from"], zone) + " to", local(figures["period"]["to"], zone), zone])  # fmt: skip
    expect("as of", shown["facts"]["As of"], [local(figures["as_of"], zone), figures["as_of"]])
    expect("records", shown["facts"]["Records"], figures["records"])
    expect("reading", shown["facts"]["Reading of the agreement"], [figures["reading"].replace("_", " ")])
    expect("offering", "Offering" in shown["facts"], figures["offering"] is not None)
    expect("zone", zone in shown["zone"])
    check_cards(figures, shown)
    if figures["latency"] is not None:
        check_availability(figures, shown)
    if figures["tickets"] is not None:
        check_tickets(figures, shown)


def check_structure(browser: Browser) -> None:
    """Headings in order, tables with captions and scopes, references that lead somewhere."""
    found = browser.run("""
      const all = (selector) => [...document.querySelectorAll(selector)];
      const ids = all("[id]").map((each) => each.id);
      return {
        headings: all("h1, h2, h3, h4").map((each) => Number(each.tagName[1])),
        without_caption: all("table").filter((each) => !each.caption?.textContent.trim()).length,
        without_scope: all("th").filter((each) => !each.scope).length,
        twice: ids.filter((id, place) => ids.indexOf(id) !== place),
        lost: all("a[href], [aria-labelledby]").filter((each) => {
          const id = each.getAttribute("aria-labelledby") ?? each.hash.slice(1);
          return !document.getElementById(id)?.textContent.trim();
        }).map((each) => each.outerHTML.slice(0, 80)),
        unnamed: all("svg:not([aria-hidden=true]):not(svg svg)").filter((each) => !each.ariaLabel).length,
        unlabelled: all("select, button").filter((each) => !each.labels?.length && !each.textContent.trim()).length,
        landmarks: ["header", "main", "footer"].map((each) => all(each).length),
      };""")
    expect("first heading", found["headings"][0], 1)
    expect("one h1", found["headings"].count(1), 1)
    steps = [later - earlier for earlier, later in zip(found["headings"], found["headings"][1:], strict=False)]
    expect("headings in order", max(steps, default=0) <= 1)
    for each in ("without_caption", "without_scope", "unnamed", "unlabelled"):
        expect(each.replace("_", " "), found[each], 0)
    expect("ids twice", found["twice"], [])
    expect("references to nothing", found["lost"], [])
    expect("landmarks", found["landmarks"], [1, 1, 1])


def check_width(browser: Browser) -> None:
    """Nothing but the inside of a scrolling region is wider than the screen."""
    browser.run("for (const each of document.querySelectorAll('details')) each.open = true")
    width, too_wide = browser.run("""
      const is_outside = (each) => each.getBoundingClientRect().right > innerWidth + 2 && !each.closest(".scroll, .timeline, .burn-down");
      return [document.documentElement.scrollWidth,
              [...document.querySelectorAll("body *")].filter(is_outside).map((each) => each.outerHTML.slice(0, 80))];""")
    browser.run("for (const each of document.querySelectorAll('details')) each.open = false")
    expect("width of the page", width, browser.run("return innerWidth"))
    expect("wider than the screen", too_wide, [])


CONTRAST = """
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const luminance = (colour) => {
    const [r, g, b] = rgba(colour).map((part) => (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if (rgba(colour)[3] === 255) return colour;
    }
    return "white";
  };
"""


def check_contrast(browser: Browser, theme: str) -> None:
    faint = browser.run(
        CONTRAST
        + """
      const faint = new Set();
      for (const each of document.querySelectorAll("body *")) {
        const has_text = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!has_text || each.closest("script, style, title")) continue;
        const style = getComputedStyle(each);
        const reached = contrast(each instanceof SVGElement ? style.fill : style.color, ground(each));
        if (reached < 4.5) faint.add(`${each.tagName}.${each.getAttribute("class")} ${reached.toFixed(2)}`);
      }
      return [...faint];"""
    )
    expect(f"{theme}: text that is hard to read", faint, [])
    pale = browser.run(
        CONTRAST
        + """
      const fill = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);
      const probe = document.body.appendChild(document.createElement("i"));
      const colour = (name) => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
      const pairs = [["--down", "--up"], ["--excluded-stripe", "--up"], ["--unknown-dot", "--unknown"], ["--window", "--surface"],
                     ["--down", "--surface"], ["--accent", "--surface"]];
      const pale = pairs.filter(([a, b]) => contrast(colour(a), colour(b)) < 3).map((pair) => pair.join(" on "));
      probe.remove();
      return pale;"""
    )
    expect(f"{theme}: signs that are hard to see", pale, [])
    dark = browser.run(CONTRAST + "return luminance(ground(document.body)) < 0.2")
    expect(f"{theme}: ground", dark, theme == "dark")


# ---- What the sample's page must do ----------------------------------------------------------------------------------


def check_theme(browser: Browser) -> None:
    button = browser.driver.find_element(By.ID, "theme")
    for preferred in THEMES:
        browser.prefer(color_scheme=preferred)
        other = THEMES[1 - THEMES.index(preferred)]
        for before, after in ((preferred, other), (other, preferred)):
            expect(f"theme button in {before}", button.text, f"{after.capitalize()} theme")
            button.click()
            check_contrast(browser, after)
        browser.run("delete document.documentElement.dataset.theme")


def shown_rows(browser: Browser) -> list[list[str]]:
    return browser.run("""return [...document.querySelectorAll("#ticket-table tbody tr")].filter((row) => row.checkVisibility())
      .map((row) => [row.cells[0].textContent, row.dataset.severity, row.dataset.response, row.dataset.resolution]);""")


def check_filters(browser: Browser, figures: dict) -> None:
    tickets = [[each["ticket"], str(each["severity"]), each["response"]["state"], each["resolution"]["state"]]
               for each in figures["tickets"]["list"]]  # fmt: skip
    driver = browser.driver
    names = ("severity", "response", "resolution")
    choices = {name: Select(driver.find_element(By.ID, f"filter-{name}")) for name in names}
    show_all = driver.find_element(By.CSS_SELECTOR, ".filters button")
    for place_of, name in enumerate(names, 1):
        for value in [option.get_attribute("value") for option in choices[name].options]:
            choices[name].select_by_value(value)
            wanted = [row for row in tickets if value in ("", row[place_of])]
            expect(f"rows with {name} {value}", shown_rows(browser), wanted)
            said = driver.find_element(By.ID, "shown").text
            expect(f"rows said with {name} {value}", said, f"{len(wanted)} of {len(tickets)} shown")
        choices[name].select_by_value("")
    choices["severity"].select_by_value("4")
    choices["resolution"].select_by_value("missed")
    expect("two filters that nothing passes", shown_rows(browser), [])
    expect("nothing shown", driver.find_element(By.ID, "none-shown").is_displayed())
    show_all.click()
    browser.run("return new Promise((done) => setTimeout(done))")
    expect("all rows again", shown_rows(browser), tickets)
    expect("something shown", driver.find_element(By.ID, "none-shown").is_displayed(), False)


def check_sorting(browser: Browser, figures: dict) -> None:
    states = list(SIGNS)
    missing = (1, 0)

    def order(column: int) -> Callable[[dict], tuple]:
        kind = "response" if column < 5 else "resolution"

        def key(ticket: dict) -> tuple:
            if column == 0:
                return 0, int(ticket["ticket"].split("-")[1])
            if column == 1:
                return 0, ticket["severity"]
            part = ("state", "due", "margin_s")[(column - 2) % 3]
            value = ticket[kind][part]
            if value is None:
                return missing
            return 0, states.index(value) if part == "state" else value

        return key

    for column in range(8):
        head = browser.driver.find_elements(By.CSS_SELECTOR, "#ticket-table thead tr:last-child th")[column]
        for direction in ("ascending", "descending"):
            head.find_element(By.TAG_NAME, "button").click()
            expect(f"column {column}: direction", head.get_attribute("aria-sort"), direction)
            expect("one sorted column", browser.run('return document.querySelectorAll("[aria-sort]").length'), 1)
            by_name = {ticket["ticket"]: order(column)(ticket) for ticket in figures["tickets"]["list"]}
            keys = [by_name[row[0]] for row in shown_rows(browser)]
            present = [key for key in keys if key != missing]
            wanted = sorted(present, reverse=direction == "descending")
            expect(f"column {column} {direction}", keys, wanted + [missing] * (len(keys) - len(present)))
    browser.driver.find_element(By.CSS_SELECTOR, "#ticket-table thead tr:last-child th button").click()


def check_details(browser: Browser) -> None:
    for each in browser.driver.find_elements(By.TAG_NAME, "details"):
        table = each.find_element(By.TAG_NAME, "table")
        expect("table in closed details", browser.shows(table), False)
        each.find_element(By.TAG_NAME, "summary").click()
        expect("table in opened details", browser.shows(table))
        each.find_element(By.TAG_NAME, "summary").click()


def check_links(browser: Browser) -> None:
    for link in browser.driver.find_elements(By.CSS_SELECTOR, "main a"):
        link.click()
        target = browser.run("return document.querySelector(location.hash).getBoundingClientRect().top")
        expect(f"{link.text} leads to its place", -1 <= target < DESKTOP[1])


def check_keyboard(browser: Browser, page: Path) -> None:
    """Every control is reached with the tabulator key, in order, and shows that it is."""
    browser.open(page)
    controls = browser.run("""
      const controls = [...document.querySelectorAll("a, button, select, summary, .scroll")].filter((each) => each.checkVisibility());
      controls.forEach((each, place) => { each.dataset.place = place; });
      return controls.length;""")
    reached = []
    for _ in range(controls):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        place_of, outline, visible = browser.run("""
          const style = getComputedStyle(document.activeElement);
          const box = document.activeElement.getBoundingClientRect();
          return [document.activeElement.dataset.place, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                  box.width > 0 && box.left >= 0 && box.bottom > 0 && box.top < innerHeight];""")
        reached.append(place_of)
        expect(f"focus of control {place_of} is seen", [outline, visible], [True, True])
    expect("controls reached", reached, [str(number) for number in range(controls)])
    summary = browser.driver.find_element(By.TAG_NAME, "summary")
    browser.run("arguments[0].focus()", summary)
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
    expect("details opened by key", browser.run("return document.querySelector('details').open"))
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()


def check_motion(browser: Browser) -> None:
    for wish, wanted in (("no-preference", "smooth"), ("reduce", "auto")):
        browser.prefer(reduced_motion=wish)
        expect(f"motion with {wish}", browser.run("return getComputedStyle(document.documentElement).scrollBehavior"), wanted)


def check_print(browser: Browser) -> None:
    """On paper the tables are open and the controls are gone."""
    browser.run("""
      globalThis.printed = [];
      addEventListener("beforeprint", () => printed.push(document.querySelectorAll("details:not([open])").length));""")
    browser.prefer(color_scheme="dark")
    pdf = base64.b64decode(browser.tell("Page.printToPDF")["data"])
    expect("printed", pdf.startswith(b"%PDF"))
    browser.tell("Emulation.setEmulatedMedia", media="print", features=[])
    expect("controls on paper", browser.driver.find_element(By.ID, "theme").is_displayed(), False)
    check_contrast(browser, "light")
    browser.tell("Emulation.setEmulatedMedia", media="")
    browser.prefer(color_scheme="light")
    browser.run("dispatchEvent(new Event('beforeprint'))")
    expect("details closed on paper", browser.run("return document.querySelectorAll('details:not([open])').length"), 0)
    browser.run("dispatchEvent(new Event('afterprint'))")
    expect("details open after printing", browser.run("return document.querySelectorAll('details[open]').length"), 0)


def check_without_script(browser: Browser, page: Path, figures: dict) -> None:
    browser.tell("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page, PHONE)
    rows = browser.driver.find_elements(By.CSS_SELECTOR, "#ticket-table tbody tr")
    expect("rows without script", [len(rows), all(row.is_displayed() for row in rows)],
           [len(figures["tickets"]["list"]), True])  # fmt: skip
    for control in ("#theme", "#filters"):
        expect(f"{control} without script", browser.driver.find_element(By.CSS_SELECTOR, control).is_displayed(), False)
    details = browser.driver.find_element(By.TAG_NAME, "details")
    details.find_element(By.TAG_NAME, "summary").click()
    expect("details without script", details.find_element(By.TAG_NAME, "table").is_displayed())
    browser.tell("Emulation.setScriptExecutionDisabled", value=False)


# ---- All together ----------------------------------------------------------------------------------------------------


def check_page(browser: Browser, name: str, page: Path, figures: dict, screenshots: Path) -> None:
    text = page.read_text(encoding="utf-8")
    markup = Markup()
    markup.feed(text)
    expect("markup", [markup.wrong, markup.open], [[], []])
    browser.prefer(color_scheme="light")
    browser.open(page)
    shown = read_page(browser)
    expect("figures within", json.loads(shown["figures"]), figures)
    check_figures(figures, shown)
    expect("figures not compared", unseen_figures(browser), [])
    check_structure(browser)
    for size, width in ((PHONE, "phone"), (DESKTOP, "desktop")):
        browser.resize(size)
        check_width(browser)
        for theme in THEMES:
            browser.prefer(color_scheme=theme)
            check_contrast(browser, theme)
            browser.screenshot(screenshots / f"{name}-{width}-{theme}.png")


def check_sample(browser: Browser, page: Path, figures: dict) -> None:
    browser.open(page)
    check_theme(browser)
    check_filters(browser, figures)
    check_sorting(browser, figures)
    check_details(browser)
    check_keyboard(browser, page)
    check_motion(browser)
    check_links(browser)
    check_print(browser)
    check_without_script(browser, page, figures)


def main() -> int:
    program, screenshots = sys.argv[1], Path(sys.argv[2])
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        print("skipped: chromium or chromedriver is missing (Debian: chromium, chromium-driver)")
        return 77
    screenshots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        browser = Browser(chromium, driver, folder / "profile")
        try:
            for name, arguments in pages(folder).items():
                page = folder / f"{name}.html"
                figures = write_page(program, arguments, page)
                before = len(problems)
                check_page(browser, name, page, figures, screenshots)
                if name == "sample":
                    check_sample(browser, page, figures)
                asked_for = {url.partition("#")[0] for url in browser.requests()}
                expect("requests", asked_for, {page.as_uri()})
                expect("console", [each["message"] for each in browser.driver.get_log("browser")], [])
                problems[before:] = [f"{name}: {problem}" for problem in problems[before:]]
        finally:
            browser.driver.quit()
    for problem in problems:
        print(problem)
    print(f"{checks} checks, {len(problems)} problems, pictures in {screenshots}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
