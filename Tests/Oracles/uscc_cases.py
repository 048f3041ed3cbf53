#!/usr/bin/env python3
"""Writes codes and whether they are valid, by python-stdnum and the inner check of GB 11714.

    uscc_cases.py N SEED > cases.csv        needs python-stdnum

Each line: code, true or false. python-stdnum knows the outer rule (length, alphabet, region, last
character); it does not know the inner check of characters 9 to 17, which is worked out here, and
it refuses the registrars A, N and Y, so that codes of theirs come from the short list alone.
"""

import random
import sys

from stdnum.cn import uscc

import identifiers

KNOWN = {
    True: """
        9144030071526726XG 91110000710926094P 91310000631696382C 914403001922038216
        91330100799655058B 91440300708461136T 91110000600037341L 92141127MA0KD1Y64A
        12440600MB2C07549J N2440117MF1234567D Y1440117MB1234562G A1110000MB0000000J
    """,
    False: """
        91110000600037341N 9111000060003IOZSV 111111111111111111 914403001922038217
        362322198709086409 9144030071526726X 9144030071526726XGG
    """,
}


def draw_code(draw):
    """A valid code of a registrar that python-stdnum knows."""
    registrar = draw.choice("123456789") + draw.choice("1239")
    region = "".join(draw.choice("0123456789") for _ in range(6))
    eight = "".join(draw.choice(identifiers.USCC_ALPHABET) for _ in range(8))
    return identifiers.make_uscc(registrar, region, eight)


def damaged(draw, code):
    """The code with one fault: a character changed, two swapped, one of the two checks wrong."""
    kind = draw.randrange(4)
    if kind == 0:
        at = draw.randrange(1, 18)
        return code[:at] + draw.choice("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") + code[at + 1 :]
    if kind == 1:
        at = draw.randrange(2, 17)
        return code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    if kind == 2:  # the outer check is right, the inner one mostly not
        code = code[:16] + draw.choice("0123456789X") + code[17:]
    else:  # a letter in the region
        at = draw.randrange(2, 8)
        code = code[:at] + draw.choice("ABCDEFGH") + code[at + 1 :]
    return code[:17] + identifiers.uscc_check(code[:17])


def is_valid(code):
    return uscc.is_valid(code) and code[16] == identifiers.organisation_check(code[8:16])


def main():
    count, draw = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    print("code,valid")
    for valid, codes in KNOWN.items():
        for code in codes.split():
            print(code, str(valid).lower(), sep=",")
    for _ in range(count):
        code = draw_code(draw)
        assert is_valid(code), code
        print(code, "true", sep=",")
        code = damaged(draw, code)
        print(code, str(is_valid(code)).lower(), sep=",")


if __name__ == "__main__":
    main()
