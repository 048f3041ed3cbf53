"""Findings, volumes and control totals of an intake for other programs, as Parquet and as CSV."""

import csv
import io

from pyspark import StorageLevel

import records

#: The tables for other programs: how a row is keyed and what is added up; findings are rows.
TABLES = {
    "findings": ({"file": "string", "line": "long", "column": "int", "code": "string",
                  "class": "string", "uscc": "string", "waybill": "string", "volume": "long"},
                 None),
    "volumes": ({"uscc": "string", "name": "string", "month": "string", "state": "string",
                 "volume": "decimal(38,0)"}, "volume"),
    "controls": ({"file": "string", "measure": "string", "line": "long",
                  "value": "decimal(38,0)"}, "value"),
}


def write(session, step, lines, output):
    """Writes the tables of records, which are lines, under `output`."""
    width = max(len(schema) for schema, _ in TABLES.values())

    def rows(part):
        frames = [frame for frame in map(records.frame_of, part) if frame]
        for subject in TABLES if frames else ():
            for cells in csv.reader(io.StringIO(step().table(subject, frames), newline="")):
                cells = [cell or None for cell in cells]
                yield (subject, *cells, *[None] * (width - len(cells)))

    # One pass for all three: what is a task of Python's must be made as few times as can be.
    columns = ", ".join(f"cell{n} string" for n in range(width))
    all_rows = session.createDataFrame(lines.mapPartitions(rows), f"subject string, {columns}")
    all_rows.persist(StorageLevel.DISK_ONLY)
    for subject, (schema, value) in TABLES.items():
        cells = [f"cast(cell{n} as {kind}) as `{name}`"
                 for n, (name, kind) in enumerate(schema.items())]
        frame = all_rows.where(f"subject = '{subject}'").selectExpr(*cells)
        if value:
            keys = [name for name in schema if name != value]
            frame = frame.groupBy(keys).agg({value: "sum"}).coalesce(1)
            frame = frame.withColumnRenamed(f"sum({value})", value).sortWithinPartitions(keys)
        frame.write.parquet(f"{output}/{subject}.parquet")
        frame.write.option("header", True).csv(f"{output}/{subject}.csv")
    all_rows.unpersist()
