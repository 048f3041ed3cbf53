#!/usr/bin/env python3
"""What a programme must come to: a slow and plain model to compare fentan with.

    reference_model.py PROGRAMME                        prints the expected figures as JSON
    reference_model.py PROGRAMME --report REPORT.json   compares them with a report; exit code 1
                                                        and one line for each figure that differs

It shares nothing with the program: files are taken apart by Python's csv and codecs, volumes are
split with fractions. It holds everything in memory and is meant for at most some 100,000 rows.
"""

import argparse
import csv
import datetime
import fnmatch
import json
import pathlib
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction

import identifiers
import reference_disputes
import small_yaml
import support_cases

csv.field_size_limit(1 << 30)

# Header names of each field, the canonical one first.
SYNONYMS = {
    "waybill": ["运单号", "快递单号", "物流单号", "运单编号"],
    "uscc": ["统一社会信用代码"],
    "enterprise": ["企业名称", "店铺"],
    "shipped": ["发货日期", "发货时间"],
    "pieces": ["件数"],
    "weight": ["重量"],
    "status": ["状态"],
    "carrier": ["承运商"],
    "month": ["月份", "统计月份", "发货月份"],
    "volume": ["出货量", "发货量"],
}
# What is read of each kind of export; its first fields are what makes a header.
KINDS = {
    "waybills": "waybill shipped uscc enterprise pieces weight status carrier".split(),
    "volumes": "month volume uscc enterprise carrier".split(),
}
# Names of one carrier, as they are compared.
CARRIERS = [
    ["顺丰", "顺丰速运", "顺丰快递", "SF", "SFEXPRESS"],
    ["圆通", "圆通速递", "圆通快递", "YTO", "YT"],
    ["中通", "中通快递", "中通速递", "ZTO"],
    ["申通", "申通快递", "申通速递", "STO"],
    ["韵达", "韵达快递", "韵达速递", "YUNDA", "YD"],
    ["极兔", "极兔速递", "极兔快递", "J&T", "JT", "JTEXPRESS"],
    ["京东", "京东物流", "京东快递", "JD", "JDL"],
    ["邮政", "中国邮政", "邮政快递包裹", "邮政快递", "CHINAPOST"],
    ["EMS", "邮政EMS", "邮政速递"],
    ["德邦", "德邦快递", "德邦物流", "DEPPON", "DBL"],
    ["百世", "百世快递", "百世汇通", "HTKY"],
]
NOT_COUNTED = "已退回 退回 退件 退货 退回签收 退货签收 拒收 已拒收 拒签 拦截 已拦截 已取消 取消 作废".split()
UNTAKEN = ["row.columns", "row.quote", "row.too-long", "encoding.invalid"]
CLASSES = ["counted", "duplicate", "contested", "excluded", "rejected"]
LONGEST_RECORD = 1 << 20  # bytes
MOST = 10**12  # pieces, waybills or grams of a row
UTF8_MARK = b"\xef\xbb\xbf"


# -- Text ------------------------------------------------------------------------------------------


def half_width(text):
    """Full-width ASCII and the ideographic space in their ASCII form."""
    return "".join(
        chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "\u3000" else c for c in text
    )


def is_blank(character):
    """True for blanks and for what is not seen: BOM and zero-width characters."""
    return character.isspace() or character in "\ufeff\u200b\u200c\u200d\u2060"


def trimmed(text):
    """Half-width, without blanks at its ends."""
    text = half_width(text)
    while text and is_blank(text[0]):
        text = text[1:]
    while text and is_blank(text[-1]):
        text = text[:-1]
    return text


def stated(text):
    """The trimmed cell; an empty one and `-` say nothing."""
    text = trimmed(text)
    return "" if text == "-" else text


def name_key(text):
    """What names of enterprises are compared by."""
    return "".join(c for c in stated(text) if not is_blank(c))


def canonical_waybill(text):
    """The waybill as it is compared."""
    text = trimmed(text)
    if text.startswith("'"):
        text = trimmed(text[1:])
    if len(text) >= 3 and text.startswith('="') and text.endswith('"'):
        text = trimmed(text[2:-1])
    text = "".join(c for c in text if c not in "\ufeff\u200b\u200c\u200d\u2060")
    return "" if text == "-" else text.upper()


DATE = re.compile(
    r"(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})(\d\d)(\d\d))"
    r"(?:[ T]\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?",
    re.ASCII,
)


