"""Makes every system call of small runs fail, and judges what is left after each."""

import argparse
import collections
import concurrent.futures
import itertools
import pathlib
import random
import shutil
import sys
import tempfile
import time

import limits
import order
import programmes
import tracing
from judgement import Judge

SHORT_SECONDS = 120
PAIRS = 500


class Sweep:
    """The faults that were tried and what did not hold."""

    def __init__(self, options, root):
        self.binary = [str(pathlib.Path(options.fentan).resolve())]
        self.options, self.root = options, root
        self.numbers = itertools.count()
        self.tried = collections.Counter()
        self.violations = []
        self.undone = 0
        self.of_loader = 0

    def note(self, scenario, what, found):
        """Counts a fault, and says at once what did not hold after it."""
        self.tried[scenario] += 1
        for violation in found:
            self.violations.append(f"{scenario}: {what}: {violation}")
            print(f"VIOLATION {self.violations[-1]}", flush=True)

    def begin(self, scenario):
        folder = self.root / "work" / str(next(self.numbers)) / "programmes"
        shutil.copytree(scenario.before, folder)
        return folder

    def try_faults(self, judge, faults):
        """One fault after another on the same folder, then a run that nothing disturbs."""
        scenario = judge.scenario
        folder = self.begin(scenario)
        try:
            found = []
            for fault in faults:
                done, hits = tracing.run_with(
                    fault, self.binary, scenario.arguments, folder, folder.parent / "log")
                # Two threads may race for a call; one that was not reached is no fault.
                if not hits and not fault.kills and len(faults) == 1:
                    return None
                found += judge.faults(folder, done, fault, hits)
            done = programmes.run(self.binary, scenario.arguments, folder)
            return found + list(judge.recovery_faults(folder, done))
        finally:
            shutil.rmtree(folder.parent, ignore_errors=True)

    def all_faults(self, scenarios):
        """Every single fault, by scenario, but for those that the loader meets."""
        for scenario in scenarios:
            folder = self.begin(scenario)
            calls = tracing.calls(self.binary, scenario, folder, folder.parent / "log")
            shutil.rmtree(folder.parent)
            judge = Judge(scenario)
            for fault in tracing.faults(call for call in calls if call.is_loaders):
                self.of_loader += 1
            for fault in tracing.faults(call for call in calls if not call.is_loaders):
                yield judge, fault

    def single(self, faults, deadline):
        """In a drawn order, so that what time allows is a sample of everything."""
        def attempt(pair):
            judge, fault = pair
            if deadline and time.monotonic() > deadline:
                self.undone += 1
                return
            found = self.try_faults(judge, [fault])
            if found is not None:
                self.note(judge.scenario.name, fault, found)

        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            list(pool.map(attempt, faults))

    def pairs(self, faults, drawing):
        """A fault, and a second one while the next run recovers."""
        judges = collections.defaultdict(list)
        for judge, fault in faults:
            if fault.kills and fault.call in tracing.CHANGES or not fault.kills:
                judges[judge].append(fault)
        drawn = []
        for _ in range(self.options.pairs):
            judge = drawing.choice(list(judges))
            drawn.append((judge, drawing.sample(judges[judge], 2)))

        def attempt(pair):
            judge, two = pair
            self.note(judge.scenario.name, " and then ".join(map(str, two)),
                      self.try_faults(judge, two))

        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            list(pool.map(attempt, drawn))


def coverage_first(faults, drawing):
    """Shuffled, one of every call, kind and scenario before the others."""
    faults = list(faults)
    drawing.shuffle(faults)
    seen, first, rest = set(), [], []
    for judge, fault in faults:
        kind = (judge.scenario.name, fault.call, fault.what, fault.last[:1])
        # What is written and named matters most; a run dies anywhere alike.
        is_new = kind not in seen and fault.call in tracing.CALLS
        seen.add(kind)
        (first if is_new else rest).append((judge, fault))
    return first + rest


def try_all(sweep, scenarios, drawing, deadline):
    chosen = sweep.options
    if not chosen.match:
        limits.sweep(sweep, scenarios, short=chosen.short)
    faults = [pair for pair in coverage_first(sweep.all_faults(scenarios), drawing)
              if chosen.match in str(pair[1])]
    sweep.single(faults, deadline if chosen.short else None)
    if not chosen.short and not chosen.match:
        sweep.pairs(faults, drawing)


def options():
    parser = argparse.ArgumentParser(prog="scripts/faults", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a sample, in three minutes at most")
    parser.add_argument("--fentan", default=".build/release/fentan", help="the binary")
    parser.add_argument("--jobs", type=int, default=2, help="runs side by side")
    parser.add_argument("--seed", type=int, default=2026, help="of what is drawn")
    parser.add_argument("--scenario", action="append", help="this one alone; may be repeated")
    parser.add_argument("--match", default="", help="faults that have this in their name alone")
    parser.add_argument("--order", action="store_true", help="the order of fsync and rename alone")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="of two faults, in the long form")
    return parser.parse_args()


def main():
    chosen = options()
    started = time.monotonic()
    drawing = random.Random(chosen.seed)
    # In memory, so that it is the program's work that takes the time.
    memory = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory, prefix="fentan-faults-") as place:
        sweep = Sweep(chosen, pathlib.Path(place))
        scenarios = programmes.scenarios(sweep.binary, sweep.root / "states")
        scenarios = [s for s in scenarios if not chosen.scenario or s.name in chosen.scenario]
        if not chosen.match:
            order.sweep(sweep, scenarios)
        if not chosen.order:
            try_all(sweep, scenarios, drawing, started + SHORT_SECONDS)
    for name, count in sweep.tried.items():
        print(f"{name}: {count}")
    if sweep.undone:
        print(f"a sample of seed {chosen.seed}: {sweep.undone} faults are for the long form")
    print(f"before the program's own first call, not tried: {sweep.of_loader}")
    tried = sum(sweep.tried.values())
    print(f"faults: {tried} tried, {len(sweep.violations)} violations")
    return 1 if sweep.violations else 0


if __name__ == "__main__":
    sys.exit(main())
