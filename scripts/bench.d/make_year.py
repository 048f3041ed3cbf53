"""Makes a programme of N enterprises with some parcels each: for the documents, not the rows.

    make_year.py N FOLDER

The largest has some 60 % of the volume, one in fifty none, one in a hundred no account; names are
of all lengths up to 200 characters. The same bytes every time.
"""

import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "Oracles"))
sys.dont_write_bytecode = True
import identifiers  # noqa: E402

SETTINGS = """\
# 合成数据，仅供测速
year: 2026
payer: {name: 样例联盟, account: "0099440117000000018", bank: 样例银行, cnaps: "999581000012"}
payment-date: 2027-03-15
max-rejected: 100%
notice:
  publish: 2027-02-22
  days: 7
  unit: working
  holidays: []
  office: 从化样例直播电商联盟办公室
  telephone: 020-00000000
  address: 广州市从化区样例路 1 号
"""
KINDS = ["直播电商有限公司", "网络科技有限公司", "供应链管理有限公司", "食品商贸有限公司（个人独资）", "文化传媒"]
PLACES = "鳌头 温泉 良口 吕田 太平 江埔 街口 城郊 流溪 荔香 凤凰山 石门 桃园 北回归线".split()


def name(number):
    text = f"广州样例{PLACES[number % len(PLACES)]}{number}号{KINDS[number % len(KINDS)]}"
    if number % 200 == 7:
        text += "长名" * ((200 - len(text)) // 2)
    if number % 211 == 5:
        text = f"Conghua Live-Commerce & Logistics Holdings No. {number} <Guangdong> Co., Ltd."
    return text


def rows(number, count, draw):
    """The parcels of one enterprise: date, pieces and status."""
    if number % 50 == 49:
        return
    for _ in range(draw.randint(1, 12)):
        pieces = draw.randint(1, 30)
        if number == 0:
            pieces = count * 23
        status = draw.choice(["已签收"] * 9 + ["退回"])
        day = f"2026-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        yield (day if draw.random() > 0.01 else "没有日期"), pieces, status


def write(count, folder):
    draw = random.Random(count)
    (folder / "exports").mkdir(parents=True, exist_ok=True)
    roster = ["统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号"]
    shipped = [["运单号,统一社会信用代码,发货日期,件数,状态"] for _ in range(6)]
    for number in range(count):
        code = identifiers.make_uscc("91", "440117", f"MY{number:06}")
        account = "" if number % 100 == 33 else f"99440117{number:09}1"
        title = name(number).replace('"', '""')
        roster.append(f'{code},"{title}",通过,样例{number}号公司,{account},样例银行,999581000012')
        for place, (day, pieces, status) in enumerate(rows(number, count, draw)):
            export = shipped[(number + place) % len(shipped)]
            export.append(f"BENCH{number:06}{place:02},{code},{day},{pieces},{status}")
    (folder / "fentan.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "roster.csv").write_text("\n".join(roster) + "\n", encoding="utf-8")
    for place, lines in enumerate(shipped):
        path = folder / "exports" / f"logistics-{place + 1}.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
