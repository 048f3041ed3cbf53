"""Reads the payment files of every shipped profile with openpyxl and Python's own codecs.

    read_payments.py FOLDER ID=ACCOUNT=NAME=AMOUNT...

Exits with 0 where each file says of each payment what the arguments say, and names what does not.
"""

import csv
import pathlib
import sys
from decimal import Decimal

import openpyxl

# File: codec, separator, lines above the titles, lines below, title of id, account, name, amount.
TEXTS = {
    "neutral.csv": ("utf-8-sig", ",", 0, 0, "业务参考号", "收款账号", "收款人名称", "金额", 1),
    "cmb.csv": ("gbk", ",", 0, 0, "业务参考号", "收款人帐号", "收款人名称", "金额", 1),
    "icbc.txt": ("gbk", "|", 5, 1, "备注信息", "收款帐号", "收款帐号名称", "金额", 100),
    "our-wide.txt": ("gb18030", "|", 5, 1, "备注信息", "收款帐号", "收款帐号名称", "金额", 100),
}
# File: sheet, title of id, account, name, amount.
WORKBOOKS = {
    "neutral.xlsx": ("付款", "业务参考号", "收款账号", "收款人名称", "金额"),
    "icbc.xlsx": ("批量支付", "自定义序号", "收款账号", "收款账号名称", "金额"),
    "ccb-same.xlsx": ("批量付款", "客户方流水号", "收款方客户账号", "收款方账户名称", "金额"),
    "ccb-other.xlsx": ("批量付款", "客户方流水号", "收款方客户账号", "收款方账户名称", "金额"),
}


def rows_of_text(path, codec, separator, above, below):
    raw = path.read_bytes()
    assert codec != "utf-8-sig" or raw.startswith(b"\xef\xbb\xbf"), "no BOM"
    text = raw.decode(codec, "strict")
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", ""), "line ends"
    lines = text[:-2].split("\r\n")
    lines = lines[above : len(lines) - below]
    return [
        [cell.removeprefix("#") if index == 0 else cell for cell in row]
        for index, row in enumerate(csv.reader(lines, delimiter=separator))
    ]


def rows_of_workbook(path, sheet, amount_title):
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [sheet], book.sheetnames
    cells = [list(row) for row in book[sheet].iter_rows()]
    amount = [cell.value for cell in cells[0]].index(amount_title)
    for row in cells[1:]:
        for column, cell in enumerate(row):
            if column == amount:
                assert cell.data_type == "n" and cell.number_format == "0.00", (
                    cell.coordinate, cell.data_type, cell.number_format)
            elif cell.value is not None:
                assert cell.data_type == "s", (cell.coordinate, cell.data_type)
    return [[cell.value for cell in row] for row in cells]


def payments(rows, titles, unit):
    head = rows[0]
    places = [head.index(title) for title in titles]
    found = {}
    for row in rows[1:]:
        identity, account, name, amount = (row[place] for place in places)
        yuan = Decimal(str(amount)) / unit
        found[identity] = (account, name, f"{yuan:.2f}")
    assert len(found) == len(rows) - 1, "an id stands twice"
    return found


def main():
    folder = pathlib.Path(sys.argv[1])
    expected = {}
    for argument in sys.argv[2:]:
        identity, account, name, amount = argument.split("=")
        expected[identity] = (account, name, amount)
    apart = {}
    for name, (codec, separator, above, below, *titles, unit) in TEXTS.items():
        rows = rows_of_text(folder / name, codec, separator, above, below)
        assert payments(rows, titles, unit) == expected, name
    for name, (sheet, *titles) in WORKBOOKS.items():
        rows = rows_of_workbook(folder / name, sheet, titles[-1])
        found = payments(rows, titles, 1)
        if name.startswith("ccb-"):
            assert found and not found.keys() & apart.keys(), name
            apart |= found
        else:
            assert found == expected, name
    assert apart == expected, "ccb"
    known = TEXTS.keys() | WORKBOOKS.keys() | {"pain.001.xml"}
    assert {path.name for path in folder.iterdir()} == known, "a file that nobody reads"


main()
