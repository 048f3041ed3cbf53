"""The order in which a run makes its files durable and gives them their name, from its trace."""

import os
import re
import shutil

import programmes
import tracing

CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?")


def sweep(sweep, scenarios):
    for scenario in scenarios:
        folder = sweep.begin(scenario)
        log = folder.parent / "log"
        done = programmes.run(
            ["strace", "-f", "-y", "-qq", "-s", "200", "-o", str(log), *sweep.binary],
            scenario.arguments, folder)
        found = [] if done.returncode == 0 else [f"exit {done.returncode}"]
        is_published = scenario.name != "settle"
        found += violations(log.read_text(errors="replace"), str(folder), is_published)
        sweep.note(scenario.name, "the order of fsync and rename", found)
        shutil.rmtree(folder.parent)


def violations(trace, folder, is_published):
    """Every file before its folder, the folder before its name, its parent after it."""
    dirty, named, renames = {}, set(), 0
    committed = is_asked = False
    for line in tracing.joined(trace):
        match = CALL.match(line)
        if not match or match[3].startswith("-"):
            continue
        name, arguments, _, result = match.groups()
        path = descriptor(arguments)
        if name == "mkdir" or name == "openat" and "O_CREAT" in arguments:
            made = os.path.join(folder, quoted(arguments)[0])
            if ".fentan-part/new" in made or made.endswith("ledger.sqlite"):
                dirty[made] = "made"
                if ".fentan-part/new/" in made or made.endswith("ledger.sqlite"):
                    dirty[os.path.dirname(made)] = "changed"
        elif name in ("write", "pwrite64") and path and ".fentan-part/new" in path:
            dirty[path] = "written"
        elif name in ("fsync", "fdatasync") and path:
            below = [one for one in dirty if one.startswith(path + "/") and ".fentan-part" in one]
            if below and path in dirty:
                yield f"{path} is flushed before {below[0]}"
            dirty.pop(path, None)
            # The ledger's own entry in its folder is what counts, its pages are SQLite's.
            dirty.pop(path + "/ledger.sqlite", None)
            named.discard(path)
            is_asked |= path.endswith(("ledger.sqlite-wal", "ledger.sqlite"))
        elif name == "renameat2" and ".fentan-part/new" in arguments:
            renames += 1
            committed = is_asked
            for one, why in dirty.items():
                yield f"{one} was {why} and not flushed before the rename"
            if not committed:
                yield "the ledger is not flushed before the rename"
            target = os.path.join(folder, quoted(arguments)[1])
            named.add(os.path.dirname(target))
    for one in named:
        yield f"{one} is not flushed after the rename"
    if is_published and renames != 1:
        yield f"{renames} renames"
    if not is_published and not is_asked:
        yield "the ledger is not flushed"


def quoted(arguments):
    return re.findall(r'"((?:[^"\\]|\\.)*)"', arguments)


def descriptor(arguments):
    match = re.match(r"\d+<([^>]*)>", arguments)
    return match[1] if match else None
