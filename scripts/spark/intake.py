#!/usr/bin/env python3
"""Reads a programme's exports with Apache Spark: fentan judges the rows, Spark carries the records.

    intake.py PROGRAMME EXPORTS OUTPUT [--ledger FILE] [--fentan BINARY] [--master URL]
              [--range-size BYTES] [--partitions N]

PROGRAMME is a folder of this machine; EXPORTS and OUTPUT are any paths that Hadoop knows (file:,
hdfs:, s3a:). OUTPUT must not exist. What is in it afterwards takes the place of exports/:

    fentan run PROGRAMME --intake OUTPUT

manifest.json is written last: a folder without it is not whole. Workers get the program and the
rules, and of the roster codes, names and reviews alone. Exit codes are those of fentan.
"""

import argparse
import io
import itertools
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from pyspark import SparkConf, SparkContext, SparkFiles  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

import places  # noqa: E402
import records  # noqa: E402
import sources  # noqa: E402
import steps  # noqa: E402
import tables  # noqa: E402

#: What waits for the end (findings, rejected rows, figures) lies in so many parts of its own.
MAXIMUM_ASIDE = 64
EXIT = re.compile(r"fentan ended with exit code (-?\d+): (.*)")


class Refused(Exception):
    """What ends the run, with its exit code."""

    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.exit(64, f"intake.py: {message}; see --help\n")


def arguments():
    parser = Parser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programme")
    parser.add_argument("exports")
    parser.add_argument("output")
    parser.add_argument("--ledger", help="the ledger of all years, as for fentan run")
    parser.add_argument("--fentan", default=os.path.join(HERE, "../../.build/release/fentan"))
    parser.add_argument("--master", help="where Spark runs; else what spark-submit says")
    parser.add_argument("--range-size", type=int, default=128 << 20,
                        help="larger exports are cut into ranges of so many bytes")
    parser.add_argument("--partitions", type=int, help="a power of two; else by the bytes")
    parser.usage = argparse.SUPPRESS
    return parser.parse_args()


def fentan(binary, *command, stdin=b""):
    done = subprocess.run([binary, "intake", *command], input=stdin, capture_output=True)
    if done.returncode != 0:
        raise Refused(done.returncode, done.stderr.decode(errors="replace").strip())
    return done.stdout


def bundled(context, folder, binary, plan, rules):
    """Gives every worker the program and the plan; fentan's steps, as a worker finds them."""
    name = f"fentan-intake-{rules[:16]}-{os.path.basename(folder)}.tar"
    with tarfile.open(os.path.join(folder, name), "w") as tar:
        tar.add(os.path.realpath(binary), "fentan")
        entry = tarfile.TarInfo("plan.json")
        entry.size = len(plan)
        tar.addfile(entry, io.BytesIO(plan))
    context.addArchive(os.path.join(folder, name))
    for module in ("intake.py", "places.py", "records.py", "sources.py", "steps.py", "tables.py"):
        context.addPyFile(os.path.join(HERE, module))
    return lambda: steps.Steps(SparkFiles.get(name))


def cut(context, step, exports, large, range_bytes, configuration):
    """The large exports in ranges, each as a piece that holds what its mapping must know."""
    uri = exports.uri

    def ranges(name):
        known = step().cut(name, sources.source(uri, configuration), range_bytes)
        return [(name, known | {"ranges": [one]}) for one in known["ranges"]] or [(name, None)]

    if not large:
        return []
    return context.parallelize(large, len(large)).flatMap(ranges).collect()


def tasks(sizes, large, pieces, range_bytes):
    """The pieces by task: a range each, small exports together."""
    result, size = [[piece] for piece in pieces], None
    for name, bytes_ in sizes:
        if name in large:
            continue
        if size is None or size + bytes_ > range_bytes:
            result.append([])
            size = 0
        result[-1].append((name, None))
        size += bytes_
    return result


