"""Turns a file of the project into what Doxygen reads, line by line, so that its complaints name the right line.

Headers are written for people who read them as they are: slots stand in columns (`throws   coverage_error`), an essay
stands at the top. Here the slots become a list of definitions, the essay the description of the header, and the inline
namespace, which Doxygen 1.9 does not understand, is left out. In Markdown, headings get the names by which forges link to
them, and links to files that are no pages become plain text.

    filter.py FILE
"""

import html
import pathlib
import re
import sys

# ---- Headers ---------------------------------------------------------------------------------------------------------

DOCSTRING = re.compile(r"^(\s*///) ?(.*)$")
SLOT = re.compile(r"^([A-Za-z_][\w:, ]*?)\s{2,}(\S.*)$")


def escaped(text: str) -> str:
    """What Doxygen would take for a command stands as itself; code between backticks is left alone."""
    parts = text.split("`")
    for i in range(0, len(parts), 2):
        parts[i] = re.sub(r"[@#]|(?<!\w)::", r"\\\g<0>", html.escape(parts[i], quote=False))
    return "`".join(parts)


def with_slots(lines: list[str]) -> list[str]:
    """A docstring whose last paragraphs are slots in columns."""
    texts = [DOCSTRING.match(line)[2] for line in lines]
    signs = [DOCSTRING.match(line)[1] for line in lines]
    first = next((i for i, text in enumerate(texts) if i > 0 and not texts[i - 1] and SLOT.match(text)), None)
    if first is None:
        return [f"{sign} {escaped(text)}" for sign, text in zip(signs, texts)]
    made = []
    for i, text in enumerate(texts):
        slot = SLOT.match(text) if i >= first else None
        if slot:
            text = f"<dt>{escaped(slot[1])}</dt><dd>{escaped(slot[2])}"
            text = ("<dl class=\"slots\">" if i == first else "</dd>") + text
        else:
            text = escaped(text.strip() if i > first else text)
        made.append(f"{signs[i]} {text}")
    made[-1] += "</dd></dl>"
    return made


def with_essay(lines: list[str], path: str) -> list[str]:
    """The comment below the include guard as the description of the file."""
    made = lines[:]
    specialised = re.findall(r"^struct (\w+)::", "\n".join(lines), re.M)
    made[1] = " ".join(f"namespace {library} {{}}" for library in dict.fromkeys(specialised))
    made[2] = f"/// @file {path}"
    for i in range(3, len(lines)):
        if not lines[i].startswith("//"):
            break
        text = lines[i][3:]
        made[i] = "/// " + ("    " + text if text.startswith("  ") else escaped(text))
    return made


def header(text: str, path: str) -> str:
    made, docstring = [], []
    for line in text.replace("namespace sla::inline v0", "namespace sla").split("\n"):
        if DOCSTRING.match(line):
            docstring.append(line)
            continue
        made += with_slots(docstring) if docstring else []
        docstring = []
        made.append(line)
    return "\n".join(with_essay(made, path))


# ---- Pages -----------------------------------------------------------------------------------------------------------

FENCE = re.compile(r"^```")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def slug(heading: str) -> str:
    """As forges make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def page_name(page: pathlib.Path) -> str:
    return "index" if page.name == "README.md" else page.stem.lower()


def anchor(page: pathlib.Path, heading: str) -> str:
    return f"{page_name(page)}-{heading}"


def linked(match: re.Match, page: pathlib.Path) -> str:
    image, text, target = match.groups()
    if image or "://" in target:
        return match[0]
    file, _, heading = target.partition("#")
    path = (page.parent / file).resolve() if file else page
    if path.suffix == ".md" and path.is_file():
        return f"[{text}](@ref {anchor(path, heading) if heading else page_name(path)})"
    if path.suffix == ".hpp" and "include" in path.parts:
        return f"[{text}](@ref {include_name(path)})"
    return text


def markdown(text: str, page: pathlib.Path) -> str:
    made, in_code = [], False
    for line in text.split("\n"):
        if FENCE.match(line):
            in_code = not in_code
        elif in_code:
            pass
        elif title := re.match(r"^# (.*)$", line):
            line = "# " + title[1].replace("`", "") + (f" {{#{page_name(page)}}}" if page_name(page) != "index" else "")
        elif heading := re.match(r"^#+ (.*)$", line):
            line += f" {{#{anchor(page, slug(heading[1]))}}}"
        elif not made and line.startswith("<!--"):
            continue  # a title stands in the first line, or is none
        else:
            line = LINK.sub(lambda match: linked(match, page), line)
        made.append(line)
    return "\n".join(made)


# ---- Both ------------------------------------------------------------------------------------------------------------


def include_name(path: pathlib.Path) -> str:
    parts = path.resolve().parts
    return "/".join(parts[len(parts) - parts[::-1].index("include") :])


if __name__ == "__main__":
    file = pathlib.Path(sys.argv[1]).resolve()
    content = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        content = markdown(content, file)
    elif file.suffix == ".hpp":
        content = header(content, include_name(file))
    sys.stdout.write(content)
