"""Everything that a page shows, compared with what --json says."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from browser import Browser
from checks import expect

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


# ---- What a page shows -----------------------------------------------------------------------------------------------

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
    unknown = [stretch for stretch in service["timeline"] if stretch["state"] in ("unknown", "to_come")]
    check_bands(f"{name}: behind the budget", figures, shown["behind"], unknown, 0)
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
SIGNS = {"met": "✓", "missed": "✕", "running": "▸", "on_hold": "‖", "not_started": "○", "withdrawn": "⊘", "not_promised": "–"}


def commitment_cells(commitment: dict, ticket: dict, names: dict[int, str], zone: str) -> list[str]:
    state, margin = commitment["state"], commitment["margin_s"]
    word = MISSES[commitment["strength"]] if state == "missed" else state.replace("_", " ")
    judged = "" if commitment["severity"] == ticket["severity"] else f" as {names[commitment['severity']]}"
    if margin is None:
        shown = "–"
    elif state == "missed":
        shown = f"{length(-margin)} late"
    else:
        shown = f"{length(margin)} {'before' if state in ('met', 'withdrawn') else 'left'}"
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
        if services:
            goal = f"at {float(services[0]['at_least_percent']):.1f} % or more"
            expect("goal", cards["Availability"][2].removesuffix(", so far").endswith(goal))
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
                         for state in ("running", "on_hold", "not_started", "withdrawn", "not_promised") if counts[state]]  # fmt: skip
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
    expect("reading", shown["facts"]["Reading of the agreement"], [figures["reading"].replace("as_written", "as written")])
    skipped = figures["skipped_lines"]
    left_out = [f"{skipped} line{'' if skipped == 1 else 's'} that could not be used"] if skipped else None
    expect("left out", shown["facts"].get("Left out"), left_out)
    editions = {ticket["edition"] for ticket in figures["tickets"]["list"]} - {None} if figures["tickets"] else set()
    expect("editions", editions - {each.split(",")[0] for each in shown["facts"].get("Editions", [])}, set())
    expect("offering", "Offering" in shown["facts"], figures["offering"] is not None)
    expect("zone", zone in shown["zone"])
    check_cards(figures, shown)
    if figures["latency"] is not None:
        check_availability(figures, shown)
    if figures["tickets"] is not None:
        check_tickets(figures, shown)
