"""Runs each tool in turn, several times, and prints medians: measure.py PROGRAMME FENTAN ROUNDS [--alone].

Wall and CPU time and peak memory are those of the whole process, as the system counts them (a
peak below the 20 MB or so of this script cannot be seen);
`query` is what the Python scripts themselves measured, without the start of Python. Exit code 1
if a tool fails or the volumes by enterprise differ.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent


def measured(command, output):
    """Wall seconds, CPU seconds and peak MB of a command whose standard output goes to a file."""
    started = time.perf_counter()
    with open(output, "wb") as file:
        process = subprocess.Popen(command, stdout=file)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"exit code {process.returncode}: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run_fentan(binary, programme, scratch, *options):
    output = scratch / "out"
    ledger = scratch / "ledger.sqlite"
    shutil.rmtree(output, ignore_errors=True)
    ledger.unlink(missing_ok=True)
    command = [binary, "run", str(programme), "--output", str(output), *options]
    command += ["--ledger", str(ledger)]
    figures = measured(command + ["--payment-date", "2027-03-15"], scratch / "fentan.txt")
    awards = json.loads((output / "report.json").read_text(encoding="utf-8"))["awards"]
    return figures, None, {a["uscc"]: int(a["volume"]) for a in awards if a["volume"] != "0"}


def run_script(name, programme, scratch):
    output = scratch / f"{name}.json"
    figures = measured([sys.executable, str(HERE / f"{name}_query.py"), str(programme)], output)
    said = json.loads(output.read_text(encoding="utf-8"))
    return figures, said["seconds"], said["volumes"]


def main():
    programme, binary, rounds = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    scratch = programme.with_name(programme.name + "-scratch")
    scratch.mkdir(exist_ok=True)
    # So little that shipments go to temporary files.
    memory = "512M" if int(programme.name.split("-")[0]) >= 50_000_000 else "4M"
    tools = {
        "fentan": lambda: run_fentan(binary, programme, scratch),
        f"fentan --memory {memory}": lambda: run_fentan(
            binary, programme, scratch, "--memory", memory),
        "polars": lambda: run_script("polars", programme, scratch),
        "duckdb": lambda: run_script("duckdb", programme, scratch),
    }
    if "--alone" in sys.argv:
        tools = {name: run for name, run in tools.items() if name.startswith("fentan")}
    if not shutil.which(binary):
        print(f"{binary} is not there: measuring the others only", file=sys.stderr)
        tools = {name: run for name, run in tools.items() if not name.startswith("fentan")}
    runs, volumes = {name: [] for name in tools}, {}
    for _ in range(rounds):
        for name, run in tools.items():
            figures, query, volumes[name] = run()
            runs[name].append((*figures, query or figures[0]))
    print_table(programme, runs, rounds)
    agreed = next(iter(volumes.values()))
    if any(v != agreed for v in volumes.values()):
        sys.exit("the volumes by enterprise differ: " + ", ".join(volumes))
    print(f"all agree: {sum(agreed.values())} pieces of {len(agreed)} enterprises")


def print_table(programme, runs, rounds):
    size = sum(p.stat().st_size for p in (programme / "exports").iterdir())
    print(f"{programme.name} rows, {size / 1e6:.0f} MB, {os.cpu_count()} cores, median of {rounds}")
    rows = int(programme.name.split("-")[0])
    print("| tool | wall s | µs a row | CPU s | peak MB | query s | wall ratio | memory ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    medians = {name: [statistics.median(c) for c in zip(*runs[name])] for name in runs}
    wall, _, peak, _ = medians.get("polars", medians["fentan"])
    for name, (w, cpu, mb, query) in medians.items():
        ratios = f"{w / wall:.2f} | {mb / peak:.2f}"
        print(f"| {name} | {w:.2f} | {w / rows * 1e6:.2f} | {cpu:.2f} | {mb:.0f} | {query:.2f} | {ratios} |")


if __name__ == "__main__":
    main()
