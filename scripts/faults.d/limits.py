"""Disks that are really full, and the limits that a process may have on sizes and descriptors."""

import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys

import programmes
from judgement import Judge

PAGE = 4096


def sweep(sweep, scenarios, *, short):
    """Every limit below what a run needs, in steps; the last of each is enough."""
    for scenario in scenarios:
        judge = Judge(scenario)
        for size in range(0, 160_000, 16_384 if short else PAGE):
            limited(sweep, judge, f"files of {size} bytes", resource.RLIMIT_FSIZE, size)
        for count in range(3, 24, 3 if short else 1):
            limited(sweep, judge, f"{count} descriptors", resource.RLIMIT_NOFILE, count)
        full(sweep, judge, scenario, 10 if short else 1)


def limited(sweep, judge, what, limit, value):
    folder = sweep.begin(judge.scenario)
    # A limit that the runtime's loader cannot live with is not ours.
    done = programmes.run(
        sweep.binary, judge.scenario.arguments, folder,
        preexec_fn=lambda: resource.setrlimit(limit, (value, value)))
    if done.returncode == 127 and "shared libraries" in done.stderr:
        sweep.of_loader += 1
    else:
        found = list(judge.faults(folder, done))
        done = programmes.run(sweep.binary, judge.scenario.arguments, folder)
        sweep.note(judge.scenario.name, what, found + list(judge.recovery_faults(folder, done)))
    shutil.rmtree(folder.parent)


def full(sweep, judge, scenario, step):
    """In a name space of its own a file system may be as small as one likes."""
    command = ["unshare", "-rm", sys.executable, __file__, *sweep.binary]
    folder = sweep.begin(scenario)
    needed = sum(-(-p.lstat().st_size // PAGE) + 1 for p in scenario.before.rglob("*"))
    for pages in range(needed, needed + 120, step):
        disk = folder.parent / "disk"
        states = [folder.parent / "failed", folder.parent / "recovered"]
        for place in (disk, *states):
            shutil.rmtree(place, ignore_errors=True)
        disk.mkdir()
        done = subprocess.run(
            [*command, str(pages), scenario.before, disk, *states, *scenario.arguments],
            capture_output=True, text=True, check=False)
        if done.returncode == 99:
            print(f"{scenario.name}: no disk of our own here, not tried: {done.stderr.strip()}")
            break
        if done.returncode == 98:
            continue
        first, second = (outcome(state) for state in states)
        found = list(judge.faults(states[0] / "disk", first))
        found += judge.recovery_faults(states[1] / "disk", second)
        sweep.note(scenario.name, f"a disk of {pages} pages", found)
        if first.returncode == 0:
            break
    shutil.rmtree(folder.parent)


def outcome(state):
    exit_, output, error = (
        (state / name).read_text(errors="replace") for name in ("exit", "output", "error"))
    return subprocess.CompletedProcess([], int(exit_), output, error)


def on_a_small_disk(binary, pages, before, disk, failed, recovered, *arguments):
    """Runs the program on a disk of so many pages, and again when there is room."""
    mount = ["mount", "-t", "tmpfs", "-o"]
    if subprocess.run([*mount, f"size={int(pages) * PAGE}", "none", disk], check=False).returncode:
        return 99
    work = pathlib.Path(disk) / "programmes"
    try:
        shutil.copytree(before, work)
    except (OSError, shutil.Error):
        return 98
    for state in (failed, recovered):
        done = programmes.run([binary], arguments, work)
        shutil.copytree(work, pathlib.Path(state) / "disk")
        for name, text in zip(
                ("exit", "output", "error"), (done.returncode, done.stdout, done.stderr)):
            (pathlib.Path(state) / name).write_text(str(text))
        subprocess.run([*mount, "remount,size=64m", "none", disk], check=True)
    return 0


if __name__ == "__main__":
    os.umask(0)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    sys.exit(on_a_small_disk(*sys.argv[1:]))
