"""fentan's steps as they run on a worker: bytes into its standard input, records out of it."""

import contextlib
import itertools
import json
import os
import subprocess
import tempfile
from collections import defaultdict

import records

#: So many bytes of frames a task gathers by partition before it hands them on.
GATHERED_BYTES = 64 << 20


class StepFailed(Exception):
    """A step ended with an exit code of its own; Spark shows this text, and so does the driver."""

    def __init__(self, status, said):
        super().__init__(f"fentan ended with exit code {status}: {said}")


class Steps:
    """The commands of one intake; `bundle` is a folder with the program and the plan."""

    def __init__(self, bundle):
        self.bundle = bundle
        self.binary = os.path.join(bundle, "fentan")
        if not os.access(self.binary, os.X_OK):
            # It came in an archive, which keeps no permissions.
            os.chmod(self.binary, 0o700)
        with open(os.path.join(bundle, "plan.json"), encoding="utf-8") as file:
            self.plan = json.load(file)
        self.rules = self.plan["rules"]
        self.partitions = self.plan["partitions"]

    def command(self, *arguments):
        plan = os.path.join(self.bundle, "plan.json")
        return [self.binary, "intake", *arguments, "--plan", plan]

    def cut(self, name, source, range_bytes):
        """A large export in ranges; an export that has none is mapped whole."""
        with source.whole(name) as file:
            said = self._output(["cut", "--export", name, "--range-bytes", str(range_bytes)], file)
        return json.loads(said)

    def mapped(self, pieces, source, aside):
        """The records of some pieces as (key, frames): the key is a partition, or one behind them.

        A piece is the name of an export, and what was cut of it with one range, or None.
        """
        gathered, size = defaultdict(list), 0
        for name, cut in pieces:
            for partition, frame in self._map(name, cut, source):
                key = partition
                if partition == records.EVERYWHERE:
                    key = self.partitions
                elif partition == records.ASIDE:
                    key = self.partitions + 1 + aside
                gathered[key].append(frame)
                size += len(frame)
            if size > GATHERED_BYTES:
                yield from ((key, b"".join(parts)) for key, parts in gathered.items())
                gathered, size = defaultdict(list), 0
        yield from ((key, b"".join(parts)) for key, parts in gathered.items())

    def _map(self, name, cut, source):
        if cut is None:
            with source.whole(name) as file:
                yield from self._frames(["map", "--export", name], file)
            return
        (piece,) = cut["ranges"]
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as known:
            json.dump(cut, known)
            known.flush()
            arguments = ["map", "--export", name, "--cut", known.name, "--range", "0"]
            with source.range(name, piece["start"], piece["bytes"]) as file:
                yield from self._frames(arguments, file)

    def year_before(self, programme, ledger):
        """The waybills of the year before as (partition, frame)."""
        more = ["--ledger", ledger] if ledger else []
        return list(self._frames(["year-before", programme, *more], subprocess.DEVNULL))

    def reduced(self, partition, shared, joined):
        """What the records of one partition come to, frame by frame.

        `joined` are frames that stand one behind another, as the shuffle has brought them.
        """
        parts = itertools.chain([shared], joined)
        with self._stream(frame for part in parts for frame in records.split(part)) as file:
            for _, frame in self._frames(["reduce", "--partition", str(partition)], file):
                yield frame

    def table(self, subject, frames):
        """Frames as the text of rows of CSV."""
        with self._stream(frames) as file:
            return self._output(["table", subject], file).decode()

    @contextlib.contextmanager
    def _stream(self, frames):
        """A file of frames, with the head of records before them and their end behind."""
        with tempfile.TemporaryFile() as file:
            stop = records.End()
            file.write(records.head(self.rules))
            for frame in frames:
                stop.add(frame)
                file.write(frame)
            file.write(stop.frame())
            file.flush()
            file.seek(0)
            yield file

    def _frames(self, arguments, stdin):
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                self.command(*arguments), stdin=stdin, stdout=subprocess.PIPE, stderr=said)
            try:
                for _, partition, frame in records.frames(process.stdout, self.rules):
                    yield partition, frame
            except records.Broken:
                # It has said why, or it was killed; else what it wrote is at fault.
                process.stdout.close()
                if process.wait() == 0:
                    raise
            except BaseException:
                process.kill()
                raise
            finally:
                process.stdout.close()
                process.wait()
            self._require(process, said)

    def _output(self, arguments, stdin):
        with tempfile.TemporaryFile() as said:
            process = subprocess.run(
                self.command(*arguments), stdin=stdin, stdout=subprocess.PIPE, stderr=said)
            self._require(process, said)
            return process.stdout

    @staticmethod
    def _require(process, said):
        if process.returncode != 0:
            said.seek(0)
            text = said.read(1 << 16).decode(errors="replace").strip()
            raise StepFailed(process.returncode, text or "it said nothing")
