"""Headless Chromium, with a profile of its own."""

import base64
import json
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webelement import WebElement

PHONE = (360, 800)
DESKTOP = (1280, 900)
THEMES = ("light", "dark")
FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
           --disable-component-update --disable-sync --hide-scrollbars""".split()


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
