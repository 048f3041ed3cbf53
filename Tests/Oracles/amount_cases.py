#!/usr/bin/env python3
"""Writes amounts in words by cn2an, another library: fen,words.

    amount_cases.py N SEED > cases.csv        needs cn2an

cn2an leaves out 整 after 角 and 零 before 角, as the rules let it. It also leaves out the 零 for a
whole group of zeros before thousands (900005678 as 玖亿伍仟…), which they do not: such amounts are
left out here.
"""

import random
import sys

import cn2an


def is_sound(fen):
    yuan = fen // 100
    for group in (8, 4):
        # A group of zeros, something above it, and thousands below.
        empty = yuan // 10**group % 10**4 == 0
        if empty and yuan >= 10 ** (group + 4) and yuan // 10 ** (group - 1) % 10:
            return False
    return True


def main():
    count, draw = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    print("fen,words")
    while count:
        digits = draw.choices("0000123456789", k=draw.randint(1, 14))
        fen = int("".join(digits))
        if not is_sound(fen):
            continue
        print(fen, "人民币" + cn2an.an2cn(f"{fen // 100}.{fen % 100:02}", "rmb"), sep=",")
        count -= 1


if __name__ == "__main__":
    main()
