#!/usr/bin/env python3
"""Writes a small and messy programme, to compare fentan with the reference model on it.

    random_programme.py SEED DIR

The same seed makes the same bytes. Few waybills and months for many rows, so that they collide in
every way; all statuses, faults, date and number forms; mixed encodings, line ends, quotes and
layouts; decisions on what the model finds contested, and seldom one that cannot be made. The limits
are mostly so loose that the run pays. What the rules leave open is not made.
"""

import datetime
import pathlib
import random
import shutil
import sys

import identifiers
import random_decisions

NAMES = "甲乙丙丁戊己庚辛壬癸"
BAD_BYTE = "\ufffe"  # stands for a byte that no encoding has
LIMITS = ["100%"] * 6 + ["30%", "10%"]
STATUSES = ["", "-", "已签收", "运输中", "已退回", " 拒收 ", "退件", "退款中", "拦截失败"]
CARRIERS = ["", "-", "顺丰", "顺丰速运", "SF", "样例快运", "圆通", " yto ", "圆通速递"]
TITLES = {
    "waybill": ["运单号", "快递单号", "物流单号", "运单编号", " 运单号\t"],
    "uscc": ["统一社会信用代码"],
    "enterprise": ["企业名称", "店铺"],
    "shipped": ["发货日期", "发货时间"],
    "pieces": ["件数"],
    "weight": ["重量"],
    "status": ["状态"],
    "carrier": ["承运商"],
    "month": ["月份", "统计月份", "发货月份"],
    "volume": ["出货量", "发货量"],
    "other": ["收件人", "备注", "客户名称"],
}


