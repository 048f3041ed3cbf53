"""Compares every figure of report.html and of the CSV files with report.json beside them.

    page_figures.py FOLDER...       prints what differs, and ends with 1 if anything does

The page is read by its elements and not by its words, so either language will do. The workbook is
compared by workbook_figures.py.
"""

import csv
import html.parser
import json
import pathlib
import re
import sys
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

CLASSES = ["counted", "duplicate", "contested", "excluded", "rejected"]
VOID = {"meta", "br", "rect"}
DIGITS = {c: n for n, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}
NONE = {"—": None}
faults = []


def same(found, due, where):
    if found != due:
        faults.append(f"{where}: {found!r} is not {due!r}")


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.parts = tag, dict(attributes), parent, []

    def all(self, tag, kind=None):
        for part in self.parts:
            if isinstance(part, Element):
                if part.tag == tag and (kind is None or kind in part.kinds):
                    yield part
                yield from part.all(tag, kind)

    def one(self, tag, kind=None):
        found = list(self.all(tag, kind))
        assert len(found) == 1, f"{len(found)} of {tag}.{kind}"
        return found[0]

    @property
    def kinds(self):
        return self.attributes.get("class", "").split()

    @property
    def text(self):
        return "".join(part.text if isinstance(part, Element) else part for part in self.parts)


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.root = self.open = Element("", [], None)
        self.feed(path.read_text(encoding="utf-8"))
        assert self.open is self.root, f"<{self.open.tag}> is not closed"

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes, self.open)
        self.open.parts.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attributes):
        self.open.parts.append(Element(tag, attributes, self.open))

    def handle_endtag(self, tag):
        assert self.open.tag == tag, f"</{tag}> closes <{self.open.tag}>"
        self.open = self.open.parent

    def handle_data(self, data):
        self.open.parts.append(data)

    def section(self, name):
        for section in self.root.all("section"):
            if section.attributes["aria-labelledby"] == name:
                return section
        return None


def number(text):
    """`1,234.50` or `—`; a comma stands before each three digits or nowhere."""
    text = text.strip()
    if text in NONE:
        return NONE[text]
    assert re.fullmatch(r"\d{1,3}(,\d{3})*(\.\d+)?", text), f"no figure: {text!r}"
    return Decimal(text.replace(",", ""))


