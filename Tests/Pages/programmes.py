"""Programmes whose pages are looked at: the sample, a hostile, a small and a large one."""

import csv
import io
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Oracles"))
sys.path.insert(0, str(ROOT / "scripts" / "bench.d"))
sys.dont_write_bytecode = True

import identifiers  # noqa: E402
import make_year  # noqa: E402

NOTICE = (
    "notice: {{publish: 2027-02-01, days: 7, unit: working, holidays: [2027-02-05, 2027-02-08], "
    "workdays: [2027-02-13], office: {0}, telephone: {1}, address: {2}}}\n"
)
PLAIN_NOTICE = NOTICE.format("从化样例直播电商联盟办公室", "020-00000000", "广州市从化区样例路 1 号")

HOSTILE_NAMES = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>公司",
    '=HYPERLINK("http://a.invalid/","点此")',
    "]]><!-- &amp; --></style></title><b>公司</b>",
    "\u0600<svg onload=alert(1)>\"'`{{name}}",
    "控\u0001制\u001b字\u007f符\u0085公司",
    "换\n行\t公司",
    "反\u202e向\u2066零\u200b宽公司",
    "W" * 200,
    "长" * 200,
    "𠮷野𡃁㐂𬬭𬭚䶮公司",
    "e\u0301" * 90 + "公司",
    "🏮👩‍👩‍👧‍👦公司",
    "javascript:alert(1)//https://a.invalid/",
]


def visible(name):
    """What a page shows for a name: signs for what is not seen, 200 characters at most."""
    shown = ""
    for index, character in enumerate(name):
        if index == 200:
            return shown + "…"
        value = ord(character)
        if value < 0x20 or value == 0x7F:
            shown += chr(0x2421 if value == 0x7F else 0x2400 + value)
        elif 0x80 <= value < 0xA0 or value in (0x200B, 0x200D, 0x202E, 0x2066):
            shown += f"⟨U+{value:04X}⟩"
        else:
            shown += character
    return shown


def code(number):
    return identifiers.make_uscc("91", "440117", f"MA5T{number:04}")


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def write(folder, names, settings, rows):
    """A programme of enterprises with these names; each has 100 pieces a place more than the next."""
    (folder / "exports").mkdir(parents=True)
    eleven = "99958100001"
    bank = eleven + identifiers.cnaps_check(eleven)
    payer = f'{{name: 样例联盟, account: "0099440117000000018", bank: 样例银行, cnaps: "{bank}"}}'
    head = f"year: 2026\npayer: {payer}\npayment-date: 2027-03-15\n"
    (folder / "fentan.yaml").write_text(head + settings, encoding="utf-8")
    roster = ["统一社会信用代码 企业名称 审核状态 户名 账号 开户行 联行号".split()]
    for number, name in enumerate(names):
        account = "" if number == 1 else f"99010000000{number:03}11"
        roster.append([code(number), name, "通过", f"样例{number}号公司", account, "样例银行", bank])
    (folder / "roster.csv").write_text(table(roster), encoding="utf-8", newline="")
    shipped = ["运单号 统一社会信用代码 发货日期 件数 状态".split()]
    for number in range(len(names)):
        pieces = (len(names) - number) * 100
        shipped.append([f"T{number:05}", code(number), "2026-03-05", pieces, "已签收"])
    (folder / "exports" / "logistics.csv").write_text(table(shipped + rows), encoding="utf-8")


def small(folder):
    rows = [
        ["T00000", code(0), "2026-03-05", 300, "已签收"],
        ["T00101", code(0), "2026-04-05", 40, "退回"],
        ["T00102", code(1), "2025-12-31", 4, ""],
        ["T00103", code(1), "没有日期", 2, ""],
    ]
    names = ["广州样例甲直播电商有限公司", "广州样例乙网络科技有限公司", "广州样例丙供应链有限公司"]
    write(folder, names, PLAIN_NOTICE + "max-rejected: 100%\n", rows)


def hostile(folder):
    notice = NOTICE.format(
        '"<i>办公室</i>&' + "室" * 120 + '"', '"020-00000000 <br>"', '"' + "A" * 140 + '"'
    )
    title = 'programme: "<b>补贴</b> & {{title}} ]]>"\n'
    limits = "max-rejected: 100%\nmax-contested: 100%\nmax-unknown: 100%\n"
    rows = [
        ["<script>alert(2)</script>", code(0), "2026-03-05", "=1+1", "<b>"],
        ["N" * 150, code(2), "2026-03-05", "", "退" * 150],
    ]
    write(folder, HOSTILE_NAMES, title + notice + limits, rows)


def sample(folder):
    shutil.copytree(ROOT / "data" / "2026", folder, ignore=shutil.ignore_patterns("out*"))
    with open(folder / "fentan.yaml", "a", encoding="utf-8") as settings:
        settings.write(PLAIN_NOTICE)


def large(folder):
    make_year.write(500, folder)


def run(fentan, *arguments):
    done = subprocess.run([fentan, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"fentan {arguments[0]}: exit {done.returncode}\n{done.stderr}")


def folders(fentan, scratch):
    """Output folders by name, each with the names of its enterprises as they must be read."""
    made = {}
    for name, make, names in [
        ("large", large, [make_year.name(0), make_year.name(216)]),
        ("sample", sample, ["广州样例鳌头直播电商有限公司"]),
        ("hostile", hostile, [visible(name) for name in HOSTILE_NAMES]),
        ("small", small, ["广州样例甲直播电商有限公司"]),
    ]:
        # Each has a ledger of its own beside it.
        programme = scratch / name / "programme"
        make(programme)
        run(fentan, "run", programme, "--letters")
        made[name] = (programme / "out", names)
    run(fentan, "run", programme, "--dry-run", "--letters", "--language", "en")
    made["english"] = (programme / "out.draft", names)
    roster = programme / "roster.csv"
    mended = roster.read_text(encoding="utf-8").replace("样例1号公司,,", "样例1号公司,9901000000099911,")
    roster.write_text(mended, encoding="utf-8", newline="")
    run(fentan, "run", programme, "--outstanding", "--letters")
    made["further"] = (programme / "out-2", names)
    return made
