"""Draws decisions for a random programme: on what is contested, and seldom on what is not."""

import reference_disputes
import reference_model

HEADERS = [
    "运单号,月份,承运商,出货量,统一社会信用代码,文号,日期",
    "waybill,month,carrier,volume,uscc,reference,date",
]
CARRIERS = {"": ["", "-"], "顺丰": ["SF", "顺丰速运", " 顺丰"], "圆通": ["YTO", "圆通速递"]}
NOBODY = ["无", "none", "None"]


def write(draw, folder):
    """Writes adjudications.csv; where nothing is decided a header alone, or no file."""
    settings, roster = reference_model.Settings(folder), reference_model.Roster(folder)
    exports = reference_model.read_exports(folder, settings, roster)
    rows = [row for _, file_rows, _ in exports for row in file_rows]
    disputes = reference_model.judge_alone(rows, settings)
    drawn = on_waybills(draw, disputes)
    for cells in on_volumes(draw, disputes, settings):
        if fits(disputes, drawn + [cells], settings):
            drawn.append(cells)
    if draw.random() < 0.15:
        drawn.append(draw.choice(misfits(draw, disputes, drawn)))
    draw.shuffle(drawn)
    lines = [draw.choice(HEADERS)]
    lines += [",".join([*cells, "样例裁〔2027〕1号", "2027-01-05"]) for cells in drawn]
    if drawn or draw.random() < 0.5:
        (folder / "adjudications.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def fits(disputes, drawn, settings):
    """True if all these decisions can be made together."""
    afresh = reference_disputes.Disputes(disputes.groups, disputes.reported, disputes.volumes)
    titles = HEADERS[0].split(",")
    rows = [dict(zip(titles, [*cells, "一号", "2027-01-05"])) for cells in drawn]
    try:
        afresh.decide([reference_model.read_decision(row, 0, settings) for row in rows])
    except reference_disputes.Unusable:
        return False
    return True


def on_waybills(draw, disputes):
    """Decisions on contested and returned waybills, for a claimant or for nobody."""
    share = draw.choice([0, 0.2, 0.6, 1])
    decisions = []
    for waybill in sorted(disputes.disputed_waybills()):
        if draw.random() < share:
            claimants = sorted(e for e in disputes.claims[waybill] if not e.startswith("名:"))
            winner = draw.choice(claimants * 2 + NOBODY)
            carrier = draw.choice(["", "", "样例快运"])
            decisions.append([waybill.lower(), "", carrier, "", winner])
    return decisions


def on_volumes(draw, disputes, settings):
    """Decisions on contested volumes, which may contradict each other."""
    share = draw.choice([0, 0.3, 1])
    rows = sorted(disputes.volumes, key=lambda row: (row.file, row.line))
    disputed = disputes.disputed_keys()
    for row in draw.sample(rows, len(rows)):
        if reference_disputes.key(row) in disputed and draw.random() < share:
            yield on_volume(draw, row, settings)


def on_volume(draw, row, settings):
    is_named = draw.random() < 0.8
    carrier = draw.choice(CARRIERS.get(row.carrier, [row.carrier])) if is_named else ""
    volume = reference_model.volume_text(row.volume, settings)
    is_nobodys = row.enterprise.startswith("名:") or draw.random() < 0.35
    winner = draw.choice(NOBODY) if is_nobodys else row.enterprise
    return ["", row.month, carrier, volume, winner]


def misfits(draw, disputes, drawn):
    """Decisions of which most cannot be made."""
    codes = sorted({e for _, e in disputes.groups if not e.startswith("名:")})
    waybills = sorted({w for w, _ in disputes.groups})
    months = sorted({r.month for r in disputes.volumes}) or ["2026-03"]
    waybill, month, code = draw.choice(waybills), draw.choice(months), draw.choice(codes)
    carrier = draw.choice(["", "顺丰", "圆通", "申通"])
    return [
        draw.choice(drawn or [["X0", "", "", "", "无"]]),
        [waybill, "", "", "", code],
        [waybill, "", "", "", "无"],
        ["X" + waybill, "", "", "", "无"],
        [waybill, month, "", "20", "无"],
        ["", month, carrier, "20", code],
        ["", month, carrier, "20", "无"],
        ["", month, carrier, "30", "无"],
        ["", month, carrier, "", "无"],
        ["", "2026-13", "", "20", "无"],
        ["", "", "", "", "无"],
        [waybill, "", "", "", code[:-1] + "*"],
        [waybill, "", "", "", ""],
    ]
