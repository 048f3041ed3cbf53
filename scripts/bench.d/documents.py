"""Times a run, and the two parts of it that are commands of their own.

    documents.py FENTAN ROUNDS PROGRAMME...

`check` reads all rows and awards nothing; `verify` is the proof alone. What a run takes beyond
both is its documents, the ledger and the publication: the most that the documents can have taken.
"""

import pathlib
import shutil
import statistics
import sys
import tempfile

import measure

PARTS = ["run", "check", "verify"]


def part(command, fentan, programme, scratch):
    """Wall seconds, CPU seconds and peak MB of a command, always on the same state."""
    output, ledger = scratch / "out", scratch / "ledger.sqlite"
    arguments = [str(programme), "--output", str(output), "--ledger", str(ledger)]
    if command == "run":
        shutil.rmtree(output, ignore_errors=True)
        for file in scratch.glob("ledger*"):
            file.unlink()
        arguments += ["--payment-date", "2027-03-15"]
    if command == "verify":
        arguments = [str(output)]
    return measure.measured([fentan, command, *arguments], scratch / "said.txt")


def main():
    fentan, rounds = sys.argv[1], int(sys.argv[2])
    print(f"median of {rounds}")
    print("| programme | run s | check s | verify s | the rest s | run CPU s | run peak MB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for programme in map(pathlib.Path, sys.argv[3:]):
        with tempfile.TemporaryDirectory() as scratch:
            runs = {command: [] for command in PARTS}
            for _ in range(rounds):
                for command in PARTS:
                    runs[command].append(part(command, fentan, programme, pathlib.Path(scratch)))
        medians = {c: [statistics.median(v) for v in zip(*runs[c])] for c in PARTS}
        run, check, verify = (medians[command][0] for command in PARTS)
        _, cpu, peak = medians["run"]
        print(
            f"| {programme.name} | {run:.2f} | {check:.2f} | {verify:.2f} "
            f"| {run - check - verify:.2f} | {cpu:.2f} | {peak:.0f} |")  # fmt: skip


if __name__ == "__main__":
    main()
