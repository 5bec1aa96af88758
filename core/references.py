"""References people read aloud: an authority's letters, seven characters and a check character.

No vowels (no accidental words) and none of 0 O 1 I L S 5 Z 2 (no misreading on the telephone).
They carry no order, so a reference never tells how many children a council knows.
"""

import secrets

from stdnum import luhn

ALPHABET = "346789BCDFGHJKMNPQRTVWXY"
LENGTH = 7


def new_reference(letters: str) -> str:
    """A random reference such as ``SAL-7KQ4-MXT9``. ``letters`` are the authority's own."""
    return dressed(letters, "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def dressed(letters: str, body: str) -> str:
    """``body`` with its check character, in groups of four behind the authority's letters."""
    whole = body + luhn.calc_check_digit(body, ALPHABET)
    return f"{letters}-{whole[:4]}-{whole[4:]}"


def tidy(typed: str) -> str | None:
    """The reference somebody typed or read out, or None when it cannot be one (a slip is caught)."""
    plain = "".join(c for c in typed.upper() if c.isalnum())
    letters, whole = plain[:-8], plain[-8:]
    if not letters.isalpha() or len(whole) != LENGTH + 1 or not luhn.is_valid(whole, ALPHABET):
        return None
    return f"{letters}-{whole[:4]}-{whole[4:]}"
