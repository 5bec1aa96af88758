"""What the rule book calls things: verdicts, kinds of rule, and how surely each is known."""

import re
from enum import StrEnum

from core.events import Event
from core.words import _
from statute.duty import Duty, Evidence, Kind
from statute.timetable import codes


class Said(StrEnum):
    """What a statutory lead says of one wording of a rule."""

    SIGNED_OFF = "signed_off"
    DOUBTED = "doubted"

    @property
    def words(self) -> str:
        """How it is told, before a name."""
        return {"signed_off": _("Signed off by"), "doubted": _("Doubt noted by")}[self.value]

    @property
    def event(self) -> Event:
        """The event of saying so."""
        return {"signed_off": Event.RULE_SIGNED_OFF, "doubted": Event.RULE_DOUBTED}[self.value]


OPEN = "open"
"""Neither signed off nor doubted, in the wording of today."""

KINDS = {
    Kind.LAW: _("Law"),
    Kind.GUIDANCE: _("Guidance"),
    Kind.PRACTICE: _("Practice"),
    Kind.LAW_AND_GUIDANCE: _("Law and guidance"),
    Kind.GUIDANCE_AND_LAW: _("Guidance and law"),
    Kind.LAW_AND_PRACTICE: _("Law and practice"),
}

BY_KIND = [("", _("Every kind")), ("law", _("Law")), ("guidance", _("Guidance")), ("practice", _("Practice")),
           ("own", _("Our own target"))]  # fmt: skip
BY_EVIDENCE = [("", _("However known")), ("seen", _("Text seen, or part of it")),
               ("second", _("Second-hand source, or part")), ("unverified", _("Not verified, or part"))]  # fmt: skip
BY_STANDING = [("", _("Signed off or not")), (Said.SIGNED_OFF.value, _("Signed off")),
               (Said.DOUBTED.value, _("Doubt noted")), (OPEN, _("Not signed off"))]  # fmt: skip

_KIND_LETTERS = {"L": "law", "G": "guidance", "P": "practice"}
_EVIDENCE_LETTERS = {"T": "seen", "S": "second", "M": "unverified"}


def kind_in_words(rule: Duty) -> str:
    """Law, guidance, practice, or a target of our own."""
    return _("Our own target") if rule.evidence is Evidence.OWN else KINDS[rule.kind]


def kinds_of(rule: Duty) -> set[str]:
    """The filters of kind a rule answers to. Some are partly one and partly another."""
    if rule.evidence is Evidence.OWN:
        return {"own"}
    return {_KIND_LETTERS[letter] for letter in rule.kind.value.split("/")}


def evidence_of(rule: Duty) -> set[str]:
    """The filters of evidence a rule answers to. Practice and our own targets answer to none."""
    return {_EVIDENCE_LETTERS[letter] for letter in rule.evidence.value.split("/") if letter in _EVIDENCE_LETTERS}


def not_verified(rule: Duty) -> str:
    """The plain warning on a rule nobody has read in the law, or nothing."""
    if rule.evidence is Evidence.MEMORY:
        return _("Not verified. Nobody has read this in the law itself. Check it there before you rely on it.")
    if "unverified" in evidence_of(rule):
        return _("Part not verified: nobody has read that part in the law itself. Check it before you rely on it.")
    return ""


def state_of_evidence(rule: Duty) -> str:
    """The colour that goes with the words."""
    if "unverified" in evidence_of(rule):
        return "today"
    return {Evidence.TEXT: "ok", Evidence.PRACTICE: "", Evidence.OWN: ""}.get(rule.evidence, "soon")


_CODE = re.compile(rf"(?<![\w-])({'|'.join(sorted(codes(), key=len, reverse=True))})(?![\w-])")


def with_codes(text: str) -> list[tuple[str, str]]:
    """A text in pieces, each with the code of the rule it names, so that a page can lead there."""
    pieces = _CODE.split(text)
    return [(piece, piece if place % 2 else "") for place, piece in enumerate(pieces) if piece]