def read_date(text):
    """The day that a cell names; None where it names none."""
    match = DATE.fullmatch(text)
    if not match:
        return None
    day = [g for i, g in enumerate(match.groups()[:10]) if g and i != 1]
    hour, minute, second = (int(g or 0) for g in match.groups()[10:])
    try:
        return datetime.datetime(*map(int, day), hour, minute, second).date()
    except ValueError:
        return None


def read_number(text):
    """A cell's exact number; None where it is none."""
    if not re.fullmatch(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", text, re.ASCII):
        return None
    return Fraction(text.replace(",", ""))


def carrier_key(text):
    """What carriers are compared by."""
    key = name_key(text).upper()
    return next((names[0] for names in CARRIERS if key in names), key)


MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})|(\d\d)|年(\d{1,2})月份?)", re.ASCII)


def read_month(text):
    """The month that a cell names, as 2026-03; empty where it names none."""
    match = MONTH.fullmatch(text)
    if not match:
        return ""
    year, month = int(match[1]), int(match[2] or match[3] or match[4])
    return f"{year}-{month:02}" if year and 1 <= month <= 12 else ""


# -- The programme's folder --------------------------------------------------------------------


class Settings:
    """fentan.yaml, as far as it decides volumes and awards."""

    def __init__(self, folder):
        typed = small_yaml.load((folder / "fentan.yaml").read_text(encoding="utf-8-sig"))
        year = int(typed["year"])
        period = typed.get("period", {})
        self.first_day = read_date(period.get("from", f"{year}-01-01"))
        self.last_day = read_date(period.get("to", f"{year}-12-31"))
        self.pool_fen = int(Fraction(typed.get("pool", "500000.00")) * 100)
        self.volume = typed.get("volume", "pieces")
        self.not_counted = {trimmed(s) for s in typed.get("not-counted", NOT_COUNTED)}
        self.exports = typed.get("exports", [])
        self.limits = {
            of: Fraction(typed.get("max-" + of, "1%").rstrip("%")) / 100
            for of in ("contested", "unknown")
        }

    def entry(self, name):
        """What fentan.yaml says of an export; the first pattern that fits."""
        return next((e for e in self.exports if fnmatch.fnmatchcase(name, e["file"])), {})

    def includes(self, day):
        return self.first_day <= day <= self.last_day

    def includes_month(self, month):
        """True if a day of it lies in the period."""
        return self.first_day.strftime("%Y-%m") <= month <= self.last_day.strftime("%Y-%m")

    def scaled(self, number):
        """A number in the unit of 出货量 as pieces, waybills or grams; None if it is no whole one."""
        number = number * 1000 if number is not None and self.volume == "weight" else number
        is_whole = number is not None and number.denominator == 1 and abs(number) <= MOST
        return int(number) if is_whole else None


