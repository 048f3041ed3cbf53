"""Volume by enterprise as a streaming Polars query: polars_query.py PROGRAMME, JSON on stdout.

Validation (waybill, code by pattern and roster, date, pieces), statuses that do not count,
waybills that several enterprises claim, one row a waybill, period, sum.
"""

import json
import sys
import time

import polars as pl

NOT_COUNTED = "已退回 退回 退件 退货 退回签收 退货签收 拒收 已拒收 拒签 拦截 已拦截 已取消 取消 作废".split()

started = time.perf_counter()
folder = sys.argv[1]
text = pl.col
roster = (
    pl.scan_csv(f"{folder}/roster.csv", infer_schema=False)
    .filter(text("审核状态") == "通过")
    .select("统一社会信用代码")
)
volumes = (
    pl.scan_csv(f"{folder}/exports/*.csv", infer_schema=False)
    .select(
        text("运单号").str.strip_chars(" \t'").str.to_uppercase(),
        text("统一社会信用代码").str.strip_chars(),
        text("发货日期").str.to_date("%Y-%m-%d", strict=False),
        text("件数").cast(pl.Int64, strict=False),
        text("状态").str.strip_chars(),
    )
    .filter(
        ~text("状态").is_in(NOT_COUNTED),
        text("运单号").str.len_bytes() > 0,
        ~text("运单号").str.contains(r"^[0-9](\.[0-9]+)?E\+?[0-9]+$"),
        text("统一社会信用代码").str.contains("^[0-9A-HJ-NP-RT-UW-Y]{18}$"),
        text("发货日期").is_not_null(),
        text("件数") > 0,
    )
    .join(roster, on="统一社会信用代码", how="semi")
    .group_by("运单号")
    .agg(
        text("统一社会信用代码").min(),
        text("统一社会信用代码").max().alias("另一代码"),
        text("发货日期").min(),
        text("件数").min(),
    )
    .filter(
        text("统一社会信用代码") == text("另一代码"),
        text("发货日期").is_between(pl.date(2026, 1, 1), pl.date(2026, 12, 31)),
    )
    .group_by("统一社会信用代码")
    .agg(text("件数").sum())
    .collect(engine="streaming")
)
seconds = time.perf_counter() - started
json.dump({"seconds": seconds, "volumes": dict(volumes.iter_rows())}, sys.stdout)
