"""System calls of the program by strace: listed, and made to fail."""

import collections
import dataclasses
import re

import programmes

CALLS = (
    "open openat creat mkdir mkdirat write pwrite64 writev fsync fdatasync close rename renameat "
    "renameat2 unlink unlinkat rmdir flock ftruncate truncate chmod fchmod fchmodat").split()
# What changes files or their names; a run is killed at each of these.
CHANGES = set(CALLS) - {"close", "flock", "open"}
ERRORS = ("EIO", "ENOSPC", "EACCES")
START = re.compile(r"^(\d+) +(?:\[[^\]]*\] )?(\w+)\((.*)")


@dataclasses.dataclass(frozen=True)
class Fault:
    """One thing that happens at one occurrence of a system call."""

    call: str
    occurrence: int
    what: str
    last: str = ""
    place: str = ""

    @property
    def expression(self):
        kind = "signal" if self.what.startswith("SIG") else "error"
        return f"inject={self.call}:{kind}={self.what}:when={self.occurrence}{self.last}"

    @property
    def kills(self):
        """By how the program ends, if it obeys at once."""
        return {"SIGKILL": 9, "SIGINT": 2, "SIGTERM": 15}.get(self.what)

    @property
    def leaves_nothing(self):
        return self.what in ("SIGINT", "SIGTERM")

    def __str__(self):
        often = {"": "once", "+": "from then on"}.get(self.last, "ten times")
        return f"{self.what} {often} at {self.call} {self.occurrence}: {self.place}"


@dataclasses.dataclass
class Call:
    name: str
    occurrence: int
    text: str
    is_loaders: bool


def calls(binary, scenario, folder, log):
    """The calls of the program's first thread, in order, each with its occurrence."""
    done = programmes.run(
        ["strace", "-f", "-qq", "-s", "60", "-o", str(log), *binary], scenario.arguments, folder)
    if done.returncode != 0:
        raise SystemExit(f"faults: strace: exit {done.returncode}: {done.stderr}")
    found, seen = [], collections.Counter()
    first = cache = None
    is_loaders = True
    for line in log.read_text(errors="replace").splitlines():
        match = START.match(line)
        if not match:
            continue
        thread, name, rest = match.groups()
        first = first or thread
        if thread != first:
            continue
        seen[name] += 1
        # The loader unmaps its list of libraries when it has found them all.
        if name == "openat" and "ld.so.cache" in rest:
            cache = "mmap"
        elif cache == "mmap" and name == "mmap":
            cache = rest.rsplit("= ", 1)[-1]
        found.append(Call(name, seen[name], rest[:90], is_loaders))
        if name == "munmap" and cache and rest.startswith(cache + ","):
            is_loaders = False
    return found


def faults(of_calls):
    """Every fault of the sweep: errors at what writes, opens and locks, and death at every call."""
    for call in of_calls:
        if call.name in CALLS:
            for error in ERRORS:
                for last in ("", "+"):
                    yield Fault(call.name, call.occurrence, error, last, call.text)
            for last in ("", f"..{call.occurrence + 9}"):
                yield Fault(call.name, call.occurrence, "EINTR", last, call.text)
        if call.name in CHANGES:
            for request in ("SIGINT", "SIGTERM"):
                yield Fault(call.name, call.occurrence, request, "", call.text)
        if call.name not in ("execve", "exit_group"):
            yield Fault(call.name, call.occurrence, "SIGKILL", "", call.text)


def run_with(fault, binary, arguments, folder, log):
    """Runs the program with a fault; gives its outcome and the calls that were made to fail."""
    done = programmes.run(
        ["strace", "-f", "-y", "--seccomp-bpf", "-qq", "-s", "60", "-o", str(log), "-e",
         f"trace={fault.call}", "-e", fault.expression, *binary], arguments, folder)
    trace = log.read_text(errors="replace") if log.exists() else ""
    return done, [line for line in joined(trace) if "(INJECTED)" in line]


def joined(trace):
    """The lines of a trace, each call whole where another thread came between."""
    begun = {}
    for line in trace.splitlines():
        thread, _, rest = line.partition(" ")
        if rest.endswith("<unfinished ...>"):
            begun[thread] = rest.removesuffix("<unfinished ...>").lstrip()
        elif "resumed>" in rest and thread in begun:
            yield f"{thread} {begun.pop(thread)}{rest.split('resumed>', 1)[1]}"
        else:
            yield line