class Roster:
    """roster.csv: reviews by code, and codes by name or alias."""

    REVIEWS = {"通过": "approved", "不通过": "refused", "待审": "pending"}

    def __init__(self, folder):
        self.review, self.code_of, self.cnaps, self.account = {}, {}, {}, {}
        with open(folder / "roster.csv", encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                code = self.cell(row, "统一社会信用代码", "uscc")
                review = self.cell(row, "审核状态", "review")
                self.review[code] = self.REVIEWS.get(review, review)
                self.cnaps[code] = self.cell(row, "联行号", "cnaps")
                self.account[code] = self.cell(row, "账号", "account")
                aliases = self.cell(row, "别名", "aliases")
                for name in [self.cell(row, "企业名称", "name")] + aliases.split("|"):
                    if name_key(name):
                        self.code_of[name_key(name)] = code

    @staticmethod
    def cell(row, *names):
        return trimmed(next((row[n] for n in names if row.get(n) is not None), ""))


class OtherSupport:
    """other-support.csv: by code, what the district and the city grant, with the waivers."""

    LEVELS = {"区": "district", "市": "city"}

    def __init__(self, folder):
        self.grants = defaultdict(list)  # by code and level: amount in fen, waiver
        self.decisions = {}
        path = folder / "other-support.csv"
        if not path.exists():
            return
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                code = Roster.cell(row, "统一社会信用代码", "uscc")
                level = Roster.cell(row, "级别", "level")
                amount = int(Fraction(Roster.cell(row, "金额", "amount")) * 100)
                waiver = stated(Roster.cell(row, "已放弃", "waived"))
                self.grants[code, self.LEVELS.get(level, level)].append((amount, waiver))

    def excludes(self, code):
        """True if the enterprise enjoys support of the district."""
        return any(not waiver for _, waiver in self.grants.get((code, "district"), []))

    def city_fen(self, code):
        return sum(amount for amount, _ in self.grants.get((code, "city"), []))

    def judge(self, rows, settings, roster):
        """Step 8 for rows that would count: takes those out whose enterprise has other support."""
        volumes = Counter()
        for row in rows:
            if row.row_class == "counted" and self.excludes(row.enterprise):
                row.becomes("excluded", "enterprise.other-support")
            elif row.row_class == "counted":
                volumes[row.enterprise] += quantity(row)
        codes = sorted(roster.review)
        decisions = support_cases.decide(
            settings.pool_fen, [volumes[c] for c in codes], [self.city_fen(c) for c in codes]
        )
        decisions = {codes[i]: decision for i, decision in decisions.items()}
        for row in rows:
            stays = decisions.get(row.enterprise, (0, True))[1]  # without volume none is due
            if row.row_class == "counted" and not stays:
                row.becomes("excluded", "enterprise.other-support")
        for code, level in self.grants:
            self.decisions[f"{code} {level}"] = self.said(code, level, decisions, roster)
        return self

    def said(self, code, level, decisions, roster):
        """The decision as a report says it."""
        if roster.review[code] == "refused":
            return "no-volume"
        if self.excludes(code):
            return "excluded"
        if level == "district":
            return "waived"
        if code not in decisions:
            return "no-volume"
        order, stays, quota = decisions[code]
        return f"{'stays' if stays else 'leaves'} {order} {quota}"

    def held(self):
        """Codes whose award waits for a waiver."""
        return [
            code
            for (code, level), grants in self.grants.items()
            if self.decisions[f"{code} {level}"].startswith("stays")
            and sum(amount for amount, _ in grants)
            and not all(waiver for _, waiver in grants)
        ]


def read_adjudications(folder, settings):
    """The decisions of adjudications.csv."""
    path = folder / "adjudications.csv"
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return [read_decision(row, reader.line_num, settings) for row in reader]


def read_decision(row, line, settings):
    cells = {
        field: stated(Roster.cell(row, title, field))
        for field, title in [
            ("waybill", "运单号"), ("month", "月份"), ("carrier", "承运商"), ("volume", "出货量"),
            ("uscc", "统一社会信用代码"), ("reference", "文号"), ("date", "日期"),
        ]
    }  # fmt: skip
    waybill = canonical_waybill(cells["waybill"])
    is_nobody = cells["uscc"] == "无" or cells["uscc"].lower() == "none"
    code = "" if is_nobody else cells["uscc"].upper()
    month = read_month(cells["month"])
    volume = settings.scaled(read_number(cells["volume"]))
    if waybill:
        is_sound = not (cells["month"] or cells["volume"] or DAMAGED.fullmatch(waybill))
    else:
        is_sound = month and volume is not None and volume >= 0
    is_sound = is_sound and cells["reference"] and read_date(cells["date"])
    if not is_sound or not (is_nobody or identifiers.is_uscc(code)):
        raise reference_disputes.Unusable(line)
    return reference_disputes.Decision(
        line, waybill, month, carrier_key(cells["carrier"]), volume, code
    )


# -- Exports: from bytes to records ------------------------------------------------------------


@dataclass
class Record:
    """One record: its first line, its cells as bytes, and why it cannot be taken apart."""

    line: int
    cells: list
    fault: str = ""


def records(data, cell_count=None):
    """The records of a file, one after another.

    A quote that does not fit is a fault of the record's first line; so is a record of several
    lines that has not the header's number of cells. Reading goes on with the next line.
    """
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", data.decode("latin-1"))
    at = 0
    while at < len(lines):
        reader = csv.reader((lines[i] for i in range(at, len(lines))), strict=True)
        text, taken, fault = lines[at].rstrip("\r\n"), 1, ""
        cells = []
        if len(text) > LONGEST_RECORD:
            fault = "row.too-long"
        elif '"' not in text:
            cells = text.split(",")
        else:
            try:
                cells, taken = next(reader), reader.line_num
                length = len("".join(lines[at : at + taken]).rstrip("\r\n"))
                is_believed = cell_count is None or cell_fit(cells, cell_count)
                if taken > 1 and (length > LONGEST_RECORD or not is_believed):
                    fault = "row.quote"
            except csv.Error:
                fault = "row.quote"
        if fault:
            cells, taken = [], 1
        yield Record(at + 1, [c.encode("latin-1") for c in cells], fault)
        at += taken


def cell_fit(cells, cell_count):
    """True if a record has the header's cells, or one blank cell more behind a trailing comma."""
    return len(cells) == cell_count or (len(cells) == cell_count + 1 and not cells[-1].strip())


class Export:
    """One file under exports/: its encoding, header and layout."""

    def __init__(self, path, settings):
        self.name = path.name
        self.data = path.read_bytes()
        self.entry = settings.entry(path.name)
        self.text = self.data[len(UTF8_MARK) :] if self.data.startswith(UTF8_MARK) else self.data
        candidates = [(e, self.find_header(e)) for e in self.candidates()]
        candidates = [c for c in candidates if c[1]]
        if not candidates:
            sys.exit(f"{path}: no header that matches")
        self.encoding, (self.header, self.columns, self.titles, self.kind) = candidates[0]

    def candidates(self):
        """Encodings in the order in which they are tried."""
        if self.data.startswith(UTF8_MARK):
            return ["utf-8"]
        if "encoding" in self.entry:
            return [self.entry["encoding"]]
        try:
            text = self.data.decode("utf-8")
            if any("\x80" <= c <= "\u07ff" for c in text) and max(text) < "\u0800":
                return ["gb18030", "utf-8"]
        except UnicodeDecodeError:
            pass
        return ["utf-8", "gb18030"]

    def find_header(self, encoding):
        """The header's line, each field's column, its titles and its kind; None where none is."""
        for record in records(self.text):
            if record.line > 50:
                return None
            titles = [trimmed(c.decode(encoding, "replace")) for c in record.cells]
            while titles and not titles[-1]:
                titles.pop()
            columns = self.layout(titles)
            for kind, fields in KINDS.items():
                if set(fields[:2]) <= set(columns) and (
                    {"uscc", "enterprise"} & set(columns) or "uscc" in self.entry
                ):
                    read = {f: columns[f] for f in fields if f in columns}
                    return record.line, read, titles, kind
        return None

    def layout(self, titles):
        """Each field's column: named by the entry, else the canonical name, else the leftmost."""
        columns = {}
        for field, names in SYNONYMS.items():
            told = self.entry.get("columns", {}).get(field)
            found = [i for i, t in enumerate(titles) if t in names]
            found.sort(key=lambda i: (titles[i] != names[0], i))
            found = [i for i, t in enumerate(titles) if told and t == trimmed(told)] or found
            if found:
                columns[field] = found[0]
        return columns


# -- Rows --------------------------------------------------------------------------------------


@dataclass
class Row:
    """One row with what could be read of it, and what it came to."""

    file: str
    line: int
    kind: str
    fault: str = ""  # the first fault of steps 1 and 3
    status: str = ""
    waybill: str = ""  # empty where it cannot be read
    enterprise: str = ""  # a code, or `名:` and an unknown name; empty where it cannot be read
    shipped: datetime.date = None
    volume: int = None  # as stated: pieces, waybills or grams
    carrier: str = ""
    month: str = ""  # of volumes, or of the earliest date of its waybill and enterprise
    row_class: str = ""
    code: str = ""
    decision: object = None  # by which it goes on

    def becomes(self, row_class, code=""):
        self.row_class, self.code = row_class, code


@dataclass
class Control:
    """A total that a footer states: over what, and how much."""

    of: str
    stated: Fraction


def read_export(export, settings, roster):
    """The rows of a file, and its controls as (stated, read)."""
    rows, controls, sums = [], [], Counter()
    for record in records(export.text, len(export.titles)):
        if record.line <= export.header:
            continue
        if not record.fault:
            texts = [trimmed(c.decode(export.encoding, "replace")) for c in record.cells]
            if not any(texts):
                continue
            if re.match(r"(合计|总计|小计)\W*$|共\s*\d", texts[0]):
                controls += footer(texts, export)
                continue
        row = read_row(record, export, settings, roster, sums)
        rows.append(row)
    sums["rows"] = len(rows)
    return rows, [(c.stated, sums[c.of]) for c in controls]


def footer(texts, export):
    """The control totals of a footer."""
    controls = []
    for text in texts:
        for number in re.findall(r"共\s*([\d,]+)\s*[笔条件]", text):
            controls.append(Control("rows", read_number(number)))
    for field in ("pieces", "weight", "volume"):
        column = export.columns.get(field, len(texts))
        number = read_number(texts[column]) if column < len(texts) else None
        if number is not None:
            controls.append(Control(field, number))
    return controls


def read_row(record, export, settings, roster, sums):
    """A row with its first fault; `sums` takes the numbers that footers are compared with."""
    row = Row(export.name, record.line, export.kind, record.fault)
    if not row.fault and not cell_fit(record.cells, len(export.titles)):
        row.fault = "row.columns"
    if row.fault:
        return row
    cells = {}
    for field, column in export.columns.items():
        try:
            cells[field] = stated(record.cells[column].decode(export.encoding))
        except UnicodeDecodeError:
            row.fault = "encoding.invalid"
            return row
    for field in ("pieces", "weight", "volume"):
        sums[field] += read_number(cells.get(field, "")) or 0
    row.status = cells.get("status", "")
    row.carrier = carrier_key(cells.get("carrier") or export.entry.get("carrier", ""))
    if export.kind == "volumes":
        faults = [
            read_enterprise(row, cells, export, roster),
            read_stated_volume(row, cells, settings),
            read_stated_month(row, cells),
        ]
    else:
        faults = [
            read_waybill(row, cells),
            read_enterprise(row, cells, export, roster),
            read_shipped(row, cells),
            read_volume(row, cells, settings),
        ]
    row.fault = next((f for f in faults if f), "")
    return row


DAMAGED = re.compile(r"[0-9](\.[0-9]+)?E\+?[0-9]+")


def read_waybill(row, cells):
    waybill = canonical_waybill(cells["waybill"])
    if not waybill:
        return "waybill.missing"
    if DAMAGED.fullmatch(waybill):
        return "waybill.excel-damaged"
    row.waybill = waybill
    return ""


def read_enterprise(row, cells, export, roster):
    code = cells.get("uscc", "").upper()
    name = name_key(cells.get("enterprise", ""))
    code = code if code or name else export.entry.get("uscc", "")
    named = roster.code_of.get(name)
    if not code and not name:
        return "enterprise.missing"
    if not code:
        row.enterprise = named or "名:" + name
    elif not identifiers.is_uscc(code):
        return "enterprise.check-digit"
    elif named and named != code:
        return "enterprise.contradiction"
    else:
        row.enterprise = code
    return ""


def read_shipped(row, cells):
    if not cells["shipped"]:
        return "date.missing"
    row.shipped = read_date(cells["shipped"])
    return "" if row.shipped else "date.unreadable"


def read_volume(row, cells, settings):
    if settings.volume == "waybills":
        return ""
    column = settings.volume
    text = cells.get(column, "")
    if not text:
        return "weight.missing" if column == "weight" else ""
    volume = settings.scaled(read_number(text))
    if volume is None:
        return column + ".unreadable"
    if volume <= 0:
        return column + ".not-positive"
    row.volume = volume
    return ""


def read_stated_volume(row, cells, settings):
    row.volume = settings.scaled(read_number(cells["volume"]))
    if row.volume is None:
        return "volume.unreadable"
    return "volume.negative" if row.volume < 0 else ""


def read_stated_month(row, cells):
    row.month = read_month(cells["month"])
    return "" if row.month else "month.unreadable"


# -- Judging -----------------------------------------------------------------------------------


REACH = datetime.timedelta(31)


def judge(rows, settings, roster, decisions=(), counted_before=frozenset()):
    """Gives each row its class, in the order of the steps; rows come by file and line."""
    disputes = judge_alone(rows, settings)
    disputes.decide(decisions)
    disputes.judge(
        lambda group, decision: judge_group(
            group, roster, decision, is_of_last_year(group, settings, counted_before)
        ),
        lambda row, decision: finish(row, roster, decision),
    )


def judge_alone(rows, settings):
    """Steps 1 to 4; the rows that pass them."""
    reported = defaultdict(set)  # by waybill: the enterprises of rows that do not count
    groups = defaultdict(list)  # by waybill and enterprise
    volumes = []
    for row in rows:
        if row.fault in UNTAKEN:
            row.becomes("rejected", row.fault)
        elif row.kind == "waybills" and row.status in settings.not_counted:
            row.becomes("excluded", "status.not-counted")
            if row.waybill:
                reported[row.waybill].add(row.enterprise)
        elif row.fault:
            row.becomes("rejected", row.fault)
        elif row.kind == "waybills":
            groups[row.waybill, row.enterprise].append(row)
        elif settings.includes_month(row.month):
            volumes.append(row)
        else:
            row.becomes("excluded", "date.outside-period")
    for key, group in list(groups.items()):
        earliest = min(r.shipped for r in group)
        for row in group:
            row.month = earliest.strftime("%Y-%m")
            if not settings.includes(earliest):
                row.becomes("excluded", "date.outside-period")
        if not settings.includes(earliest):
            del groups[key]
    return reference_disputes.Disputes(groups, reported, volumes)


def is_of_last_year(group, settings, counted_before):
    """True for a waybill that last year counted close to its end, dated close to the beginning."""
    earliest = min(row.shipped for row in group)
    return group[0].waybill in counted_before and earliest <= settings.first_day + REACH


def late_waybills(rows, settings):
    """Waybills that counted close to the end of the period: what the next year must know."""
    earliest = defaultdict(lambda: datetime.date.max)
    for row in rows:
        if row.kind == "waybills" and row.shipped and row.row_class in ("counted", "duplicate"):
            key = row.waybill, row.enterprise
            earliest[key] = min(earliest[key], row.shipped)
    return {
        row.waybill
        for row in rows
        if row.kind == "waybills" and row.row_class == "counted"
        and earliest[row.waybill, row.enterprise] >= settings.last_day - REACH
    }


def judge_group(group, roster, decision, is_of_last_year):
    """Steps 7 to 9, for the rows of one waybill and enterprise."""
    if decision:
        decision.won += len(group)
    if is_of_last_year:
        reference_disputes.become(group, "duplicate", "duplicate.last-year")
        return
    kept = min(group, key=lambda r: (r.volume is None, r.volume))  # min() takes the first of equals
    for row in group:
        if row is not kept:
            kind = "differs" if differs(row, kept) else "same"
            row.becomes("duplicate", "duplicate." + kind)
    finish(kept, roster, decision)


def finish(row, roster, decision):
    """Steps 8 and 9, but for other support."""
    review = roster.review.get(row.enterprise)
    row.decision = decision
    if review is None:
        row.becomes("excluded", "enterprise.not-on-roster")
    elif review == "refused":
        row.becomes("excluded", "enterprise.refused")
    else:
        row.becomes("counted")


def differs(row, kept):
    """True if a duplicate says something else than the row that counts."""
    return (
        (None not in (row.volume, kept.volume) and row.volume != kept.volume)
        or bool(row.carrier and kept.carrier and row.carrier != kept.carrier)
        or abs((row.shipped - kept.shipped).days) > 3
    )


# -- Findings that are no row's class ----------------------------------------------------------


OTHER_FINDINGS = [
    "file.repeated", "control.differs", "waybill.suspicious", "status.unlisted", "coverage.month",
    "coverage.no-rows", "account.suspicious", "cnaps.check-digit",
]  # fmt: skip


def other_findings(exports, settings, roster):
    """How often each code occurs that says nothing of a row's class."""
    counts = Counter()
    seen = set()
    for export, rows, controls in exports:
        counts["file.repeated"] += export.data in seen
        seen.add(export.data)
        counts["control.differs"] += sum(stated_total != read for stated_total, read in controls)
        counts["waybill.suspicious"] += sum(
            bool(re.fullmatch(r"[0-9]{15}0{3,}|(?=[0-9]{12})[0-9]*0{6}", r.waybill)) for r in rows
        )
        unlisted = {s for s in {r.status for r in rows} if re.search("退|拒|取消|作废|拦截", s)}
        counts["status.unlisted"] += len(unlisted - settings.not_counted)
        counts["coverage.month"] += missing_months(rows, settings)
    seen_enterprises = {r.enterprise for _, rows, _ in exports for r in rows}
    for code, review in roster.review.items():
        account, cnaps = roster.account[code], roster.cnaps[code]
        counts["coverage.no-rows"] += review == "approved" and code not in seen_enterprises
        counts["account.suspicious"] += bool(re.fullmatch(r"\d{15}0|\d{15}00", account))
        counts["cnaps.check-digit"] += bool(
            re.fullmatch(r"\d{12}", cnaps) and not identifiers.is_cnaps(cnaps)
        )
    return counts


def missing_months(rows, settings):
    """Months without a row, between months of the period with rows of any class."""
    days = [r.shipped for r in rows if r.shipped and settings.includes(r.shipped)]
    months = {d.year * 12 + d.month for d in days}
    for row in rows:
        if row.kind == "volumes" and row.month and settings.includes_month(row.month):
            months.add(int(row.month[:4]) * 12 + int(row.month[5:]))
    return max(months) - min(months) + 1 - len(months) if months else 0


# -- The split ---------------------------------------------------------------------------------


def split(pool_fen, volumes):
    """Awards in fen by code: largest remainder; ties to the larger volume, then by code."""
    total = sum(volumes.values())
    quotas = {code: Fraction(pool_fen * volume, total) for code, volume in volumes.items()}
    awards = {code: int(quota) for code, quota in quotas.items()}
    order = sorted(quotas, key=lambda c: (awards[c] - quotas[c], -volumes[c], c))
    for code in order[: pool_fen - sum(awards.values())]:
        awards[code] += 1
    return awards


def read_exports(folder, settings, roster):
    """Each export with its rows and controls."""
    paths = [p for p in (folder / "exports").iterdir() if not is_skipped(p.name)]
    exports = []
    for path in sorted(paths, key=lambda p: p.name.encode()):
        export = Export(path, settings)
        exports.append((export, *read_export(export, settings, roster)))
    return exports


def expectation(folder, counted_before=frozenset()):
    """Everything that the model says of a programme; None where a decision cannot be made.

    `counted_before` are the waybills that the year before counted close to its end.
    """
    folder = pathlib.Path(folder)
    settings, roster = Settings(folder), Roster(folder)
    exports = read_exports(folder, settings, roster)
    rows = [row for _, file_rows, _ in exports for row in file_rows]
    try:
        decisions = read_adjudications(folder, settings)
        judge(rows, settings, roster, decisions, counted_before)
    except reference_disputes.Unusable:
        return None
    support = OtherSupport(folder).judge(rows, settings, roster)
    counted = Counter({code: 0 for code in roster.review})
    for row in rows:
        if row.row_class == "counted":
            counted[row.enterprise] += quantity(row)
    codes = Counter(r.code for r in rows if r.code) + other_findings(exports, settings, roster)
    volumes = dict(sorted(counted.items()))
    is_payable = any(volumes.values())
    return {
        "rows": tally(rows),
        "files": {export.name: tally(file_rows) for export, file_rows, _ in exports},
        "kinds": {export.name: export.kind for export, _, _ in exports},
        "codes": dict(sorted(codes.items())),
        "findings": {f"{r.file}:{r.line}": r.code for r in rows if r.code},
        "volumes": {code: volume_text(v, settings) for code, v in volumes.items()},
        "parts": parts(rows, settings),
        "awards": split(settings.pool_fen, volumes) if is_payable else {},
        "decisions": {str(d.line): outcome(d, rows, settings) for d in decisions},
        "support": support.decisions,
        "held": support.held(),
        "stops": stops(rows, settings, support, is_payable),
        "late": late_waybills(rows, settings),
    }


def outcome(decision, rows, settings):
    """What came of a decision, as a report says it."""
    volume = sum(
        quantity(r) for r in rows if r.decision is decision and r.row_class == "counted"
    )
    return f"{decision.won} won, {decision.lost} lost, {volume_text(volume, settings)}"


def parts(rows, settings):
    """What each enterprise's volume is made of, by month and by file."""
    months, volumes, counts = Counter(), Counter(), Counter()
    for row in rows:
        if row.row_class == "counted":
            months[row.enterprise, row.month] += quantity(row)
            volumes[row.enterprise, row.file] += quantity(row)
            counts[row.enterprise, row.file] += 1
    texts = {" ".join(key): volume_text(v, settings) for key, v in months.items() if v}
    for key, volume in volumes.items():
        texts[" ".join(key)] = f"{counts[key]} rows, {volume_text(volume, settings)}"
    return texts


def is_skipped(name):
    return name.startswith((".", "~$")) or name in ("Thumbs.db", "desktop.ini")


def quantity(row):
    return 1 if row.volume is None else row.volume


def tally(rows):
    """Rows read, and how many of each class."""
    return {"read": len(rows), **{c: sum(r.row_class == c for r in rows) for c in CLASSES}}


def volume_text(volume, settings):
    if settings.volume != "weight":
        return str(volume)
    return f"{volume // 1000}.{volume % 1000:03}"


def stops(rows, settings, support, is_payable):
    """By code of the stop, the volume that exceeds its limit, as `part/whole`."""
    left_out = {"enterprise.not-on-roster", "enterprise.refused", "enterprise.other-support"}
    contested = contested_volume(rows)
    counted = sum(quantity(r) for r in rows if r.row_class == "counted" or r.code in left_out)
    unknown = sum(quantity(r) for r in rows if r.code == "enterprise.not-on-roster")
    leaves = any(decision.startswith("leaves") for decision in support.decisions.values())
    stops = {} if is_payable else {"support.nobody-stays" if leaves else "volume.none": ""}
    whole = contested + counted
    for code, part in [("contested", contested), ("unknown", unknown)]:
        if part > settings.limits[code] * whole:
            stops["limit." + code] = f"{volume_text(part, settings)}/{volume_text(whole, settings)}"
    return stops


def contested_volume(rows):
    """Each waybill and each key of volumes once, at the least that a claimant would get for it."""
    claims = defaultdict(list)
    for row in rows:
        if row.row_class == "contested":
            subject = row.waybill or reference_disputes.key(row)
            claims[subject, row.enterprise].append(row)
    smallest = {}
    for (subject, _), group in claims.items():
        known = [r.volume for r in group if r.volume is not None] or [1]
        smallest[subject] = min([*known, smallest.get(subject, known[0])])
    return sum(smallest.values())


# -- Comparing ---------------------------------------------------------------------------------


def differences(expected, path):
    """Lines for what a report, and the findings.csv beside it, say otherwise."""
    report = json.loads(path.read_text(encoding="utf-8"))
    awards = {a["uscc"]: a for a in report["awards"]}
    actual = {
        "rows": report["rows"],
        "files": {f["name"]: f["rows"] for f in report["files"]},
        "kinds": {f["name"]: f["kind"] for f in report["files"]},
        "codes": {f["code"]: f["count"] for f in report["findings"]},
        "findings": reported_findings(path.parent / "findings.csv"),
        "volumes": {code: a["volume"] for code, a in awards.items()},
        "parts": reported_parts(awards),
        "awards": {code: fen(a["amount"]) for code, a in awards.items() if a["amount"]},
        "decisions": {str(d["line"]): reported_outcome(d) for d in report["adjudications"]},
        "stops": reported_stops(report),
        "support": {f"{s['uscc']} {s['level']}": decision(s) for s in report["otherSupport"]},
    }
    if report["state"] in ("stopped", "checked"):
        del actual["volumes"], actual["awards"]
    else:
        yield from unheld(expected, awards)
    for part, said in actual.items():
        for key in sorted(set(said) | set(expected[part])):
            if said.get(key) != expected[part].get(key):
                yield f"{part}: {key}: expected {expected[part].get(key)}, reported {said.get(key)}"


def reported_parts(awards):
    """The same of a report as `parts` of rows."""
    texts = {}
    for code, award in awards.items():
        for month in award["months"]:
            texts[code + " " + month["month"]] = month["volume"]
        for file in award["files"]:
            texts[code + " " + file["name"]] = f'{file["rows"]} rows, {file["volume"]}'
    return texts


def reported_outcome(decision):
    """The same of a report as `outcome`."""
    rows = decision["rows"]
    return f'{rows["won"]} won, {rows["lost"]} lost, {decision["volume"]}'


def reported_findings(path):
    """By file and line, the code of each row that was not counted."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {
            f"{row['文件']}:{row['行号']}": row["代码"]
            for row in csv.DictReader(file)
            if row["代码"] not in OTHER_FINDINGS and row["行号"] and row["文件"] != "roster.csv"
        }


def reported_stops(report):
    """The same of a report as `stops`: its words name the part and the whole."""
    texts = {s["code"]: s["text"] for s in report["stops"]}
    known = ["limit.contested", "limit.unknown", "volume.none", "support.nobody-stays"]
    return {
        code: "".join(re.findall(r"[\d.]+/[\d.]+", texts[code])[:1])
        for code in known
        if code in texts
    }


def unheld(expected, awards):
    """Lines for awards that are paid though they must wait."""
    for code in expected["held"]:
        if awards[code]["payment"] == "issued":
            yield f"held: {code}: expected held, reported issued"


def decision(entry):
    """A decision of the report, with its quota as a fraction in lowest terms."""
    if entry["order"] is None:
        return entry["decision"]
    return f"{entry['decision']} {entry['order']} {Fraction(entry['quotaFen'])}"


def fen(yuan):
    return int(Fraction(yuan) * 100)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("programme", type=pathlib.Path)
    parser.add_argument("--report", type=pathlib.Path, help="a report.json to compare with")
    options = parser.parse_args()
    expected = expectation(options.programme)
    if expected is None:
        sys.exit("a decision of adjudications.csv cannot be made")
    if not options.report:
        print(json.dumps(expected, ensure_ascii=False, indent=2, default=sorted))
        return
    lines = list(differences(expected, options.report))
    print("\n".join(lines), file=sys.stderr, end="\n" if lines else "")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
