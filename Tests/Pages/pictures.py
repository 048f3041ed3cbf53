"""Makes the pictures of README.zh-CN.md from the sample: the report, the workbook and the notice."""

import base64
import subprocess

import programmes

WIDTH = 1000
SCALE = 0.8


def cut(browser, path, top, bottom):
    """A part of the open page as a picture: from one element's top to another's bottom."""
    place = browser.driver.execute_script(
        "const [top, bottom] = [...arguments].map(s => document.querySelector(s));"
        "return [top.getBoundingClientRect().top + scrollY, bottom.getBoundingClientRect().bottom"
        " + scrollY]", top, bottom)  # fmt: skip
    clip = {"x": 0, "y": place[0] - 24, "width": WIDTH, "height": place[1] - place[0] + 48}
    shot = browser.command(
        "Page.captureScreenshot", captureBeyondViewport=True, clip=clip | {"scale": SCALE}
    )
    path.write_bytes(base64.b64decode(shot["data"]))


def make(fentan, browser, scratch, folder):
    folder.mkdir(parents=True, exist_ok=True)
    programme = scratch / "programme"
    programmes.sample(programme)
    programmes.run(fentan, "run", programme)
    browser.media()
    browser.size(WIDTH)
    browser.open(programme / "out" / "report.html")
    cut(browser, folder / "report.png", "header", "section[aria-labelledby=money]")
    browser.driver.execute_script("document.querySelector('details').open = true")
    cut(browser, folder / "awards.png", "#awards", ".awards tbody:nth-of-type(6)")
    cut(browser, folder / "check.png", "#check", ".signs")
    browser.size(1280)
    browser.open(programme / "out" / "notice.html")
    browser.size(WIDTH)
    cut(browser, folder / "notice.png", "h1", "tbody tr:nth-of-type(8)")
    workbook(programme / "out" / "report.xlsx", scratch, folder / "workbook.png")


def workbook(book, scratch, picture):
    """The first page of the workbook as it is printed."""
    command = ["soffice", f"-env:UserInstallation={(scratch / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", scratch, book], check=True,
        capture_output=True)  # fmt: skip
    subprocess.run(
        ["pdftoppm", "-png", "-r", "72", "-f", "1", "-l", "1", "-singlefile",
         scratch / "report.pdf", picture.with_suffix("")], check=True)  # fmt: skip
