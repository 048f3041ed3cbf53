#!/usr/bin/env python3
"""Opens the pages of whole runs in a real browser and finds fault with them.

    pages.py FENTAN [--keep FOLDER]     --keep leaves screenshots and PDF files there
    pages.py FENTAN --pictures FOLDER   makes the pictures of README.zh-CN.md alone

Each page must fit 1280 and 360 pixels and A4 paper without a sideways bar, ask for nothing
outside, write nothing to the console, show names as text, and pass axe-core (contrast, headings,
landmarks, tables) on light and on dark screens.
"""

import argparse
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

import axe_core_python
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

import pictures
import programmes

AXE = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PIXELS_PER_MM = 96 / 25.4
# The paper's width between the margins that the pages' own style sheets set.
LARGEST = 1_000_000  # bytes of a page for 500 enterprises
PAPER = {"report.html": 210 - 30, "notice.html": 297 - 28, "letter": 210 - 36}
RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations'], rules: {'landmark-unique': {enabled: true}}})
  .then(found => done(found.violations.map(v => [v.id, v.nodes.length,
      v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary])))
  .catch(error => done([['axe', 1, String(error), '']]));
"""
STRAYS = "script, img, iframe, object, embed, link, a[href], form, svg[onload], [onerror], b > b"


class Browser:
    def __init__(self):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                         "--disable-dev-shm-usage", "--disable-background-networking"]:  # fmt: skip
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options, Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(120)

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def size(self, width, height=900):
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
            mobile=False)  # fmt: skip

    def media(self, media="", scheme="light"):
        self.command(
            "Emulation.setEmulatedMedia", media=media,
            features=[{"name": "prefers-color-scheme", "value": scheme}])  # fmt: skip

    def open(self, path):
        self.driver.get_log("performance"), self.driver.get_log("browser")
        self.driver.get(path.as_uri())

    def requests(self):
        """Every address that was asked for since the page was opened."""
        messages = [json.loads(e["message"])["message"] for e in self.driver.get_log("performance")]
        return [
            m["params"]["request"]["url"]
            for m in messages
            if m["method"] == "Network.requestWillBeSent"
        ]

    def overflow(self, width):
        """What lies outside of the width, nothing where the page fits."""
        return self.driver.execute_script(
            """
            const width = arguments[0], root = document.documentElement;
            if (root.scrollWidth <= width) return null;
            const wide = [...document.body.querySelectorAll('*')]
              .filter(e => e.getBoundingClientRect().right > width + 0.5);
            return root.scrollWidth + ' pixels: ' + wide.slice(-2).map(e => e.outerHTML.slice(0, 120));
            """,
            width,
        )

    def screenshot(self, path):
        height = self.driver.execute_script("return document.documentElement.scrollHeight")
        shot = self.command(
            "Page.captureScreenshot", captureBeyondViewport=True,
            clip={"x": 0, "y": 0, "scale": 1, "height": min(height, 6000),
                  "width": self.driver.execute_script("return innerWidth")})  # fmt: skip
        path.write_bytes(base64.b64decode(shot["data"]))

    def pdf(self, path):
        printed = self.command("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        path.write_bytes(base64.b64decode(printed["data"]))


def faults_of(browser, path, kind, names, keep):
    """What is wrong with one page, a line each; screenshots and PDF under the stem `keep`."""
    faults = []
    browser.media()
    browser.size(1280)
    browser.open(path)
    for width in (1280, 360):
        browser.size(width)
        if wide := browser.overflow(width):
            faults.append(f"too wide at {width}: {wide}")
        browser.screenshot(keep.with_name(f"{keep.name}-{width}.png"))
    size = path.stat().st_size
    if size > LARGEST:
        faults.append(f"{size} bytes are too many")
    faults += workings_faults(browser, keep)
    text = browser.driver.execute_script("return document.body.textContent")
    faults += [f"not there as text: {name[:60]!r}" for name in names if name not in text]
    strays = browser.driver.execute_script(
        "return [...document.querySelectorAll(arguments[0])].map(e => e.outerHTML.slice(0, 80))",
        STRAYS)  # fmt: skip
    faults += [f"no element of ours: {stray}" for stray in strays]
    browser.size(1280)
    browser.driver.execute_script(AXE)
    for scheme in ("light", "dark"):
        browser.media(scheme=scheme)
        for rule, count, element, summary in browser.driver.execute_async_script(RUN_AXE):
            faults.append(f"axe {scheme}: {rule} x {count}: {element} {summary}")
        browser.screenshot(keep.with_name(f"{keep.name}-{scheme}.png"))
    browser.media(media="print")
    paper = int(PAPER[kind] * PIXELS_PER_MM)
    browser.size(paper)
    if wide := browser.overflow(paper):
        faults.append(f"too wide on paper: {wide}")
    browser.media()
    printed = keep.with_suffix(".pdf")
    browser.pdf(printed)
    faults += paper_faults(printed)
    if kind == "notice.html" and not has_heads(printed):
        faults.append("the table has lost its heads on paper")
    outside = [url for url in browser.requests() if not url.startswith(path.as_uri())]
    faults += [f"asked for {url}" for url in outside]
    faults += [f"console: {entry['message']}" for entry in browser.driver.get_log("browser")]
    return faults


def workings_faults(browser, keep):
    """What does not fit a narrow screen when every row is opened to its working."""
    count = browser.driver.execute_script(
        "const all = [...document.querySelectorAll('details')]; "
        "all.forEach(details => details.open = true); return all.length")  # fmt: skip
    if not count:
        return []
    wide = browser.overflow(360)
    browser.screenshot(keep.with_name(f"{keep.name}-open.png"))
    return [f"too wide at 360 with its workings: {wide}"] if wide else []


def paper_faults(printed):
    """Each sheet is A4, upright or across."""
    info = subprocess.run(
        ["pdfinfo", "-l", "1000", str(printed)], check=True, capture_output=True, text=True
    ).stdout
    sizes = [line.split(":")[1].strip() for line in info.splitlines() if line.startswith("Page") and " size:" in line]
    good = ("594.96 x 841.92", "595.92 x 842.88", "595 x 842", "841.92 x 594.96", "842.88 x 595.92")
    bad = [size for size in sizes if not size.startswith(good)]
    return [f"paper of {size}" for size in sorted(set(bad))] + ([] if sizes else ["no paper"])


def has_heads(printed):
    """Whether the notice is printed as a table, not in the narrow form for telephones."""
    text = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], check=True, capture_output=True, text=True
    ).stdout
    return "统一社会信用代码" in text or "Code (USCC)" in text


def pages(folder, names):
    """The pages of an output folder, each with its kind and the names that it must show."""
    yield folder / "report.html", "report.html", names
    yield folder / "notice.html", "notice.html", names
    letters = sorted((folder / "letters").iterdir())
    if len(names) < len(letters):
        # The longest has the most in it.
        yield max(letters, key=lambda letter: letter.stat().st_size), "letter", []
        return
    for number, name in enumerate(names):
        yield folder / "letters" / f"{programmes.code(number)}.html", "letter", [name]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("fentan", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    fentan = str(options.fentan.resolve())
    if options.pictures:
        browser = Browser()
        with tempfile.TemporaryDirectory() as scratch:
            pictures.make(fentan, browser, pathlib.Path(scratch), options.pictures)
        browser.driver.quit()
        return 0
    bad = seen = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        keep = options.keep or scratch / "kept"
        keep.mkdir(parents=True, exist_ok=True)
        folders = programmes.folders(fentan, scratch)
        browser = Browser()
        try:
            for name, (folder, names) in folders.items():
                for path, kind, wanted in pages(folder, names):
                    seen += 1
                    stem = keep / f"{name}-{path.stem}"
                    for fault in faults_of(browser, path, kind, wanted, stem):
                        bad += 1
                        print(f"{name}/{path.name}: {fault}", file=sys.stderr)
        finally:
            browser.driver.quit()
    print(f"pages: {seen} looked at, {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