def numbers(text):
    return [Decimal(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def due(figure):
    return None if figure is None else Decimal(figure)


def share(part, whole):
    if not Decimal(whole):
        return ""
    percent = Decimal(part) * 100 / Decimal(whole)
    return f"{percent.quantize(Decimal('0.0001'), ROUND_HALF_UP)}%"


def spoken(words):
    """The yuan of an amount in words."""
    assert words.startswith("人民币"), words
    whole, _, rest = words[3:].rpartition("元")
    sums, group, digit = Decimal(0), 0, 0
    for character in whole:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in UNITS:
            group, digit = group + digit * UNITS[character], 0
        elif character == "万":
            sums, group, digit = sums + (group + digit) * 10_000, 0, 0
        else:
            assert character == "亿", words
            sums, group, digit = (sums + group + digit) * 10**8, 0, 0
    for character, following in zip(rest, rest[1:]):
        if following in "角分":
            sums += Decimal(DIGITS[character]) / (10 if following == "角" else 100)
    return sums + group + digit


def rows_of(table, part="tbody"):
    return [list(row.all("td")) for body in table.all(part) for row in body.all("tr")]


def check_rows(page, report):
    section = page.section("rows")
    rows, volume = report["rows"], report["volume"]
    identity = [rows["read"]] + [rows[one] for one in CLASSES]
    same(numbers(section.one("p", "identity").text), identity, "sum of rows")
    lines = rows_of(section.one("table"))
    same(number(lines[0][1].text), rows["read"], "rows read")
    for one, cells in zip(["rejected", "excluded", "duplicate", "contested", "counted"], lines[1:]):
        found = [number(cells[1].text), cells[2].text, number(cells[3].text)]
        read = rows["read"]
        same(found, [rows[one], share(rows[one], read), Decimal(volume[one])], f"rows {one}")
    same(len(lines), 6, "lines of rows")


def check_money(page, report):
    section, totals = page.section("money"), report["totals"]
    awards = report["awards"]
    keys = ["awards", "issued", "held"]
    if report["batch"]["number"] > 1:
        keys = ["awards", "toReclaim", "paidBefore", "issued", "held"]
    same(
        numbers(section.one("p", "identity").text), [Decimal(totals[key]) for key in keys],
        "sum of money")  # fmt: skip
    lines = rows_of(section.one("table"))
    same(len(lines), len(keys), "lines of money")
    for key, cells in zip(keys, lines):
        part = "amount" if key == "awards" else key
        count = sum(Decimal(one[part]) > 0 for one in awards)
        found = [number(cells[1].text), number(cells[2].text), spoken(cells[3].text)]
        same(found, [count, Decimal(totals[key]), Decimal(totals[key])], f"money {key}")


def paid(report):
    awards = [one for one in report["awards"] if one["amount"] and Decimal(one["amount"]) > 0]
    return sorted(awards, key=lambda one: (-Decimal(one["amount"]), one["uscc"]))


def check_awards(page, report):
    section = page.section("awards")
    awards, counted = paid(report), report["volume"]["counted"]
    bodies = list(section.one("table").all("tbody"))
    same(len(bodies), len(awards), "awards")
    for index, (one, body) in enumerate(zip(awards, bodies)):
        head, how = list(body.all("tr"))
        cells = list(head.all("td"))
        name = one["name"]
        if name.isprintable() and len(name) <= 200:
            same(cells[1].text, name, f"name {index}")
        found = [number(cells[0].text), number(cells[2].text), cells[3].text, number(cells[4].text)]
        figures = [index + 1, Decimal(one["volume"]), share(one["volume"], counted)]
        same(found, figures + [Decimal(one["amount"])], f"award {index}")
        check_working(how, one, report, index)
    foot = list(section.one("tfoot").all("td"))
    volume = sum(Decimal(one["volume"]) for one in awards)
    found = [number(foot[1].text), foot[2].text, number(foot[3].text)]
    same(found, [volume, share(volume, counted), Decimal(report["totals"]["awards"])], "total")
    same(spoken(section.one("tfoot").one("span").text), Decimal(report["totals"]["awards"]), "words")
    others = [one for one in report["awards"] if Decimal(one["amount"]) == 0]
    shown = [list(item.all("span"))[-1].text for item in section.all("li")]
    same([numbers(text)[0] for text in shown], [Decimal(one["volume"]) for one in others], "others")


def check_working(how, one, report, index):
    same(how.one("summary").one("span", "mono").text, one["uscc"], f"code {index}")
    texts = [item.text for item in how.all("dd")]
    pool, volume, total = numbers(texts[0])
    numerator, denominator = map(int, one["quotaFen"].split("/"))
    same((pool * volume, total), (numerator, denominator), f"quota {index}")
    same(pool, Decimal(report["pool"]) * 100, f"pool of {index}")
    working = [one["floorFen"], int(one["remainder"]), one["remainderRank"], one["extraFen"]]
    working.append(int(Decimal(one["amount"]) * 100))
    same([numbers(text)[0] for text in texts[1:6]], working, f"working {index}")
    same(int(working[0]) * denominator + int(working[1]), numerator, f"quotient {index}")
    same(spoken(texts[6]), Decimal(one["amount"]), f"words {index}")
    months = [part.split(" ") for part in texts[7].split(" · ") if part]
    found = [(month, number(volume)) for month, volume in months]
    same(found, [(m["month"], Decimal(m["volume"])) for m in one["months"]], f"months {index}")
    same(texts[8:], [one["paymentId"]] if one["paymentId"] else [], f"payment {index}")


def check_months(page, report):
    sums, counts = Counter(), Counter()
    for one in report["awards"]:
        for month in one["months"]:
            sums[month["month"]] += Decimal(month["volume"])
            counts[month["month"]] += 1
    counted = report["volume"]["counted"]
    section = page.section("months")
    lines = rows_of(section.one("table")) if Decimal(counted) else []
    shown = set()
    for cells in lines:
        month = cells[0].text
        shown.add(month)
        found = [number(cells[1].text), cells[2].text, number(cells[3].text)]
        same(found, [sums[month], share(sums[month], counted), counts[month]], f"month {month}")
    same(set(sums) - shown, set(), "months that are not shown")
    if lines:
        same(number(list(section.one("tfoot").all("td"))[0].text), Decimal(counted), "all months")


def check_files(page, report):
    section = page.section("files")
    items = list(section.all("article"))
    same(len(items), len(report["files"]), "files")
    same(numbers(section.one("h2").text), [len(report["files"])], "count of files")
    for item, one in zip(items, report["files"]):
        where = f"file {one['name']}"
        facts, counts = list(item.all("p", "figures"))
        facts = [span.text for span in facts.all("span")]
        same(facts[1], one["encoding"].upper(), where)
        same([numbers(text) for text in facts[2:]], [[one["header"]], [one["bytes"]]], where)
        found = [number(cell.text) for cell in counts.all("b")]
        same(found, [one["rows"][key] for key in ["read"] + CLASSES], where)
        same(item.one("p", "digest").text.split()[-1], one["sha256"], where)
        controls = [p for p in item.all("p", "small") if "soft" not in p.kinds]
        found = [numbers(p.text) for p in controls]
        stated = [[one["line"], Decimal(one["stated"]), Decimal(one["read"])] for one in one["controls"]]
        same(found, stated, f"footers of {where}")
    found = [number(cells[1].text) for table in section.all("table") for cells in rows_of(table)]
    same(found, [one["rows"] for one in report["statuses"]], "statuses")


def check_findings(page, report, folder):
    section = page.section("findings")
    found = {}
    for item in section.all("article"):
        figures = [number(cell.text) for cell in item.one("p", "figures").all("b")]
        found[item.one("p", "figures").one("span", "mono").text] = figures
    stated = {
        one["code"]: [one["count"], due(one["volume"]), due(one["yuan"])] for one in report["findings"]
    }
    same(found, stated, "findings")
    count = sum(one["count"] for one in report["findings"])
    same(numbers(section.one("h2").text), [count], "count of findings")
    lines = Counter(row["代码"] for row in table(folder / "findings.csv"))
    same(lines, Counter({code: figures[0] for code, figures in stated.items()}), "findings.csv")
    if report["files"]:
        rows = report["files"][0]["rows"]
        step = list(page.section("check").all("li"))[2]
        difference = [rows["read"], rows["counted"], rows["read"] - rows["counted"]]
        same(numbers(step.text)[-3:], difference, "a file to check")


def check_decisions(page, report):
    tables = iter(page.section("decisions").all("table"))
    if report["adjudications"]:
        for cells, one in zip(rows_of(next(tables)), report["adjudications"], strict=True):
            found = [number(cells[place].text) for place in (0, 4, 5, 6, 7)]
            rows = [one["line"], one["rows"]["won"], one["rows"]["lost"]]
            same(found, rows + [due(one["volume"]), due(one["yuan"])], "decision")
    if report["otherSupport"]:
        lines = {}
        for cells in rows_of(next(tables)):
            found = [number(cells[place].text) for place in (0, 3, 4, 5)]
            lines.setdefault(cells[1].one("span").text, []).append(found)
        for one in report["otherSupport"]:
            quota = one["quotaFen"]
            if quota:
                numerator, denominator = map(int, quota.split("/"))
                quota = Decimal(numerator // denominator) / 100
            stated = [due(one["order"]), Decimal(one["volume"]), Decimal(one["amount"]), quota]
            same(stated in lines[one["uscc"]], True, f"support {stated} of {one['uscc']}")


def check_steps(page, report):
    """The figures of the steps by which the page is to be checked."""
    steps = list(page.section("check").all("li"))
    counted, pool = Decimal(report["volume"]["counted"]), Decimal(report["pool"])
    same(numbers(steps[3].text)[-2:], [counted, pool], "sums to check")
    one = paid(report)[0]
    is_weight = report["settings"]["volume"] == "weight"
    for formula, key in zip(steps[4].one("pre").text.split(), ["floorFen", "remainder"], strict=True):
        cell = Decimal(one["volume"]) * (1000 if is_weight else 1)
        text = formula[1:].replace("ROUND(D4*1000,0)", str(int(cell))).replace("D4", str(int(cell)))
        # A spreadsheet's INT of a quotient, in whole numbers.
        text = re.sub(r"INT\((\d+)\*(\d+)/(\d+)\)", r"(\1*\2//\3)", text)
        assert re.fullmatch(r"[\d*/()-]+", text), text
        same(eval(text), int(one[key]), f"formula of {key}")  # noqa: S307
    left = report["leftOverFen"]
    after = steps[4].parts[-1] if isinstance(steps[4].parts[-1], str) else ""
    stated = [pool * 100 - left] + ([left] if left else [])
    same(numbers(after)[: len(stated)], stated, "fen left over")


def check_batches(page, report):
    if report["batch"]["number"] == 1:
        return
    keys = ["amount", "toReclaim", "paidBefore", "issued", "held"]
    awards = [
        one for one in report["awards"] if Decimal(one["amount"]) > 0 or Decimal(one["paidBefore"]) > 0
    ]
    lines = rows_of(page.section("batches").one("table"))
    same(len(lines), len(awards), "positions")
    for cells, one in zip(lines, awards):
        found = [number(cell.text) for cell in cells[1:]]
        same(found, [Decimal(one[key]) for key in keys], f"position {one['uscc']}")


def check_inputs(page, report):
    shown = [
        tuple(part.text for part in line.all("span"))
        for line in page.section("check").all("p", "input")
    ]
    same([digest for _, digest in shown], [one["sha256"] for one in report["inputs"]], "inputs")


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check_tables(report, folder):
    """The CSV files for people and for finance."""
    lines, counted = table(folder / "awards.csv"), report["volume"]["counted"]
    total = lines.pop()
    volume = Decimal(0)
    for index, (row, one) in enumerate(zip(lines, paid(report), strict=True)):
        volume += Decimal(one["volume"])
        found = [row["序号"], row["统一社会信用代码"], row["核定出货量"], row["占比"], row["补贴金额"]]
        figures = [str(index + 1), one["uscc"], one["volume"], share(one["volume"], counted)]
        same(found, figures + [one["amount"]], f"awards.csv {index}")
        same(spoken(row["金额大写"]), Decimal(one["amount"]), f"awards.csv words {index}")
    amount = Decimal(report["totals"]["awards"])
    found = [Decimal(total["核定出货量"]), Decimal(total["补贴金额"]), spoken(total["金额大写"])]
    same(found, [volume, amount, amount], "awards.csv total")
    issued, held = {}, {}
    if (folder / "payments/neutral.csv").exists():
        issued = {r["业务参考号"]: r["金额"] for r in table(folder / "payments/neutral.csv")}
    if (folder / "payments/held.csv").exists():
        held = {r["统一社会信用代码"]: r["金额"] for r in table(folder / "payments/held.csv")}
    if report["state"] == "published":
        stated = {one["paymentId"]: one["issued"] for one in report["awards"] if one["paymentId"]}
        if any(one["profile"] == "neutral" for one in report["paymentFiles"]):
            same(issued, stated, "neutral.csv")
        stated = {o["uscc"]: o["held"] for o in report["awards"] if o["payment"] == "held"}
        same(held, stated, "held.csv")


def check(folder):
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    page = Page(folder / "report.html")
    check_rows(page, report)
    check_months(page, report)
    check_files(page, report)
    check_findings(page, report, folder)
    check_decisions(page, report)
    check_inputs(page, report)
    if report["state"] in ("published", "draft"):
        check_money(page, report)
        check_awards(page, report)
        check_batches(page, report)
        check_steps(page, report)
        check_tables(report, folder)


def main(folders):
    for folder in folders:
        before = len(faults)
        check(pathlib.Path(folder))
        faults[before:] = [f"{folder}: {fault}" for fault in faults[before:]]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
