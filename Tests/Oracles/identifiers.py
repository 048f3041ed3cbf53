"""Check digits of the codes that the samples and oracles use: USCC and CNAPS."""

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: without I, O, S, V, Z
USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # GB 11714
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def organisation_check(eight):
    """The ninth character of an organisation code (GB 11714)."""
    total = sum(w * ORGANISATION_ALPHABET.index(c) for w, c in zip(ORGANISATION_WEIGHTS, eight))
    return "0123456789X0"[11 - total % 11]


def uscc_check(seventeen):
    """The last character of a unified social credit code (GB 32100)."""
    total = sum(w * USCC_ALPHABET.index(c) for w, c in zip(USCC_WEIGHTS, seventeen))
    return USCC_ALPHABET[(31 - total % 31) % 31]


def make_uscc(registrar, region, eight):
    """A code with both check characters: two registrar characters, six digits, eight characters."""
    seventeen = registrar + region + eight + organisation_check(eight)
    return seventeen + uscc_check(seventeen)


def is_uscc(code):
    """True for 18 characters of the alphabet whose two check characters and region are right."""
    return (
        len(code) == 18
        and all(c in USCC_ALPHABET for c in code)
        and code[0] in "123456789ANY"
        and all(c in "0123456789" for c in code[2:8])
        and code[16] == organisation_check(code[8:16])
        and code[17] == uscc_check(code[:17])
    )


def cnaps_check(eleven):
    """The last digit of a CNAPS bank number (ISO 7064 MOD 11,10)."""
    product = 10
    for digit in eleven:
        product = 2 * ((product + int(digit)) % 10 or 10) % 11
    return str((11 - product) % 10)


def is_cnaps(code):
    """True for 12 digits with the right check digit."""
    return len(code) == 12 and code.isdigit() and code[11] == cnaps_check(code[:11])
