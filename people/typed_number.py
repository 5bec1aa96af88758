"""A number somebody looks for, as they typed it: which it is, or what is wrong with it. Pure."""

import re
from dataclasses import dataclass

from core.words import _
from people.numbers import CHECKS, against_nhs, against_uln, bare

LABELS = {"NHS": "nhs_number", "UPN": "upn", "ULN": "uln"}
LABELLED = re.compile(r"(nhs|upn|uln)\b[\s.:]*(?:(?:number|no|num)\b[\s.:]*)?(.+)", re.IGNORECASE)
TEN_OR_SO, UPN_OR_SO = re.compile(r"[0-9]{9,11}"), re.compile(r"[A-Z][0-9]{10,12}[A-Z]?")


@dataclass(frozen=True)
class TypedNumber:
    """A number to look for, or why nothing is looked for."""

    field: str
    """Where it would stand: ``nhs_number``, ``upn`` or ``uln``. Empty where it is wrong."""
    number: str
    wrong: str = ""


def as_number(typed: str) -> TypedNumber | None:
    """What was typed as a number that others gave a child, with or without blanks and its name before it; None where
    it is none."""
    if (named := LABELLED.fullmatch(typed.strip())) and any(letter.isdigit() for letter in named[2]):
        field, number = LABELS[named[1].upper()], bare(named[2])
        return _checked(field, number)
    number = bare(typed)
    if UPN_OR_SO.fullmatch(number):
        return _checked("upn", number)
    if not TEN_OR_SO.fullmatch(number):
        return None
    if len(number) != 10:
        said = _("An NHS number and a ULN have 10 digits. This has {count}.")
        return TypedNumber("", number, said.replace("{count}", str(len(number))))
    if against_nhs(number) is None:
        return TypedNumber("nhs_number", number)
    if against_uln(number) is None:  # no number is both: their sums leave different rests
        return TypedNumber("uln", number)
    return TypedNumber("", number, _("This is neither an NHS number nor a ULN: one of its digits must be wrong."))


def _checked(field: str, number: str) -> TypedNumber:
    wrong = CHECKS[field](number)
    return TypedNumber("", number, wrong) if wrong else TypedNumber(field, number)
