"""Proves that Spark comes to what one process comes to; `scripts/spark/test` runs it.

    proof.py FENTAN [--short] [--rows N] [--seeds N]

The sample, random messy programmes and N rows in 64 files are read by `fentan run` alone, on Spark
`local[2]`, on a standalone cluster of two workers that this script starts, and there again with one
of them killed in the middle. Each time awards.csv, report.json but for the engine, and the set of
findings must be the same. With --short: the sample and three random programmes on `local[2]`.
"""

import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "scripts" / "bench.d"), str(ROOT / "Tests" / "Oracles")]
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

import intake  # noqa: E402
from pyspark import SparkConf, SparkContext  # noqa: E402

FILES = 64


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("fentan")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--seeds", type=int, default=20)
    return parser.parse_args()


class Programme:
    """A programme, how it is to be read, and what one process made of it."""

    def __init__(self, name, folder, scratch, fentan, range_size, partitions=None, before=None,
                 scheme="file"):
        self.name, self.folder, self.scratch, self.fentan = name, folder, scratch, fentan
        self.range_size, self.partitions, self.scheme = range_size, partitions, scheme
        #: A folder with the ledger of the year before.
        self.before = before
        started = time.perf_counter()
        self.alone = self.run("alone")
        self.seconds = time.perf_counter() - started

    def run(self, name, *options):
        """What `fentan run` leaves: its exit code, and by file what must be the same."""
        output = self.scratch / f"{self.name}-{name}"
        ledgers = self.scratch / "ledgers"
        shutil.rmtree(ledgers, ignore_errors=True)
        ledgers.mkdir()
        for file in self.before.iterdir() if self.before else ():
            shutil.copy(file, ledgers)
        ledger = ledgers / "ledger.sqlite"
        done = subprocess.run(
            [self.fentan, "run", self.folder, "--output", output, "--ledger", ledger,
             "--payment-date", "2027-03-15", *options], capture_output=True, text=True)
        left = {"exit": done.returncode, "said": done.stderr}
        for folder in (output, output.with_name(output.name + ".stopped")):
            if folder.exists():
                report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
                left["engine"] = report.pop("engine", None)
                left["report.json"] = report
                left["findings"] = sorted((folder / "findings.csv").read_bytes().split(b"\r\n"))
                awards = folder / "awards.csv"
                left["awards.csv"] = awards.read_bytes() if awards.exists() else None
                shutil.rmtree(folder)
        # Where a run stops, its messages name the output, and the next command what it was given.
        left["said"] = re.sub(r" --intake \S+", "", left["said"].replace(output.name, ""))
        return left

    def options(self, output):
        exports = (self.folder / "exports").as_uri()
        if self.scheme != "file":
            exports = f"{self.scheme}://proof/{self.name}/exports"
        ledger = (self.before or self.scratch) / "ledger.sqlite"
        return argparse.Namespace(
            programme=str(self.folder), exports=exports, output=output.as_uri(), ledger=str(ledger),
            fentan=str(self.fentan), range_size=self.range_size, partitions=self.partitions)

    def prove(self, context, engine):
        """Reads it on Spark and compares; the seconds it took, and the shuffle's bytes a row."""
        output = self.scratch / f"{self.name}-intake"
        before = intake.shuffle_bytes(context)
        started = time.perf_counter()
        try:
            sums, _ = intake.read(context, self.options(output))
        except intake.Refused as refused:
            if (refused.status, f"{refused}\n") != (self.alone["exit"], self.alone["said"]):
                sys.exit(f"{self.name} on {engine}: refused otherwise: {refused}")
            return 0, time.perf_counter() - started, 0, before
        read = time.perf_counter() - started
        carried = self.run("carried", "--intake", output)
        seconds = time.perf_counter() - started
        shutil.rmtree(output)
        if carried.pop("engine", None) != f"Apache Spark {context.version}":
            sys.exit(f"{self.name} on {engine}: the report does not name the engine")
        for key, value in self.alone.items():
            if key != "engine" and carried[key] != value:
                sys.exit(f"{self.name} on {engine}: {key} is another\n{carried['said']}")
        return read, seconds, sums["shipments"], before


