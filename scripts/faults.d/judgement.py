"""What must hold after a command that failed, and after the one that follows it."""

import os
import pathlib
import shutil
import sqlite3
import stat
import tempfile

import programmes

# What the contract documents for a command whose reads, writes or locks fail.
EXITS = {0, 66, 73, 74, 75}
# And for a workbook whose parts, in files without names, were cut off: the proof does not hold.
PART, CHECK_FAILED = "/dev/shm/tmp.", 70
WORKSHOP = ".fentan-part"


def tree(root, *, stamps=False):
    """Every file and folder below a folder: its kind, rights and bytes, and the time of its change."""
    found = {}
    if not root.exists():
        return found
    for path in [root, *sorted(root.rglob("*"))]:
        status = path.lstat()
        bytes_ = path.read_bytes() if stat.S_ISREG(status.st_mode) else None
        entry = (stat.S_IFMT(status.st_mode), stat.S_IMODE(status.st_mode), bytes_)
        if stamps and bytes_ is not None:
            entry += (status.st_mtime_ns,)
        found[str(path.relative_to(root))] = entry
    return found


def rows(folder):
    """The ledger's rows by table, read from a copy as SQLite would recover it; None if damaged."""
    if not (folder / "ledger.sqlite").exists():
        return {}
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        for path in folder.glob("ledger.sqlite*"):
            if not path.name.endswith("-shm"):
                shutil.copy(path, place)
        connection = sqlite3.connect(pathlib.Path(place) / "ledger.sqlite")
        try:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return None
            names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            tables = {
                name: connection.execute(f'SELECT * FROM "{name}"').fetchall()
                for (name,) in names.fetchall()
            }
            return {name: found for name, found in tables.items() if found}
        except sqlite3.DatabaseError:
            return None
        finally:
            connection.close()


def is_state(path, target):
    """Whether a file is the ledger's, the output's or of the folder in which one is made."""
    return (
        path.startswith("ledger.sqlite") or path == target or path.startswith(target + "/")
        or WORKSHOP in path)


class Judge:
    """Judges one scenario's folders by the two states that it may be in."""

    def __init__(self, scenario):
        self.scenario = scenario
        self.before = tree(scenario.before)
        self.stamps = tree(scenario.before, stamps=True)
        self.after = tree(scenario.after)
        self.target_before = tree(scenario.before / scenario.target)
        self.target_after = tree(scenario.after / scenario.target)
        self.rows_before = rows(scenario.before)
        self.rows_after = rows(scenario.after)
        self.names_after = {path for path in self.after if not path.startswith("ledger.sqlite")}

    def faults(self, folder, done, fault=None, hits=()):
        """What does not hold after a command that was made to fail."""
        target, ledger = tree(folder / self.scenario.target), rows(folder)
        if target not in (self.target_before, self.target_after):
            yield "the folder is neither absent nor whole"
        if ledger is None:
            yield "the ledger is damaged"
        elif ledger not in (self.rows_before, self.rows_after):
            yield "the ledger is neither as before nor as after"
        isDone = target == self.target_after and ledger == self.rows_after
        if target == self.target_after != self.target_before and ledger != self.rows_after:
            yield "what is published is not recorded"
        now = tree(folder, stamps=True)
        for path, entry in self.stamps.items():
            if not is_state(path, self.scenario.target) and now.get(path) != entry:
                yield f"{path} has changed"
        yield from self.readable(folder)
        isPart = any(PART in hit for hit in hits)
        if fault and fault.leaves_nothing:
            for path in sorted(set(now) - set(self.before) - set(self.after)):
                yield f"{path} is left behind"
        if fault and fault.kills == -done.returncode:
            return
        if done.returncode not in EXITS and not (isPart and done.returncode == CHECK_FAILED):
            yield f"exit {done.returncode}: {done.stderr.strip()[:200]}"
        elif done.returncode == 0 and not isDone:
            yield "exit 0, and it is not done"
        yield from self.said(done, mute=any("write(2<" in hit for hit in hits))

    def readable(self, folder):
        """What others can read and was not there before."""
        for path in folder.rglob("*"):
            name = str(path.relative_to(folder))
            if name not in self.before and path.lstat().st_mode & 0o077:
                yield f"{name} is readable by others"

    def said(self, done, *, mute):
        """One line where it failed, none where it did not, and never an account."""
        lines = done.stderr.splitlines()
        if any(account in done.stderr + done.stdout for account in programmes.ACCOUNTS):
            yield "an account is said"
        if done.returncode == 0 and lines:
            yield f"done, and says {lines[0]!r}"
        if mute or done.returncode == 0:
            return
        if len(lines) != 1 or not lines[0].startswith("fentan: ") or len(lines[0]) < 20:
            yield f"not one clear line: {done.stderr!r}"

    def recovery_faults(self, folder, done):
        """What does not hold after a command that nothing disturbed."""
        if done.returncode != 0:
            yield f"the next run exits {done.returncode}: {done.stderr.strip()[:200]}"
        now = tree(folder)
        for path in sorted(set(now) | self.names_after):
            if path in ("ledger.sqlite", ""):
                continue
            if path.startswith("ledger.sqlite") or path not in self.names_after:
                yield f"{path} is left behind"
            elif now.get(path) != self.after[path]:
                yield f"{path} is not what a run that never failed makes"
        if rows(folder) != self.rows_after:
            yield "the ledger is not as after a run that never failed"
        if os.path.exists(folder / "ledger.sqlite"):
            if stat.S_IMODE((folder / "ledger.sqlite").stat().st_mode) != 0o600:
                yield "the ledger is readable by others"
