#!/usr/bin/env python3
"""Writes byte sequences of GB18030 and the characters that Python's codec has for them.

    gb18030_cases.py > gb18030.csv

Each line: bytes, code point, both in hexadecimal digits; `-` where the bytes are no character.
All sequences of two bytes, and one in seven of those of four. Python's codec is the edition of
2000; what later editions moved between the private use area and Unicode proper is left out.
"""

MOVED = set(
    "a6d9 a6da a6db a6dc a6dd a6de a6df a6ec a6ed a6f3 a8bc fe51 fe52 fe53 fe59 fe61 fe66 fe67 fe6c "
    "fe6d fe76 fe7e fe90 fe91 fea0".split()
)
# Where they were moved to; sequences of four bytes had these before.
MOVED_TO = {0x1E3F, 0x20087, 0x20089, 0x200CC, 0x215D7, 0x2298F, 0x241FE}
MOVED_TO |= set(range(0xFE10, 0xFE1A)) | set(range(0x9FB4, 0x9FBC))


def character(sequence):
    try:
        text = sequence.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return ord(text) if len(text) == 1 else None


def sequences():
    for lead in range(0x81, 0xFF):
        for trail in [*range(0x40, 0x7F), *range(0x80, 0xFF)]:
            yield bytes([lead, trail])
    four = 0
    for first in [0x81, 0x82, 0x83, 0x84, 0x85, 0x90, 0x95, 0xE3, 0xE4, 0xFE]:
        for second in range(0x30, 0x3A):
            for third in range(0x81, 0xFF):
                for fourth in range(0x30, 0x3A):
                    four += 1
                    if four % 7 == 0:
                        yield bytes([first, second, third, fourth])


def main():
    print("bytes,code")
    for sequence in sequences():
        code = character(sequence)
        if sequence.hex() in MOVED or code in MOVED_TO:
            continue
        print(sequence.hex(), "-" if code is None else f"{code:x}", sep=",")


if __name__ == "__main__":
    main()