def shuffled(context, step, work, exports, plan, before, configuration):
    """The records of all exports by partition: behind these what all must know, then what waits."""
    partitions, uri = plan["partitions"], exports.uri
    aside = min(MAXIMUM_ASIDE, len(work) // 8 + 1)

    def mapped(task):
        number, pieces = task
        return step().mapped(pieces, sources.source(uri, configuration), number % aside)

    mapping = context.parallelize(list(enumerate(work)), len(work)).flatMap(mapped)
    if before:
        mapping = mapping.union(context.parallelize(before, min(len(before), aside)))
    return mapping.partitionBy(partitions + 1 + aside, int)


def reduced(by_partition, step, shared, plan):
    """What each partition comes to, as the lines of a part."""
    partitions, rules = plan["partitions"], plan["rules"]

    def lines(index, pairs):
        joined = (frames for _, frames in pairs)
        if index < partitions:
            first = next(joined, None)
            if first is None:
                return iter(())
            found = step().reduced(index, shared.value, itertools.chain([first], joined))
        else:
            found = (frame for part in joined for frame in records.split(part))
        return records.lines(found, rules)

    return by_partition.mapPartitionsWithIndex(lines)


def totals(lines):
    """The records that were written, by kind."""
    def add(sums, line):
        known = records.kind_and_count(line)
        if known:
            sums["frames"] = sums.get("frames", 0) + 1
            sums[known[0]] = sums.get(known[0], 0) + known[1]
        return sums

    def join(left, right):
        for kind, count in right.items():
            left[kind] = left.get(kind, 0) + count
        return left

    sums = lines.aggregate({}, add, join)
    if sums.get(records.FIGURES, 0) != sums.get(records.RESULT, 0):
        raise Refused(70, f"{sums.get(records.FIGURES, 0)} rows were read, and "
                          f"{sums.get(records.RESULT, 0)} judged")
    return {"frames": sums.get("frames", 0), "shipments": sums.get(records.RESULT, 0),
            "findings": sums.get(records.FINDINGS, 0), "rejected": sums.get(records.REJECTED, 0)}


def shuffle_bytes(context):
    """What the workers have written for the shuffle of the records, as Spark measures it."""
    executors = context._jsc.sc().statusStore().executorList(False)
    return sum(executors.apply(n).totalShuffleWrite() for n in range(executors.size()))


def read(context, options):
    exports, output = places.Place(context, options.exports), places.Place(context, options.output)
    if output.exists():
        raise Refused(73, f"{output.uri}: it is there already; name a folder that is not")
    if not exports.exists():
        raise Refused(66, f"{exports.uri}: there is no such folder")
    entries = exports.entries()
    command = ["plan", options.programme]
    command += ["--ledger", options.ledger] if options.ledger else []
    command += ["--partitions", str(options.partitions)] if options.partitions else []
    text = fentan(options.fentan, *command, stdin=places.listing(entries))
    plan = json.loads(text)
    sizes = {name: size for name, size, _ in entries}
    with tempfile.TemporaryDirectory(prefix="fentan-intake-") as folder:
        step = bundled(context, folder, options.fentan, text, plan["rules"])
        try:
            return carry(context, step, options, exports, output, plan, sizes)
        except BaseException:
            # A folder without a manifest is no intake, and would only be in the way.
            output.remove()
            raise


def carry(context, step, options, exports, output, plan, sizes):
    configuration = places.settings_of_hadoop(context)
    sized = [(name, sizes[name]) for name in plan["exports"]]
    large = [name for name, size in sized if size > options.range_size]
    pieces = cut(context, step, exports, large, options.range_size, configuration)
    work = tasks(sized, set(large), pieces, options.range_size)
    before = []
    if plan.get("yearBefore"):
        before = year_before(options, plan)
    by_partition = shuffled(context, step, work, exports, plan, before, configuration)
    found = context.runJob(
        by_partition, lambda pairs: [frames for _, frames in pairs], [plan["partitions"]])
    shared = context.broadcast(b"".join(found))
    reduced(by_partition, step, shared, plan).saveAsTextFile(f"{output.uri}/records")
    written = shuffle_bytes(context)
    # Small parts together: a task costs more than what they hold.
    lines = context.textFile(f"{output.uri}/records").coalesce(4 * context.defaultParallelism)
    sums = totals(lines)
    tables.write(SparkSession(context), step, lines, output.uri)
    parts = [{"name": name, "bytes": size} for name, size, _ in sorted(output.entries("records"))
             if name.startswith("part-") and size > 0]
    manifest = {"form": 1, "engine": f"Apache Spark {context.version}", "plan": plan,
                "parts": parts, "totals": sums}
    output.write("manifest.json", json.dumps(manifest, ensure_ascii=False).encode() + b"\n")
    return sums, written


def year_before(options, plan):
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(os.path.realpath(options.fentan), os.path.join(folder, "fentan"))
        with open(os.path.join(folder, "plan.json"), "w", encoding="utf-8") as file:
            json.dump(plan, file)
        return steps.Steps(folder).year_before(options.programme, options.ledger)


def main():
    options = arguments()
    settings = SparkConf().setAppName("fentan intake")
    if options.master:
        settings.setMaster(options.master)
    context = SparkContext(conf=settings)
    context.setLogLevel(os.environ.get("FENTAN_SPARK_LOG", "ERROR"))
    try:
        sums, written = read(context, options)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.status
    except Exception as error:
        said = EXIT.search(str(error))
        if not said:
            raise
        print(said.group(2), file=sys.stderr)
        return int(said.group(1)) if int(said.group(1)) > 0 else 70
    finally:
        context.stop()
    rows = sums["shipments"]
    print(f"{rows} rows went through the shuffle in {written} bytes"
          + (f", {written / rows:.1f} a row" if rows else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
