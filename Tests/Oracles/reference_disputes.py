"""What several claim, and what decisions make of it: steps 5 to 7 for waybills and for volumes.

Part of the reference model. Every row of volumes is compared with every other, and with every row
of waybills; nothing is done in an order that could matter.
"""

from collections import defaultdict
from dataclasses import dataclass


class Unusable(Exception):
    """A decision that cannot be made: the run must end with exit code 66."""


@dataclass(eq=False)
class Decision:
    """A row of adjudications.csv, and how many rows it makes count or takes out."""

    line: int
    waybill: str  # empty where it is on volumes
    month: str
    carrier: str
    volume: int
    winner: str  # a code; empty where it gives to nobody
    won: int = 0
    lost: int = 0

    def takes(self, row):
        """The row is out by this decision."""
        row.becomes("excluded", "adjudicated.other" if self.winner else "adjudicated.none")
        self.lost += 1


def key(row):
    """What a row of volumes is known by."""
    return row.enterprise, row.month, row.carrier


def keys_meet(one, other):
    """True for keys of one enterprise and month whose carriers are one, or not both named."""
    return one[:2] == other[:2] and (one[2] == other[2] or not one[2] or not other[2])


def meet(one, other):
    return keys_meet(key(one), key(other))


class Disputes:
    """The rows of the period that reach step 5: waybills by enterprise, and rows of volumes."""

    def __init__(self, groups, reported, volumes):
        self.groups = groups  # by waybill and enterprise
        self.reported = reported  # by waybill: the enterprises of rows of step 2
        self.volumes = volumes
        self.claims = defaultdict(set)
        for waybill, enterprises in reported.items():
            self.claims[waybill] |= enterprises - {""}
        for waybill, enterprise in groups:
            self.claims[waybill].add(enterprise)
        self.on_waybills = {}
        self.on_keys = {}

    def is_returned(self, waybill, enterprise):
        return bool(self.reported[waybill] & {enterprise, ""})

    def is_contested(self, waybill):
        return len(self.claims[waybill]) > 1

    def disputed_waybills(self):
        return {w for w, e in self.groups if self.is_returned(w, e) or self.is_contested(w)}

    def reaching_step_six(self):
        """Rows of waybills; a decision may bring them past step 5."""
        rows = []
        for (waybill, enterprise), group in self.groups.items():
            decision = self.on_waybills.get(waybill)
            is_brought = decision and decision.winner == enterprise
            if is_brought or not self.is_returned(waybill, enterprise):
                rows += group
        return rows

    def disputed_keys(self):
        """Keys of volumes that are contested as long as nothing is decided on volumes."""
        shown = self.reaching_step_six()
        return {
            key(row)
            for row in self.volumes
            if any(meet(row, o) and row.volume != o.volume for o in self.volumes)
            or any(meet(row, o) for o in shown)
        }

    # -- Decisions

    def decide(self, decisions):
        """Finds what each decision is on; refuses those that do not fit."""
        disputed = self.disputed_waybills()
        for decision in (d for d in decisions if d.waybill):
            if decision.waybill not in disputed or decision.waybill in self.on_waybills:
                raise Unusable(decision)
            if decision.winner and decision.winner not in self.claims[decision.waybill]:
                raise Unusable(decision)
            self.on_waybills[decision.waybill] = decision
        disputed = self.disputed_keys()
        for decision in (d for d in decisions if not d.waybill):
            meant = self.meant(decision, disputed)
            if meant not in disputed or meant in self.on_keys:
                raise Unusable(decision)
            if decision.winner and any(keys_meet(meant, k) for k in self.winning()):
                raise Unusable(decision)
            self.on_keys[meant] = decision

    def meant(self, decision, disputed):
        """The one key that a decision names."""
        keys = {
            key(row)
            for row in self.volumes
            if (row.month, row.volume) == (decision.month, decision.volume)
            and (row.enterprise == decision.winner if decision.winner else key(row) in disputed)
        }
        exact = {k for k in keys if k[2] == decision.carrier}
        keys = exact if exact or decision.carrier else keys
        if len(keys) != 1:
            raise Unusable(decision)
        return keys.pop()

    def winning(self):
        """By key, the decisions that make a volume count."""
        return {k: d for k, d in self.on_keys.items() if d.winner}

    def holder(self, group):
        """The decision in whose volume a waybill of an enterprise is; None where there is none."""
        met = [d for k, d in self.winning().items() if any(keys_meet(k, key(r)) for r in group)]
        return min(met, key=lambda d: d.line) if met else None

    # -- Judging

    def judge(self, judge_group, go_on):
        """Gives the rows their classes; those that pass step 6 go to `judge_group` or `go_on`."""
        shown = []
        for (waybill, enterprise), group in self.groups.items():
            decision = self.on_waybills.get(waybill)
            is_winner = decision and decision.winner == enterprise
            is_returned = self.is_returned(waybill, enterprise) and not is_winner
            holder = None if is_returned else self.holder(group)
            shown += [] if is_returned or holder else group
            taker = decision if decision and not is_winner else holder
            if taker:
                for row in group:
                    taker.takes(row)
            elif is_returned:
                become(group, "excluded", "status.returned-elsewhere")
            elif self.is_contested(waybill) and not decision:
                become(group, "contested", "contested.enterprises")
            else:
                judge_group(group, decision)
        self.judge_volumes(shown, go_on)

    def judge_volumes(self, shown, go_on):
        undecided = [row for row in self.volumes if not self.is_decided(row, go_on)]
        undisputed = []
        for row in undecided:
            if any(meet(row, o) and row.volume != o.volume for o in undecided):
                row.becomes("contested", "contested.volumes")
            elif any(meet(row, o) for o in shown):
                row.becomes("contested", "contested.overlap")
            else:
                undisputed.append(row)
        for row in undisputed:
            if counting(row, undisputed) is row:
                go_on(row, None)
            else:
                row.becomes("duplicate", "duplicate.same")

    def is_decided(self, row, go_on):
        """True for a row that a decision says something of; it has its class then."""
        own = self.on_keys.get(key(row))
        met = [d for k, d in self.winning().items() if keys_meet(k, key(row))]
        same = [d for d in met if d.volume == row.volume]
        if own and own.winner and own.volume == row.volume:
            own.won += 1
            first = next(r for r in self.volumes if (key(r), r.volume) == (key(row), row.volume))
            if first is row:
                go_on(row, own)
            else:
                row.becomes("duplicate", "duplicate.same")
        elif own:
            own.takes(row)
        elif same:
            row.becomes("duplicate", "duplicate.same")
        elif met:
            min(met, key=lambda d: d.line).takes(row)
        return bool(own or met)


def become(rows, row_class, code):
    for row in rows:
        row.becomes(row_class, code)


def counting(row, undisputed):
    """The row that counts for this one; those that meet say the same.

    Never more than every export supports: a row without a carrier is all carriers' rows, so that
    where there is one only one of them counts.
    """
    family = [r for r in undisputed if key(r)[:2] == key(row)[:2]]
    if all(r.carrier for r in family):
        family = [r for r in family if r.carrier == row.carrier]
    return next(r for r in family if all(meet(r, o) for o in family))