def spark(master, folder):
    settings = SparkConf().setAppName("fentan proof").setMaster(master)
    for key, value in {
            "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
            "spark.sql.shuffle.partitions": "2", "spark.local.dir": str(folder / "spark"),
            # A file system that is none of this machine's, to Hadoop.
            "spark.hadoop.fs.viewfs.mounttable.proof.linkFallback": folder.as_uri(),
            "spark.driver.host": "127.0.0.1", "spark.driver.memory": "2g",
            "spark.executor.memory": "1g", "spark.executor.cores": "1"}.items():
        settings.set(key, value)
    context = SparkContext(conf=settings)
    context.setLogLevel("OFF")
    return context


class Cluster:
    """A master and two workers of one core each, on this machine."""

    def __init__(self, folder):
        import pyspark

        self.home, self.folder, self.processes = pathlib.Path(pyspark.__file__).parent, folder, []
        self.url = self._start(
            "master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0",
            said=r"Starting Spark master at (spark://\S+)")
        self.workers = []
        for _ in range(2):
            self._start("worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1g",
                        "--webui-port", "0", "--work-dir", str(folder / "work"), self.url,
                        said=r"Successfully registered with (master)")
            self.workers.append(self.processes[-1])

    def _start(self, name, *more, said):
        log = self.folder / f"{name}-{len(self.processes)}.log"
        environment = dict(os.environ, SPARK_HOME=str(self.home), PYSPARK_PYTHON=sys.executable)
        with open(log, "wb") as file:
            # In a group of its own, by which it and its executors are ended.
            process = subprocess.Popen(
                [self.home / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", *more],
                stdout=file, stderr=file, env=environment, start_new_session=True)
        self.processes.append(process)
        for _ in range(600):
            found = re.search(said, log.read_text(errors="replace"))
            if found:
                return found.group(1)
            if process.poll() is not None:
                break
            time.sleep(0.1)
        sys.exit(f"{name} did not start:\n{log.read_text(errors='replace')}")

    @staticmethod
    def kill(process):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def end(self):
        for process in reversed(self.processes):
            self.kill(process)


def kill_in_the_middle(context, worker):
    """Ends a worker once tasks of the mapping are done there; when that was, for who asks."""
    done = threading.Event()

    def watch():
        tracker = context.statusTracker()
        while not done.is_set():
            for stage in tracker.getActiveStageIds():
                known = tracker.getStageInfo(stage)
                if known and known.numTasks >= 8 and known.numCompletedTasks >= 3:
                    Cluster.kill(worker)
                    done.set()
                    return
            time.sleep(0.01)

    threading.Thread(target=watch, daemon=True).start()
    return done


def sample(scratch, fentan, range_size):
    return Programme("sample", ROOT / "data" / "2026", scratch, fentan, range_size, partitions=4)


def random_programme(seed, scratch, fentan):
    folder = scratch / f"random-{seed}"
    subprocess.run([sys.executable, "-B", ROOT / "Tests" / "Oracles" / "random_programme.py",
                    str(seed), folder], check=True)
    return Programme(f"random-{seed}", folder, scratch, fentan,
                     [1500, 1 << 20, 4000][seed % 3], partitions=[2, 1, 4][seed % 3])


def turn_of_the_year(scratch, fentan, scheme):
    """Parcels that the year before has counted; Hadoop's classes read them if not by `file:`."""
    folder, ledgers = scratch / "turn", scratch / "turn-before"
    before = scratch / "turn-2025"
    for place, year in ((before, 2025), (folder, 2026)):
        (place / "exports").mkdir(parents=True)
        shutil.copy(ROOT / "data" / "2026" / "roster.csv", place)
        (place / "fentan.yaml").write_text(
            f"year: {year}\nmax-rejected: 100%\npayer: {{name: 样例联盟, bank: 样例银行, "
            'account: "0099440117000000018", cnaps: "999581000012"}\n', encoding="utf-8")
    code = (folder / "roster.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")[0]
    rows = [f"{'SF' if n % 3 else '顺丰单号' * 8}{n},{code},{{}}-{n % 28 + 1:02},{n % 5 + 1}"
            for n in range(6000)]
    header = "运单号,统一社会信用代码,发货日期,件数"
    for place, month, part in ((before, "2025-12", rows[:4000]),
                               (folder, "2026-01", rows[2000:] + rows[2000:3000])):
        text = "\n".join([header, *(row.format(month) for row in part)]) + "\n"
        (place / "exports" / "a.csv").write_text(text, encoding="utf-8")
    ledgers.mkdir()
    subprocess.run([fentan, "run", before, "--output", scratch / "turn-out", "--ledger",
                    ledgers / "ledger.sqlite"], check=True, capture_output=True)
    programme = Programme("turn", folder, scratch, fentan, 60_000, 2, ledgers, scheme)
    counted = [line for line in programme.alone["findings"] if b"duplicate.last-year" in line]
    if len(counted) != 3000:
        sys.exit(f"{len(counted)} rows of the year before where 3000 must be")
    return programme


def many_rows(count, scratch, fentan):
    import make_exports

    folder = scratch / "rows"
    (folder / "exports").mkdir(parents=True)
    make_exports.write_roster(folder / "roster.csv")
    (folder / "fentan.yaml").write_text(make_exports.SETTINGS, encoding="utf-8")
    bounds = [count * n // FILES for n in range(FILES + 1)]
    for number, (first, last) in enumerate(zip(bounds, bounds[1:])):
        with open(folder / "exports" / f"parcels-{number:02}.csv", "wb") as file:
            file.write((",".join(make_exports.TITLES) + "\n").encode())
            file.write(make_exports.lines(first, last - first, ""))
    return Programme("rows", folder, scratch, fentan, 64 << 20)


def prove_all(programmes, context, engine):
    for programme in programmes:
        read, seconds, rows, before = programme.prove(context, engine)
        shuffled = intake.shuffle_bytes(context) - before
        a_row = f"{shuffled / rows:.1f} bytes a row in shuffles" if rows else "no rows"
        print(f"{programme.name} on {engine}: the same; {a_row}; {programme.seconds:.1f} s alone, "
              f"{seconds:.1f} s with Spark, {read:.1f} s of them to read", flush=True)


def main():
    options = arguments()
    fentan = pathlib.Path(options.fentan).resolve()
    with tempfile.TemporaryDirectory(prefix="fentan-spark-") as name:
        scratch = pathlib.Path(name)
        programmes = [
            sample(scratch, fentan, 2_000_000 if options.short else 400_000),
            turn_of_the_year(scratch, fentan, "file" if options.short else "viewfs")]
        seeds = 3 if options.short else options.seeds
        programmes += [random_programme(seed, scratch, fentan) for seed in range(1, seeds + 1)]
        if not options.short and options.rows:
            programmes.append(many_rows(options.rows, scratch, fentan))
        context = spark("local[2]", scratch)
        prove_all(programmes, context, "local[2]")
        context.stop()
        if options.short:
            return
        for killed in (False, True):
            # A small programme is read before a worker can be killed.
            large = [[one] for one in programmes if one.name in ("sample", "rows")]
            for group in large if killed else [programmes]:
                on_cluster(group, scratch, killed)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"all the same; the largest process had {peak} MB")


def on_cluster(programmes, scratch, killed):
    cluster = Cluster(scratch)
    try:
        context = spark(cluster.url, scratch)
        watched = kill_in_the_middle(context, cluster.workers[0]) if killed else None
        prove_all(programmes, context, "a cluster of two" + (", one killed" if killed else ""))
        if watched and not watched.is_set():
            sys.exit("no worker was killed: the reading was over too soon")
        context.stop()
    finally:
        cluster.end()


if __name__ == "__main__":
    main()
