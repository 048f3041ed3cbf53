#!/usr/bin/env python3
"""Writes random cases of the split, worked out with Python's exact fractions.

    apportion_cases.py N SEED > cases.csv

Each line: pool in fen, volumes, awards in fen; lists are separated by `;`. Enterprises stand in
the order of their codes. What is left over goes to the largest remainders; among equal ones to
the larger volume, then to the first by code.
"""

import random
import sys
from fractions import Fraction


def split(pool, volumes):
    total = sum(volumes)
    quotas = [Fraction(pool) * volume / total for volume in volumes]
    awards = [quota.numerator // quota.denominator for quota in quotas]
    ranking = sorted(
        range(len(volumes)), key=lambda i: (quotas[i] - awards[i], volumes[i], -i), reverse=True
    )
    for i in ranking[: pool - sum(awards)]:
        awards[i] += 1
    return awards


def draw_case(draw):
    """A pool and volumes that are not all zero; small numbers and repeated ones make ties."""
    pool = draw.choice([0, 1, draw.randint(0, 50), 50_000_000, draw.randint(0, 10**12), 10**12])
    count = draw.choice([1, 2, 3, 3, 4, 5, 6, 8, draw.randint(9, 40)])
    top = draw.choice([1, 3, 10, 1000, 10**6, 10**9, 10**15])
    volumes = [draw.randint(0, top) for _ in range(count)]
    if draw.random() < 0.4:  # ties
        few = volumes[: 1 + count // 3]
        volumes = [draw.choice(few) for _ in range(count)]
    if draw.random() < 0.3:
        volumes = [0 if draw.random() < 0.4 else volume for volume in volumes]
    if not any(volumes):
        volumes[draw.randrange(count)] = top
    return pool, volumes


def main():
    count, draw = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    print("pool,volumes,awards")
    for _ in range(count):
        pool, volumes = draw_case(draw)
        awards = split(pool, volumes)
        print(pool, ";".join(map(str, volumes)), ";".join(map(str, awards)), sep=",")


if __name__ == "__main__":
    main()
