"""Makes a programme of N invented rows for the bench; a parcel follows from its number alone.

    make_exports.py N FOLDER [--quoted]

300 enterprises, 8 columns; 2.5 % of the rows are returned, 1 % name a parcel again, 1 % lie
outside the period, 0.02 % are claimed by a second enterprise, 0.02 % have no date that exists.
"""

import datetime
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "Oracles"))
import identifiers  # noqa: E402

ENTERPRISES = 300
CHUNK = 500_000
TITLES = ["运单号", "统一社会信用代码", "企业名称", "收件人", "发货日期", "件数", "状态", "承运商"]
SETTINGS = """\
# 合成数据，仅供测速
year: 2026
payer: {name: 样例联盟, account: "0099440117000000018", bank: 样例银行, cnaps: "999581000012"}
"""


def table(texts):
    """Texts as rows of bytes, zeros behind the shorter ones."""
    encoded = [text.encode() for text in texts]
    width = max(map(len, encoded))
    joined = b"".join(text.ljust(width, b"\0") for text in encoded)
    return np.frombuffer(joined, np.uint8).reshape(len(texts), width)


CODES = [identifiers.make_uscc("91", "440117", f"MX{n:06}") for n in range(ENTERPRISES)]
NAMES = [f"样例直播{n}公司" for n in range(ENTERPRISES)]
FIRST_DAY = datetime.date(2026, 1, 1)
DAYS = [str(FIRST_DAY + datetime.timedelta(n)) for n in range(365)]
DAYS += ["2027-01-01", "2027-01-02", "2027-01-03", "2025-12-31", "2026-13-45"]
NO_DAY = len(DAYS) - 1
PREFIXES = ["SF", "YT", "JT", "7", "43"]
STATUSES = ["已签收"] * 39 + ["已退回"]
CARRIERS = ["样例快运", "示范速递", "虚构物流"]
PEOPLE = ["测试" + c for c in "甲乙丙丁戊己庚辛"]


def scatter(numbers, salt):
    """Numbers that look random, the same for the same input (the mixer of SplitMix64)."""
    mixed = numbers + np.uint64((salt * 0x9E3779B97F4A7C15) % 2**64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31))


def digits(numbers, width):
    """Decimal digits as bytes, with leading zeros."""
    result = np.empty((len(numbers), width), np.uint8)
    for column in range(width - 1, -1, -1):
        numbers, last = np.divmod(numbers, np.uint64(10))
        result[:, column] = last + 48
    return result


def fields(first, count):
    """The columns of rows `first` to `first + count`, each a table of bytes."""
    rows = np.arange(first, first + count, dtype=np.uint64)
    draw = scatter(rows, 1) % np.uint64(10_000)
    is_repeated, is_claimed = draw < 100, draw >= 9998
    earlier = scatter(rows, 2) % np.maximum(rows, np.uint64(1))
    parcel = np.where(is_repeated | is_claimed, earlier, rows)

    def pick(salt, n):
        return (scatter(parcel, salt) % np.uint64(n)).astype(np.intp)

    enterprise = np.minimum(pick(3, ENTERPRISES), pick(4, ENTERPRISES))
    enterprise = (enterprise + is_claimed) % ENTERPRISES
    day = pick(5, 365)
    day = np.where(pick(6, 100) == 0, 365 + pick(7, 4), day)
    day = np.where(pick(8, 5000) == 0, NO_DAY, day)
    number = parcel * np.uint64(777_777_777) % np.uint64(10**12)
    return [
        np.hstack([table(PREFIXES)[pick(9, len(PREFIXES))], digits(number, 12)]),
        table(CODES)[enterprise],
        table(NAMES)[enterprise],
        table(PEOPLE)[pick(10, len(PEOPLE))],
        table(DAYS)[day],
        table([str(1 + n * n // 40) for n in range(23)])[pick(11, 23)],
        table(STATUSES)[pick(12, len(STATUSES))],
        table(CARRIERS)[pick(13, len(CARRIERS))],
    ]


def lines(first, count, quote):
    """The bytes of some rows: all columns side by side, then the zeros taken out."""
    between = np.frombuffer(f"{quote},{quote}".encode(), np.uint8)
    parts = [np.frombuffer(quote.encode(), np.uint8)]
    for cells in fields(first, count):
        parts += [cells, between]
    parts[-1] = np.frombuffer(f"{quote}\n".encode(), np.uint8)
    block = np.hstack([p if p.ndim == 2 else np.broadcast_to(p, (count, len(p))) for p in parts])
    return block[block != 0].tobytes()


def write_export(path, count, quote):
    with open(path, "wb") as file:
        file.write((",".join(quote + title + quote for title in TITLES) + "\n").encode())
        for first in range(0, count, CHUNK):
            file.write(lines(first, min(CHUNK, count - first), quote))


def write_roster(path):
    rows = ["统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号"]
    for n, (code, name) in enumerate(zip(CODES, NAMES)):
        rows.append(f"{code},{name},通过,{name},99440117{n:09}1,样例银行,999581000012")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    (folder / "exports").mkdir(parents=True, exist_ok=True)
    write_roster(folder / "roster.csv")
    quote = '"' if "--quoted" in sys.argv else ""
    write_export(folder / "exports" / "parcels.csv", count, quote)
    (folder / "fentan.yaml").write_text(SETTINGS, encoding="utf-8")


if __name__ == "__main__":
    main()
