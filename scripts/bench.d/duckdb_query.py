"""Volume by enterprise as a DuckDB query: duckdb_query.py PROGRAMME, JSON on stdout.

The same work as polars_query.py.
"""

import json
import os
import sys
import time

import duckdb

QUERY = r"""
WITH rows AS (
    SELECT upper(trim("运单号", ' ' || chr(9) || chr(39))) AS waybill,
        trim("统一社会信用代码") AS uscc,
        try_strptime("发货日期", '%Y-%m-%d')::DATE AS shipped,
        try_cast("件数" AS BIGINT) AS pieces,
        trim("状态") AS status
    FROM read_csv($exports, all_varchar = true, header = true, delim = ',', quote = '"')
), valid AS (
    SELECT * FROM rows
    WHERE status NOT IN ('已退回', '退回', '退件', '退货', '退回签收', '退货签收', '拒收', '已拒收',
            '拒签', '拦截', '已拦截', '已取消', '取消', '作废')
        AND waybill <> '' AND NOT regexp_full_match(waybill, '[0-9](\.[0-9]+)?E\+?[0-9]+')
        AND regexp_full_match(uscc, '[0-9A-HJ-NP-RT-UW-Y]{18}')
        AND shipped IS NOT NULL AND pieces > 0
        AND uscc IN (
            SELECT "统一社会信用代码" FROM read_csv($roster, all_varchar = true, header = true)
            WHERE "审核状态" = '通过')
), parcels AS (
    SELECT min(uscc) AS uscc, min(pieces) AS pieces FROM valid GROUP BY waybill
    HAVING min(uscc) = max(uscc) AND min(shipped) BETWEEN DATE '2026-01-01' AND DATE '2026-12-31'
)
SELECT uscc, sum(pieces)::BIGINT FROM parcels GROUP BY uscc
"""

started = time.perf_counter()
folder = sys.argv[1]
connection = duckdb.connect(config={"threads": os.cpu_count()})
files = {"exports": f"{folder}/exports/*.csv", "roster": f"{folder}/roster.csv"}
volumes = dict(connection.execute(QUERY, files).fetchall())
seconds = time.perf_counter() - started
json.dump({"seconds": seconds, "volumes": volumes}, sys.stdout)
