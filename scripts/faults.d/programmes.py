"""Small programmes, and the commands on them that the sweep makes fail."""

import dataclasses
import os
import pathlib
import shutil
import subprocess

ACCOUNTS = ["0099440117000000018", "9901000000000011", "9902000000000022", "9903000000000033"]

SETTINGS = """year: {year}
payer: {{name: 样例联盟, account: "0099440117000000018", bank: 样例银行从化支行, cnaps: "999581000012"}}
payment-date: 2027-03-15
"""
ROSTER = """统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号
91440117MA5T00010Y,样例甲直播有限公司,通过,样例甲直播有限公司,9901000000000011,样例银行从化支行,999581000012
91440117MA5T00029U,样例乙电子商务有限公司,通过,样例乙电子商务有限公司,9902000000000022,样例银行从化支行,999581000012
91440117MA5T00037N,样例丙供应链有限公司,通过,样例丙供应链有限公司,{last},样例银行从化支行,999581000012
"""
EXPORT = """运单号,统一社会信用代码,发货日期,件数
YT90001,91440117MA5T00010Y,{year}-03-02,4
YT90002,91440117MA5T00029U,{year}-03-03,2
YT90003,91440117MA5T00037N,{year}-03-04,1
YT90004,91440117MA5T00037N,{year}-03-05,x
"""
BANK = """业务参考号,状态,金额,原因,日期
{first},退回,285714.29,账号不符,2027-03-16
{second},paid,142857.14,,2027-03-16
"""


@dataclasses.dataclass
class Scenario:
    """A command, the folder in which it is typed, and how it is before and after it."""

    name: str
    arguments: list
    target: str
    before: pathlib.Path
    after: pathlib.Path


def environment():
    """The program's language is fixed, and nothing else of ours reaches it."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "HOME") if name in os.environ}
    return kept | {"LC_ALL": "C", "SWIFT_BACKTRACE": "enable=no"}


def run(binary, arguments, folder, **more):
    """Runs the program to its end, with a mask that takes no rights away."""
    return subprocess.run(
        [*binary, *arguments], cwd=folder, env=environment(), umask=0, capture_output=True,
        text=True, errors="replace", timeout=120, **more)


def succeed(binary, arguments, folder):
    done = run(binary, arguments, folder)
    if done.returncode != 0:
        raise SystemExit(f"faults: {' '.join(arguments)} exits {done.returncode}: {done.stderr}")


def write_programme(folder, year):
    (folder / "exports").mkdir(parents=True)
    (folder / "fentan.yaml").write_text(SETTINGS.format(year=year) + "max-rejected: 100%\n")
    (folder / "roster.csv").write_text(ROSTER.format(last=""))
    (folder / "exports" / "logistics.csv").write_text(EXPORT.format(year=year))


def write_answers(folder):
    """What the bank says of the first two payments that were issued."""
    rows = (folder / "out/payments/neutral.csv").read_text("utf-8-sig").splitlines()[1:]
    ids = [row.split(",")[0] for row in rows]
    (folder / "bank.csv").write_text(BANK.format(first=ids[0], second=ids[1]))


def scenarios(binary, root):
    """Each command with the state before it and the one it must lead to."""
    found = []

    def add(name, arguments, target, before):
        after = root / name / "after"
        shutil.copytree(before, after)
        succeed(binary, arguments, after)
        succeed(binary, ["verify", target], after)
        found.append(Scenario(name, arguments, target, before, after))
        return after

    first = root / "first" / "before"
    for year in (2025, 2026):
        write_programme(first / str(year), year)
    shared = root / "run" / "before"
    shutil.copytree(first, shared)
    # An earlier year, once in a ledger of its own and once in the one that is written.
    succeed(binary, ["run", "2025", "--ledger", "earlier.sqlite"], first)
    succeed(binary, ["run", "2025"], shared)
    add("first", ["run", "2026"], "2026/out", first)
    published = add("run", ["run", "2026"], "2026/out", shared)

    # Without memory: rows and findings pass through temporary files.
    add("spilled", ["run", "2026", "--memory", "1"], "2026/out", shared)

    anew = root / "anew" / "before"
    shutil.copytree(published, anew)
    add("anew", ["run", "2026", "--payment-date", "2027-04-01"], "2026/out", anew)

    settled = root / "settle" / "before"
    shutil.copytree(published, settled)
    write_answers(settled / "2026")
    answered = add("settle", ["settle", "2026", "2026/bank.csv"], "2026/out", settled)

    outstanding = root / "outstanding" / "before"
    shutil.copytree(answered, outstanding)
    (outstanding / "2026" / "roster.csv").write_text(ROSTER.format(last="9903000000000033"))
    add("outstanding", ["run", "2026", "--outstanding"], "2026/out-2", outstanding)
    return found
