#!/usr/bin/env python3
"""Writes random cases of city support, worked out with Python's exact fractions.

    support_cases.py N SEED > cases.csv

Each line: pool in fen, volumes, city amounts in fen, and what comes of each enterprise, as its place
in the order and `+` if it stays, `-` if it leaves; `0` without volume. Lists are separated by `;`.
Enterprises stand in the order of their codes.
"""

import random
import sys
from fractions import Fraction


def decide(pool, volumes, amounts):
    """By index: (place in the order, whether it stays, its quota beside those that stay)."""
    order = sorted(
        (i for i, volume in enumerate(volumes) if volume),
        key=lambda i: (Fraction(amounts[i], volumes[i]), -volumes[i], i),
    )
    staying, decisions = [], {}
    for place, i in enumerate(order, 1):
        quota = Fraction(pool) * volumes[i] / (sum(volumes[s] for s in staying) + volumes[i])
        if quota >= amounts[i]:
            staying.append(i)
        decisions[i] = (place, i in staying, quota)
    return decisions


def draw_case(draw):
    """Amounts near the quotas, so that who leaves decides over others; small numbers make ties."""
    pool = draw.choice([1, draw.randint(1, 50), 50_000_000, draw.randint(1, 10**12), 10**15 - 1])
    count = draw.choice([1, 2, 3, 3, 4, 4, 5, 6, 8, draw.randint(9, 20)])
    top = draw.choice([1, 3, 10, 1000, 10**6, 10**12, 10**20])
    volumes = [draw.randint(0 if draw.random() < 0.1 else 1, top) for _ in range(count)]
    if draw.random() < 0.4:
        few = volumes[: 1 + count // 3]
        volumes = [draw.choice(few) for _ in range(count)]
    amounts = []
    for volume in volumes:
        near = pool * volume // (sum(volumes) or 1)
        amount = draw.choice([0, near, near + 1, near * 2, near * 4 // 3, pool // count, pool, pool + 1])
        if draw.random() < 0.2:
            amount = draw.randint(0, max(1, 2 * near))
        amounts.append(amount)
    if draw.random() < 0.1:
        amounts[draw.randrange(count)] = draw.randint(10**15, 10**24)
    return pool, volumes, amounts


def main():
    count, draw = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    print("pool,volumes,amounts,decisions")
    for _ in range(count):
        pool, volumes, amounts = draw_case(draw)
        decisions = decide(pool, volumes, amounts)
        said = [
            "{}{}".format(decisions[i][0], "+" if decisions[i][1] else "-") if i in decisions else "0"
            for i in range(len(volumes))
        ]
        print(
            pool, ";".join(map(str, volumes)), ";".join(map(str, amounts)), ";".join(said), sep=","
        )


if __name__ == "__main__":
    main()
