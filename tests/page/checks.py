"""What was checked, and what was wrong."""

problems: list[str] = []
count = 0


def expect(what: str, found: object, wanted: object = True) -> None:
    global count
    count += 1
    if found != wanted:
        problems.append(f"{what}: found {found!r}, wanted {wanted!r}")