class Programme:
    """The drawn settings, enterprises and waybills of one programme."""

    def __init__(self, seed):
        self.draw = draw = random.Random(seed)
        self.volume = draw.choice(["pieces", "pieces", "pieces", "waybills", "weight"])
        first_month = draw.randint(1, 7)
        self.months = list(range(first_month, first_month + draw.randint(3, 5)))
        self.first = datetime.date(2026, self.months[0], draw.choice([1, 1, 15]))
        self.last = datetime.date(2026, self.months[-1] + 1, 1) - datetime.timedelta(1)
        self.codes, self.names, self.reviews = [], [], []
        for n in range(draw.randint(4, 10)):
            registrar = draw.choice(["91", "91", "92", "93", "N2", "Y1", "A1"])
            eight = "M" + "".join(draw.choice("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(7))
            self.codes.append(identifiers.make_uscc(registrar, "440117", eight))
            self.names.append((f"样例{NAMES[n]}（从化）公司", f"{NAMES[n]}店"))
            self.reviews.append("不通过" if n > 1 and draw.random() < 0.2 else "通过")
        # Each waybill has an owner that it mostly keeps; others have volumes by month, or no row.
        kinds = ["waybills"] + draw.choices(["waybills", "volumes", "none"], [6, 3, 1], k=9)
        self.owners = [n for n in range(len(self.codes)) if kinds[n] == "waybills"]
        self.monthly = [n for n in range(len(self.codes)) if kinds[n] == "volumes"]
        self.strangers = [identifiers.make_uscc("91", "440117", "MX00000" + c) for c in "12"]
        self.waybills = [
            (self.waybill(), draw.choice(self.owners)) for _ in range(draw.randint(10, 60))
        ]
        self.serial = 0

    def waybill(self):
        draw = self.draw
        digits = "".join(draw.choice("0123456789") for _ in range(draw.randint(4, 16)))
        prefix = draw.choice(["", "0", "SF", "YT", "京东-"])
        return prefix + digits + "7" + draw.choice(["", "", "-1"])

    def fresh_waybill(self):
        self.serial += 1
        return f"U{self.serial:05}"

    def day_of(self, month):
        return datetime.date(2026, month, self.draw.randint(1, 28))


# -- Cells -----------------------------------------------------------------------------------------


def dressed(draw, waybill):
    """A waybill as exports write it; its canonical form is the same."""
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in waybill)
    forms = [waybill] * 4 + [waybill.lower(), waybill + "\t", "'" + waybill, f'="{waybill}"']
    return draw.choice(forms + [wide, f"  {waybill}\u00a0", "\u3000" + waybill + "\u200b"])


def day_text(draw, day):
    forms = ["{0}-{1:02}-{2:02}", "{0}/{1}/{2}", "{0}.{1}.{2}", "{0}{1:02}{2:02}", "{0}年{1}月{2}日"]
    text = draw.choice(forms).format(day.year, day.month, day.day)
    return text + draw.choice(["", "", " 08:05", " 23:59:59", " 0:00:00"])


def pieces_text(draw):
    return draw.choice(["1"] * 6 + ["2", "3", "2.0", "１", "1,234", "", "-", " 2 "])


def weight_text(draw):
    return draw.choice(["1", "0.5", "2.25", "12.345", "1,000.5", "３.1", "0.500"])


def name_text(draw, names):
    name = draw.choice(names)
    forms = [name, name.replace("（", "(").replace("）", ")"), " " + name.replace("例", "例 ") + " "]
    return draw.choice(forms)


def cells_of(programme, layout):
    """A row of the colliding waybills: mostly sound, sometimes with one fault or several."""
    draw = programme.draw
    waybill, who = draw.choice(programme.waybills)
    if draw.random() < 0.15:
        who = draw.choice(programme.owners + programme.monthly)
    code = draw.choice([programme.codes[who]] * 4 + [""])
    name = name_text(draw, programme.names[who]) if draw.random() < 0.7 or not code else ""
    if draw.random() < 0.05:
        code, name = draw.choice([(draw.choice(programme.strangers), ""), ("", "外地店")])
    around = draw.randint(-12, 12)
    day = draw.choice([programme.first, programme.last]) + datetime.timedelta(around)
    if draw.random() < 0.6:
        day = programme.day_of(draw.choice(layout["months"]))
    if programme.first <= day <= programme.last and day.month not in layout["months"]:
        day = programme.first
    row = {
        "waybill": dressed(draw, waybill),
        "uscc": code if "enterprise" in layout["fields"] else code or programme.codes[who],
        "enterprise": name if "uscc" in layout["fields"] else name or programme.names[who][0],
        "shipped": day_text(draw, day),
        "pieces": pieces_text(draw),
        "weight": weight_text(draw),
        "status": draw.choice(STATUSES + [""] * 9),
        "carrier": draw.choice(CARRIERS),
        "other": draw.choice(["测试甲", "13800001234", ""]),
    }
    while draw.random() < 0.1:
        spoil(programme, row, layout)
    return row


def volume_cells_of(programme, layout):
    """A row of volumes: few keys and few volumes, so that rows meet, agree and differ."""
    draw = programme.draw
    who = draw.choice(programme.monthly * 4 + programme.owners)
    code, name = programme.codes[who], name_text(draw, programme.names[who])
    if "uscc" in layout["fields"] and draw.random() < 0.3:
        name = ""
    elif "enterprise" in layout["fields"] and draw.random() < 0.3:
        code = ""
    if draw.random() < 0.05:
        code, name = programme.strangers[0], "外地店"
    month = draw.choice(layout["months"])
    if draw.random() < 0.05:
        month = draw.choice([m for m in (1, 12) if m not in programme.months] or layout["months"])
    row = {
        "uscc": code,
        "enterprise": name,
        "month": month_text(draw, month),
        "volume": stated_volume_text(draw, programme.volume),
        "carrier": draw.choice(CARRIERS),
        "other": draw.choice(["退回", "13800001234", ""]),
    }
    if draw.random() < 0.06:
        spoil_volume(programme, row)
    return row


def month_text(draw, month):
    forms = ["2026-{0:02}", "2026/{0}", "2026.{0}", "2026{0:02}", "2026年{0}月", " 2026-{0:02} "]
    return draw.choice(forms).format(month)


def stated_volume_text(draw, unit):
    forms = ["20"] * 6 + ["20.0", "２０", " 20 ", "30", "30", "1,234", "0", "0"]
    return draw.choice(forms + (["20.000", "19.5", "0.001"] if unit == "weight" else []))


def spoil_volume(programme, row):
    """Damages one cell of a row of volumes."""
    draw = programme.draw
    other = programme.names[draw.choice(programme.owners)][0]
    field, text = draw.choice([
        ("volume", ""), ("volume", "-"), ("volume", "1e3"), ("volume", "若干"), ("volume", "-5"),
        ("volume", "1.2345"), ("volume", "-0"), ("volume", "--5"), ("volume", "-1.2345"),
        ("volume", "-1234567890123456"), ("volume", "1234567890123456"),
        ("month", ""), ("month", "-"), ("month", "2026-13"), ("month", "2026-03-01"),
        ("month", "3月"), ("month", "20263"), ("month", "2026-0"), ("month", "2026年03月份"),
        ("uscc", programme.codes[0][:-1] + "*"), ("uscc", ""), ("enterprise", other),
        ("enterprise", ""), ("carrier", "顺" + BAD_BYTE), ("month", BAD_BYTE + "2026-03"),
    ])  # fmt: skip
    row[field] = text


def spoil(programme, row, layout):
    """Damages one cell."""
    draw = programme.draw
    other = programme.names[draw.choice(programme.owners)][0]
    field, text = draw.choice([
        ("waybill", ""), ("waybill", "-"), ("waybill", "7.73005E+13"), ("waybill", "1e10"),
        ("uscc", programme.codes[0][:-1] + "*"), ("uscc", "111111111111111111"), ("uscc", ""),
        ("enterprise", other), ("enterprise", ""), ("enterprise", "-"), ("shipped", ""),
        ("shipped", "-"), ("shipped", "1/5/26"), ("shipped", "46027"), ("shipped", "2026-02-30"),
        ("pieces", "1.5"), ("pieces", "若干"), ("pieces", "0"), ("pieces", "-2"),
        ("weight", ""), ("weight", "1.2345"), ("weight", "0"), ("weight", "-1.5"), ("weight", "重"),
        ("shipped", BAD_BYTE + "2026"), ("waybill", "A" + BAD_BYTE), ("status", "已" + BAD_BYTE),
    ])  # fmt: skip
    row[field] = text


# -- Files -----------------------------------------------------------------------------------------


def new_layout(programme):
    """Which columns a file has, in which order and under which titles, and how it is written."""
    draw = programme.draw
    enterprise = draw.choice([["uscc"], ["enterprise"], ["uscc", "enterprise"]])
    fields = ["waybill", "shipped", *enterprise]
    optional = ("pieces", "status", "carrier", "weight", "other")
    fields += [f for f in optional if draw.random() < 0.75]
    if programme.volume == "weight" and "weight" not in fields:
        fields.append("weight")
    return layout_of(programme, fields)


def new_layout_of_volumes(programme):
    """The same for a file of volumes."""
    draw = programme.draw
    enterprise = draw.choice([["uscc"], ["enterprise"], ["uscc", "enterprise"]])
    fields = ["month", "volume", *enterprise]
    return layout_of(programme, fields + [f for f in ("carrier", "other") if draw.random() < 0.75])


def layout_of(programme, fields):
    draw = programme.draw
    draw.shuffle(fields)
    gap = draw.choice([0, *programme.months[1:-1]])
    return {
        "fields": fields,
        "titles": [draw.choice(TITLES[f]) for f in fields],
        "encoding": draw.choice(["utf-8", "utf-8-mark", "gb18030"]),
        "newline": draw.choice(["\n", "\r\n", "mixed"]),
        "quotes": draw.choice(["none", "some", "all"]),
        "trail": draw.choice(["", "", ","]),
        "months": [m for m in programme.months if m != gap],
        "faults": draw.random() < 0.5,
    }


def sound_rows(programme, layout):
    """One row beyond doubt for each month that the file covers, and for each owner."""
    draw = programme.draw
    wanted = [(month, draw.choice(programme.owners)) for month in layout["months"]]
    wanted += [(draw.choice(layout["months"]), owner) for owner in programme.owners]
    for month, owner in wanted:
        yield {
            "waybill": programme.fresh_waybill(),
            "uscc": programme.codes[owner],
            "enterprise": programme.names[owner][0],
            "shipped": day_text(draw, programme.day_of(month)),
            "pieces": str(draw.randint(1, 9)),
            "weight": "1.5",
            "status": "",
            "carrier": draw.choice(CARRIERS),
            "other": "",
        }


def quoted(draw, text, quotes):
    if quotes == "all" or "," in text or "\n" in text or text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    if quotes == "some" and draw.random() < 0.2:
        return '"' + text.replace('"', '""') + '"'
    return text


def line_of(programme, row, layout):
    draw = programme.draw
    row = dict(row)
    if layout["quotes"] != "none" and draw.random() < 0.05:
        row["other"] = '第一行\n第二行 "引号"'
    cells = [quoted(draw, row[f], layout["quotes"]) for f in layout["fields"]]
    return ",".join(cells) + layout["trail"]


def torn(draw, line):
    """A line that cannot be taken apart, or is blank."""
    return draw.choice([line + ",多,余", line.split(",", 2)[-1], '"未闭合,' + line, ""])


def export_bytes(programme, layout, lines):
    draw = programme.draw
    text = ""
    for line in lines:
        newline = layout["newline"]
        text += line + (draw.choice(["\n", "\r\n"]) if newline == "mixed" else newline)
    if draw.random() < 0.2:
        text = text.rstrip("\r\n")
    encoding = "gb18030" if layout["encoding"] == "gb18030" else "utf-8"
    data = b"\xff".join(part.encode(encoding) for part in text.split(BAD_BYTE))
    return (b"\xef\xbb\xbf" if layout["encoding"] == "utf-8-mark" else b"") + data


def write_export(programme, path):
    draw = programme.draw
    layout = new_layout(programme)
    rows = [line_of(programme, row, layout) for row in sound_rows(programme, layout)]
    for _ in range(draw.randint(10, 60)):
        rows.append(messy_line(programme, cells_of(programme, layout), layout))
    write_lines(programme, layout, rows, path)


def write_volumes(programme, path):
    draw = programme.draw
    layout = new_layout_of_volumes(programme)
    rows = []
    for _ in range(draw.randint(1, 25)):
        rows.append(messy_line(programme, volume_cells_of(programme, layout), layout))
    write_lines(programme, layout, rows, path)


def messy_line(programme, row, layout):
    draw = programme.draw
    line = line_of(programme, row, layout)
    return torn(draw, line) if layout["faults"] and draw.random() < 0.04 else line


def write_lines(programme, layout, rows, path):
    draw = programme.draw
    draw.shuffle(rows)
    header = ",".join(quoted(draw, t, layout["quotes"]) for t in layout["titles"]) + layout["trail"]
    before = draw.choice([[], [], ["样例运单明细", "", "区间：2026"]])
    lines = before + [header] + rows
    if draw.random() < 0.3:
        lines.append(draw.choice([f"共 {draw.randint(900, 999)} 条", "合计", "总计,,,"]))
    if draw.random() < 0.2:
        lines.append("," * (len(layout["fields"]) - 1))
    path.write_bytes(export_bytes(programme, layout, lines))


def write_other_support(programme, path):
    """Some support of the district, much of the city: amounts below, near and above the quotas."""
    draw = programme.draw
    lines = [draw.choice(["统一社会信用代码,级别,项目,金额,已放弃", "uscc,level,programme,amount,waived"])]
    for code in programme.codes:
        for _ in range(draw.choice([0, 0, 1, 1, 2, 3])):
            level = draw.choice(["区", "district"] + ["市", "city"] * 5)
            amount = draw.choice([0, draw.randint(0, 10**4), draw.randint(0, 4 * 10**7)])
            waiver = draw.choice(["", "-", "样例弃〔2027〕1号"])
            lines.append(f"{code},{level},样例项目,{amount}.{draw.randint(0, 99):02},{waiver}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_programme(seed, folder):
    programme = Programme(seed)
    draw = programme.draw
    shutil.rmtree(folder / "exports", ignore_errors=True)
    (folder / "other-support.csv").unlink(missing_ok=True)
    (folder / "exports").mkdir(parents=True)
    (folder / "adjudications.csv").unlink(missing_ok=True)
    for n in range(draw.randint(1, 4)):
        write_export(programme, folder / "exports" / f"{'ceAb'[n]}-{n}.csv")
    for n in range(draw.choice([0, 1, 1, 2, 3]) if programme.monthly else 0):
        write_volumes(programme, folder / "exports" / f"{'dBz'[n]}-volumes-{n}.csv")
    if draw.random() < 0.2:
        (folder / "exports" / "z.csv").write_bytes((folder / "exports" / "c-0.csv").read_bytes())
    roster = ["统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号,别名"]
    for code, (name, alias), review in zip(programme.codes, programme.names, programme.reviews):
        roster.append(f"{code},{name},{review},{name},99123456789012345,样例银行,999581000012,{alias}")
    (folder / "roster.csv").write_text("\n".join(roster) + "\n", encoding="utf-8")
    if draw.random() < 0.6:
        write_other_support(programme, folder / "other-support.csv")
    carrier = draw.choice(["顺丰快递", "圆通", "样例快运"])
    entry = f'{{file: "*-volumes-*", carrier: {carrier}, control: ignore}}, '
    if draw.random() < 0.6 or not list(folder.glob("exports/*-volumes-*")):
        entry = ""
    pool = f"{draw.randint(1, 10**8)}.{draw.randint(0, 99):02}"
    (folder / "fentan.yaml").write_text(f"""\
# 合成数据，种子 {seed}
year: 2026
pool: "{pool}"
volume: {programme.volume}
period: {{from: {programme.first}, to: {programme.last}}}
max-rejected: 100%
max-contested: {draw.choice(LIMITS)}
max-unknown: {draw.choice(LIMITS)}
payer: {{name: 样例联盟, account: "0099440117000000018", bank: 样例银行, cnaps: "999581000012"}}
payment-date: 2027-03-15
exports: [{entry}{{file: "*", control: ignore}}]
""", encoding="utf-8")
    if draw.random() < 0.7:
        random_decisions.write(draw, folder)


if __name__ == "__main__":
    write_programme(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
