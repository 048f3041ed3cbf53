#!/usr/bin/env python3
"""Runs fentan on random programmes and compares each report with the reference model.

    random_runs.py FENTAN FIRST COUNT DIR

Seeds FIRST to FIRST + COUNT - 1. Of every third, the same parcels were dated a year before too, and
that year was published first, as far as it can be. Threads, size of blocks and memory differ from seed to seed: they
must not show. One line for each seed that does not agree, whose programme and output
stay in DIR; exit code 1 if there are any.
"""

import datetime
import pathlib
import re
import shutil
import subprocess
import sys

import random_programme
import reference_model

BLOCK_BYTES = [64, 301, 1024, 4096, 1 << 20]


def differences(fentan, seed, folder):
    """What is wrong with one seed: lines, none where program and model agree."""
    programme, output = folder / str(seed), folder / f"{seed}-out"
    random_programme.write_programme(seed, programme)
    counted_before = publish_before(fentan, seed, folder) if seed % 3 == 0 else frozenset()
    expected = reference_model.expectation(programme, counted_before)
    command = [fentan, "run", programme, "--output", output, "--threads", str(seed % 3 + 1)]
    command += ["--ledger", folder / f"{seed}.sqlite"]
    command += ["--block-bytes", str(BLOCK_BYTES[seed % len(BLOCK_BYTES)])]
    if seed % 4 == 0:
        command += ["--memory", "1K"]
    done = subprocess.run(command, capture_output=True, text=True)
    if expected is None:
        # A decision that cannot be made.
        is_refused = done.returncode == 66 and "adjudications.csv" in done.stderr
        return tidy([programme], [] if is_refused else [said(done)])
    is_payable = not expected["stops"]
    if done.returncode != (0 if is_payable else 65):
        return [said(done)]
    if is_payable and done.stderr:
        return [f"not silent: {done.stderr.strip()}"]
    report = output if is_payable else folder / f"{seed}-out.stopped"
    lines = list(reference_model.differences(expected, report / "report.json"))
    return tidy([programme, report], lines)


def publish_before(fentan, seed, folder):
    """Publishes the same parcels a year earlier, in a period that ends as the next one begins.

    The waybills that the next year must know, by the model; none where nothing can be published.
    """
    programme, output = folder / f"{seed}-before", folder / f"{seed}-before-out"
    shutil.copytree(folder / str(seed), programme)
    for path in (p for p in programme.rglob("*") if p.is_file()):
        data = path.read_bytes()
        for encoding in ("ascii", "utf-16-le", "utf-16-be"):
            data = data.replace("2026".encode(encoding), "2025".encode(encoding))
        path.write_bytes(data)
    settings = programme / "fentan.yaml"
    text = settings.read_text(encoding="utf-8")
    first = datetime.date.fromisoformat(re.search(r"from: (2025-\d\d-\d\d)", text).group(1))
    last = first + datetime.timedelta(30)
    settings.write_text(re.sub(r"to: 2025-\d\d-\d\d", f"to: {last}", text), encoding="utf-8")
    expected = reference_model.expectation(programme)
    command = [fentan, "run", programme, "--output", output, "--ledger", folder / f"{seed}.sqlite"]
    done = subprocess.run(command, capture_output=True, text=True)
    shutil.rmtree(programme)
    for path in (output, folder / f"{seed}-before-out.stopped"):
        shutil.rmtree(path, ignore_errors=True)
    return expected["late"] if done.returncode == 0 else frozenset()


def tidy(paths, lines):
    """The lines; where there are none, what was written is removed."""
    if not lines:
        for path in paths:
            shutil.rmtree(path)
    return lines


def said(done):
    return f"exit code {done.returncode}: {done.stderr.strip()}"


def main():
    fentan, first, count, folder = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for seed in range(int(first), int(first) + int(count)):
        lines = differences(fentan, seed, folder)
        failed += bool(lines)
        for line in lines:
            print(f"seed {seed}: {line}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
