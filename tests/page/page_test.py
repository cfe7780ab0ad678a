#!/usr/bin/env python3
"""Opens the page of `sla report --html` in headless Chromium and looks at it.

  page_test.py PROGRAM SCREENSHOTS     from the project's root; pictures of every page go to the folder SCREENSHOTS

Every page is compared, figure by figure, with what --json says, and must be readable by everybody: without a network,
without a script, on a phone, in the dark, with the keyboard, and by a screen reader.

Exit status: 0 all is well, 1 something is wrong, 77 there is no Chromium or no Selenium to look with.
"""

import base64
import json
import shutil
import sys
import time
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.dont_write_bytecode = True
try:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.select import Select
except ImportError:
    print("skipped: the Python module selenium is missing (Debian: python3-selenium)")
    sys.exit(77)

import checks
from accessible import Markup, check_contrast, check_structure, check_width
from browser import DESKTOP, PHONE, THEMES, Browser
from checks import expect
from figures import SIGNS, check_figures, read_page, unseen_figures
from pages import pages, write_page

def check_theme(browser: Browser) -> None:
    button = browser.driver.find_element(By.ID, "theme")
    for preferred in THEMES:
        browser.prefer(color_scheme=preferred)
        other = THEMES[1 - THEMES.index(preferred)]
        for before, after in ((preferred, other), (other, preferred)):
            wanted = f"{after.capitalize()} theme"
            for _ in range(50):  # the page hears of a preference when its browser gets round to it
                if button.text == wanted:
                    break
                time.sleep(0.1)
            expect(f"theme button in {before}", button.text, wanted)
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


def check_tooltips(browser: Browser) -> None:
    """Whoever points at a thin outage, or a little beside it, is told what it is."""
    told = browser.run("""
      return [...document.querySelectorAll(".timeline .down")].flatMap((band) => {
        band.scrollIntoView();
        const box = band.getBoundingClientRect();
        return [-5, 0, 5].map((beside) => document.elementFromPoint(box.left + box.width / 2 + beside, box.top + 9)
          .closest("g")?.querySelector("title").textContent.split(",")[0]);
      });""")
    expect("tooltips", [len(told), set(told)], [9, {"down"}])


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
    pdf = base64.b64decode(browser.tell("Page.printToPDF")["data"])
    expect("printed", pdf.startswith(b"%PDF"))
    dark = {"name": "prefers-color-scheme", "value": "dark"}
    browser.tell("Emulation.setEmulatedMedia", media="print", features=[dark])
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
        check_width(browser, size[0])
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
    check_tooltips(browser)
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
                before = len(checks.problems)
                check_page(browser, name, page, figures, screenshots)
                if name == "sample":
                    check_sample(browser, page, figures)
                asked_for = {url.partition("#")[0] for url in browser.requests()}
                expect("requests", asked_for, {page.as_uri()})
                expect("console", [each["message"] for each in browser.driver.get_log("browser")], [])
                checks.problems[before:] = [f"{name}: {problem}" for problem in checks.problems[before:]]
        finally:
            browser.driver.quit()
    for problem in checks.problems:
        print(problem)
    print(f"{checks.count} checks, {len(checks.problems)} problems, pictures in {screenshots}")
    return 1 if checks.problems else 0


if __name__ == "__main__":
    sys.exit(main())
