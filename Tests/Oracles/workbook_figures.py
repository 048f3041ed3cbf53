"""Compares every figure of report.xlsx, as another library reads it, with report.json.

    workbook_figures.py FOLDER                      formulas, their kept values, numbers, texts
    workbook_figures.py FOLDER --bare FILE          also writes the workbook without kept values
    workbook_figures.py FOLDER --computed CSV...    the awards sheet as a spreadsheet computed it

Prints what differs, and ends with 1 if anything does.
"""

import csv
import json
import sys
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

HEAD = 3
CLASSES = ["read", "counted", "duplicate", "contested", "excluded", "rejected"]
faults = []


def same(found, due, where):
    if found != due:
        faults.append(f"{where}: {found!r} is not {due!r}")


def number(cell):
    """The shortest decimal of a cell's binary number, which must be the figure itself."""
    assert isinstance(cell, (int, float)) and not isinstance(cell, bool), f"no number: {cell!r}"
    return Decimal(repr(cell))


def awards(report):
    """The lines of the awards sheet: the largest first, then who must give back."""
    paid = [one for one in report["awards"] if one["amount"] and Decimal(one["amount"]) > 0]
    paid.sort(key=lambda one: (-Decimal(one["amount"]), one["uscc"]))
    before = [
        one for one in report["awards"]
        if Decimal(one["amount"]) == 0 and Decimal(one["paidBefore"]) > 0
    ]
    return paid + before


def columns(report):
    keys = ["issued", "held"]
    return ["paidBefore"] + keys + ["toReclaim"] if report["batch"]["number"] > 1 else keys


def share(volume, counted):
    quotient = Decimal(volume) / Decimal(counted)
    return quotient.quantize(Decimal("0.000001"), ROUND_HALF_UP)


def due_award(report, index, one):
    counted = report["volume"]["counted"]
    figures = [index + 1, one["volume"], share(one["volume"], counted), one["amount"]]
    return [Decimal(figure) for figure in figures + [one[key] for key in columns(report)]]


def due_totals(report):
    counted = report["volume"]["counted"]
    volume = sum(Decimal(one["volume"]) for one in awards(report))
    keys = ["awards"] + columns(report)
    return [volume, share(volume, counted)] + [Decimal(report["totals"][key]) for key in keys]


def numbers(row):
    return [number(row[0])] + [number(cell) for cell in row[3:]]


def check_awards(report, kept, typed):
    lines = awards(report)
    width = 6 + len(columns(report))
    for index, one in enumerate(lines):
        row = [cell.value for cell in kept[HEAD + 1 + index]]
        same(row[1], one["uscc"], f"code {index}")
        name = one["name"]
        if name.isprintable() and len(name) <= 200:
            same(row[2], name, f"name {index}")
        cell = typed[HEAD + 1 + index][2]
        same((cell.data_type, cell.number_format), ("s", "@"), f"kind of name {index}")
        same(numbers(row[:width]), due_award(report, index, one), f"award {index}")
    place = HEAD + 1 + len(lines)
    for cell in typed[place][3:width]:
        assert str(cell.value).startswith(("=SUM(", "=ROUND(")), f"no formula: {cell.value!r}"
    totals = [number(cell.value) for cell in kept[place][3:width]]
    same(totals, due_totals(report), "totals of awards")
    same(kept.max_row, place + 5, "rows of awards")


def check_table(kept, typed, rows, first, total, what):
    for index, due in enumerate(rows):
        cells = kept[HEAD + 1 + index]
        same(cells[0].value, due[0], f"{what} {index}")
        found = [None if c.value is None else number(c.value) for c in cells[first:first + len(due) - 1]]
        same(found, [None if f is None else Decimal(f) for f in due[1:]], f"{what} {due[0]}")
    if not rows:
        return
    place = HEAD + 1 + len(rows)
    for offset, figure in enumerate(total):
        assert str(typed[place][first + offset].value).startswith("=SUM("), f"{what}: no formula"
        same(number(kept[place][first + offset].value), Decimal(figure), f"total of {what}")


def check(folder, report):
    path = f"{folder}/report.xlsx"
    kept = openpyxl.load_workbook(path, data_only=True).worksheets
    typed = openpyxl.load_workbook(path).worksheets
    same(len(kept), 5, "sheets")
    for sheet in typed:
        same((sheet.page_setup.orientation, str(sheet.page_setup.paperSize)), ("landscape", "9"), "page")
        same(("&P" in sheet.oddFooter.center.text, "&N" in sheet.oddFooter.center.text), (True, True), "footer")
        draft = sheet.oddHeader.right.text or ""
        same(draft in ("草案", "Draft"), report["state"] == "draft", "mark of a draft")
    for sheet in (typed[0], typed[2], typed[3], typed[4]):
        same((sheet.freeze_panes, sheet.print_title_rows), ("A4", "$3:$3"), "head of " + sheet.title)
    same(len(typed[1]._charts), 1, "charts")
    # A frozen pane of no rows is what Excel offers to repair.
    same(typed[1].freeze_panes, None, "pane of the chart")
    check_awards(report, kept[0], typed[0])
    files = [
        [one["name"], one["bytes"]] + [one["rows"][key] for key in CLASSES]
        for one in report["files"]
    ]
    bytes_read = sum(one["bytes"] for one in report["files"])
    check_table(
        kept[2], typed[2], files, 3, [bytes_read] + [report["rows"][key] for key in CLASSES], "files")
    findings = [[one["code"], one["count"], one["volume"], one["yuan"]] for one in report["findings"]]
    count = sum(one["count"] for one in report["findings"])
    check_table(kept[3], typed[3], findings, 3, [count], "findings")


def shown(cell):
    """The figure of a cell of the sheet as text, `12.3456%` as 0.123456."""
    return Decimal(cell[:-1]) / 100 if cell.endswith("%") else Decimal(cell)


def check_computed(path, report):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    lines = awards(report)
    width = 6 + len(columns(report))
    for index, one in enumerate(lines):
        row = rows[HEAD + index]
        found = [shown(cell) for cell in [row[0]] + row[3:width]]
        same(found, due_award(report, index, one), f"{path}: award {index}")
    found = [shown(cell) for cell in rows[HEAD + len(lines)][3:width]]
    same(found, due_totals(report), f"{path}: computed totals")


def main(folder, option=None, *paths):
    with open(f"{folder}/report.json", encoding="utf-8") as file:
        report = json.load(file)
    if option == "--computed":
        assert paths, "no sheet was computed"
        for path in paths:
            check_computed(path, report)
    else:
        check(folder, report)
    if option == "--bare":
        # What another library saves has formulas and no values: whoever shows them computed them.
        openpyxl.load_workbook(f"{folder}/report.xlsx").save(paths[0])
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
