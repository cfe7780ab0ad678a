"""What everybody needs to read a page: sound markup, a width that fits, and contrast."""

from html.parser import HTMLParser

from browser import Browser
from checks import expect


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


def check_width(browser: Browser, screen: int) -> None:
    """Nothing but the inside of a scrolling region is wider than the screen."""
    browser.run("for (const each of document.querySelectorAll('details')) each.open = true")
    width, too_wide = browser.run("""
      const is_outside = (each) => each.getBoundingClientRect().right > arguments[0] + 2 && !each.closest(".scroll, .timeline, .burn-down");
      return [document.documentElement.scrollWidth,
              [...document.querySelectorAll("body *")].filter(is_outside).map((each) => each.outerHTML.slice(0, 80))];""", screen)
    browser.run("for (const each of document.querySelectorAll('details')) each.open = false")
    expect("width of the page", width, screen)
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
