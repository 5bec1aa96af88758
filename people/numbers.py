"""Numbers that others gave a child: what is wrong with one that was typed, and how it is shown. Pure.

The library’s own test of a UPN refuses councils that were founded since its list was drawn up, so only its sum is used.
"""

from collections.abc import Callable

from stdnum.gb import nhs, upn

from core.words import _

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""No I, O or S."""


def bare(typed: str) -> str:
    """A number as it is kept: without the blanks and hyphens people write, in capitals."""
    return "".join(letter for letter in typed.upper() if letter not in " -\u2010\u2011\u2013\u00a0")


def against_nhs(number: str) -> str | None:
    """What is wrong with an NHS number, or None."""
    if wrong := _against_ten_digits(number, _("An NHS number")):
        return wrong
    return None if nhs.is_valid(number) else _("This is not an NHS number: one of its digits must be wrong. Check it.")


def against_uln(number: str) -> str | None:
    """What is wrong with a unique learner number, or None."""
    if wrong := _against_ten_digits(number, _("A ULN")):
        return wrong
    if number[0] == "0":
        return _("A ULN does not begin with 0.")
    rest = sum(int(digit) * weight for digit, weight in zip(number[:9], range(10, 1, -1), strict=True)) % 11
    if rest == 0 or int(number[9]) != 10 - rest:
        return _("This is not a ULN: one of its digits must be wrong. Check it.")
    return None


def against_upn(number: str) -> str | None:
    """What is wrong with a unique pupil number, or None. A temporary one ends in a letter."""
    if len(number) != 13:
        return _("A UPN has 13 characters. This has {count}.").replace("{count}", str(len(number)))
    if number[0] not in UPN_LETTERS:
        return _("A UPN begins with a letter, and never with I, O or S.")
    if not _digits(number[1:12]):
        return _("In a UPN the 2nd to 12th characters are digits.")
    if not _digits(number[12]) and number[12] not in UPN_LETTERS:
        return _("A UPN ends in a digit, or, while it is temporary, in a letter other than I, O and S.")
    if upn.calc_check_digit(number[1:]) != number[0]:
        return _("This is not a UPN: its first letter does not fit the rest. Check each character.")
    return None


CHECKS: dict[str, Callable[[str], str | None]] = {
    "nhs_number": against_nhs,
    "upn": against_upn,
    "uln": against_uln,
}
"""What is asked of each number, by the name of its field."""

NUMBERS = {"nhs_number": _("NHS number"), "upn": _("UPN"), "uln": _("ULN")}
"""What each is called, the surest sign of one child first."""


def in_threes(number: str) -> str:
    """Ten digits as people read them out: 943 476 5919."""
    return f"{number[:3]} {number[3:6]} {number[6:]}" if len(number) == 10 else number


def is_temporary(number: str) -> bool:
    """Whether a UPN is one of those given until the real one is known."""
    return len(number) == 13 and not _digits(number[12])


def _against_ten_digits(number: str, what: str) -> str | None:
    if not _digits(number):
        return _("{what} is made of digits alone.").replace("{what}", what)
    if len(number) != 10:
        return _("{what} has 10 digits. This has {count}.").replace("{what}", what).replace("{count}", str(len(number)))
    return None


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
