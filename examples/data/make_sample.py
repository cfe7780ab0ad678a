#!/usr/bin/env python3
"""Writes tickets.csv and probes.csv beside itself: an invented October 2026, the same one every time.

Times are US Eastern, UTC-4 all through that October. The month has a federal holiday (Columbus Day, Monday the 12th).
"""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

EASTERN = timezone(timedelta(hours=-4))
FOLDER = Path(__file__).parent


def at(text: str) -> datetime:
    """'12 09:30' is Monday, 2026-10-12 09:30."""
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-10-{int(day):02} {clock}").replace(tzinfo=EASTERN)


def utc(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# ---- tickets --------------------------------------------------------------------------------------------------------

# ticket, severity, reported, then what happened: an event and its time; severity_changed has the new severity in front
STORIES = """
R-1001 3 01 08:12: responded 01 10:40, replicated 01 13:05, confirmed 01 13:20, resolved 06 16:45
R-1002 4 01 11:30: responded 02 09:15, closed 20 12:00
R-1003 2 01 14:48: responded 01 16:02, confirmed 01 16:30, worked_around 02 11:10, resolved 05 15:00
R-1004 3 02 09:05: responded 02 15:31, confirmed 05 09:00, hold_started 06 10:00, hold_ended 13 09:00, resolved 19 11:30
R-1005 1 02 16:20: responded 02 16:44, replicated 02 17:10, confirmed 02 17:25, worked_around 02 21:50, resolved 03 09:00
R-1006 3 02 19:40: responded 05 14:22, confirmed 05 15:00, resolved 08 10:05
R-1007 4 03 10:00: responded 06 09:30
R-1008 2 03 12:15: responded 05 03:40, confirmed 05 08:30, resolved 07 17:10
R-1009 3 05 08:50: responded 06 23:10, confirmed 07 09:00, resolved 15 16:00
R-1010 3 05 13:33: responded 07 09:12, confirmed 07 10:00, resolved 21 14:20
R-1011 2 06 09:41: responded 06 12:58, confirmed 06 13:30, hold_started 06 15:00, hold_ended 09 15:00, resolved 12 10:30
R-1012 4 06 16:16: responded 08 18:00, resolved 23 10:00
R-1013 1 07 04:05: responded 07 05:31, confirmed 07 06:00, resolved 07 18:45
R-1014 3 07 11:20: responded 08 11:00, confirmed 08 13:15, resolved 14 09:40, reopened 16 10:10, resolved 20 15:25, closed 27 09:00
R-1015 3 08 15:55: responded 09 12:30, 2 severity_changed 09 13:00, confirmed 09 14:00, resolved 13 17:30
R-1016 2 09 17:30: responded 09 20:10, confirmed 09 21:00, resolved 15 09:45
R-1017 3 09 18:45: responded 13 20:30, confirmed 14 09:00, resolved 22 13:00
R-1018 2 10 09:20: responded 13 03:59, confirmed 13 09:00, resolved 15 18:00
R-1019 2 10 22:05: responded 13 09:40, confirmed 13 10:00, resolved 16 11:00
R-1020 4 12 10:10: responded 14 11:00
R-1021 1 12 13:00: responded 12 15:20, replicated 12 15:50, confirmed 12 16:00, worked_around 13 12:30
R-1022 3 13 09:00: responded 14 16:00, confirmed 14 16:30, resolved 23 15:15
R-1023 3 13 10:45: responded 15 08:00, confirmed 15 09:30
R-1024 4 14 08:30: responded 16 23:45, closed 30 09:00
R-1025 2 14 20:40: responded 15 00:35, confirmed 15 08:30, resolved 20 09:20
R-1026 3 15 12:12: responded 16 09:00, 1 severity_changed 16 09:30, confirmed 16 10:15, resolved 17 11:45
R-1027 3 16 14:14: responded 19 23:59, confirmed 20 09:00, resolved 28 10:00
R-1028 4 17 15:00: responded 19 10:20
R-1029 1 18 02:45: responded 18 03:15, confirmed 18 04:00, resolved 18 22:30, reopened 19 08:00, resolved 19 10:10
R-1030 3 19 11:11: responded 20 15:40, confirmed 21 09:00, hold_started 22 09:00
R-1031 1 20 03:38: responded 20 04:10, replicated 20 04:15, confirmed 20 04:20, resolved 20 05:05
R-1032 2 20 09:00: responded 20 11:30, 3 severity_changed 20 12:00, confirmed 20 13:00, resolved 29 16:00
R-1033 3 21 16:30: responded 22 09:45, confirmed 22 11:00, resolved 30 12:00
R-1034 2 22 13:50: responded 22 18:30, confirmed 23 09:00, resolved 28 14:00
R-1035 3 23 10:25: responded 26 17:00, confirmed 27 09:00
R-1036 4 24 12:00: responded 28 09:30
R-1037 1 26 09:30: responded 26 10:05, hold_started 26 11:00
R-1038 2 28 15:15: responded 28 17:00, confirmed 29 09:00
R-1039 3 29 09:10: responded 30 10:00, confirmed 30 11:30
R-1040 2 30 12:20: responded 30 13:05, hold_started 30 14:00
R-1041 3 30 17:45:
R-1042 4 31 11:00:
"""

Line = tuple[datetime, str, str, str]  # at, ticket, event, severity


def lines_of(story: str) -> list[Line]:
    (head, _, events) = story.partition(":")
    minutes, _, events = events.partition(":")
    ticket, severity, reported = f"{head}:{minutes}".split(maxsplit=2)
    lines = [(at(reported), ticket, "notified", severity)]
    for event in filter(None, events.strip().split(", ")):
        *changed, kind, day, clock = event.split()
        lines.append((at(f"{day} {clock}"), ticket, kind, "".join(changed)))
    return lines


def write_tickets() -> None:
    lines = [line for story in STORIES.strip().splitlines() for line in lines_of(story)]
    lines.sort(key=lambda line: line[0])
    rows = [f"{ticket},{utc(when)},{event},{severity}" for when, ticket, event, severity in lines]
    (FOLDER / "tickets.csv").write_text("\n".join(["ticket,at,event,severity", *rows, ""]), encoding="utf-8")


# ---- probes ---------------------------------------------------------------------------------------------------------

# service -> when it is first probed, its usual latency, and when it was not up
SERVICES = {
    "administration": ("01 00:00", 140, [("20 03:30", "20 05:00", "down")]),
    "learner portal": ("01 00:00", 220, [("09 20:45", "09 22:15", "down"), ("27 10:00", "27 11:30", "degraded")]),
    "reporting": ("05 09:00", 900, [("16 21:00", "16 22:00", "down")]),
}
EVERY = timedelta(minutes=15)


def state_of(when: datetime, troubles: list[tuple[str, str, str]]) -> str:
    return next((state for begin, end, state in troubles if at(begin) <= when < at(end)), "up")


def probe(number: int, when: datetime, service: str) -> str:
    _, usual, troubles = SERVICES[service]
    state = state_of(when, troubles)
    wobble = number * 7919 % 211  # looks random, is the same every time
    status, latency = {"up": (200, usual + wobble), "degraded": (200, 9_600 + 4 * wobble), "down": (0, 0)}[state]
    return f"{utc(when)},{service},{state},{status},{latency}"


def write_probes() -> None:
    rows, number, when = [], 0, at("01 00:00")
    while when <= at("31 23:45") + EVERY:
        for service, (first, _, _) in SERVICES.items():
            if at(first) <= when:
                rows.append(probe(number, when, service))
                number += 1
        when += EVERY
    header = "at,service,state,http_status,latency_ms"
    (FOLDER / "probes.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    write_tickets()
    write_probes()
