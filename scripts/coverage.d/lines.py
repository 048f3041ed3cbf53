"""Says what part of the lines of each target the tests reach, and which they do not."""

import json
import pathlib
import sys

LEAST = 0.95


def lines_missed(segments):
    """The lines that begin with a region that is counted and was never entered."""
    missed = set()
    for (line, _, count, has_count, *_), (until, *_) in zip(segments, segments[1:]):
        if has_count and count == 0:
            missed.update(range(line, until + 1 if until == line else until))
    return sorted(missed)


def spans(numbers):
    """1 2 3 7 as 1-3, 7."""
    found = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in found)


def main(report, targets):
    root = pathlib.Path.cwd()
    files = json.loads(pathlib.Path(report).read_text())["data"][0]["files"]
    is_enough = True
    for target in targets:
        folder = root / "Sources" / target
        of_target = [f for f in files if folder in pathlib.Path(f["filename"]).parents]
        counted = sum(f["summary"]["lines"]["count"] for f in of_target)
        reached = sum(f["summary"]["lines"]["covered"] for f in of_target)
        for file in of_target:
            if missed := lines_missed(file["segments"]):
                print(f"{pathlib.Path(file['filename']).relative_to(root)}: {spans(missed)}")
        print(f"{target}: {reached} of {counted} lines, {100 * reached / counted:.2f} %")
        is_enough = is_enough and reached >= LEAST * counted
    return 0 if is_enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
