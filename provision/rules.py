"""Whether a child is whom a service is for, worked out from answers and explained. Pure: no database, no framework.

It is guidance. Nothing here refuses anything: a person reads every request, whatever this says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.words import _
from provision.words import Outcome, Said, Weight


@dataclass(frozen=True)
class Line:
    """One line of a threshold: how it weighs, what it says in plain words, and the question that asks about it."""

    weight: Weight
    words: str
    question: str


@dataclass(frozen=True)
class LineChecked:
    """One line with what was answered, and what that comes to."""

    line: Line
    said: Said | None
    outcome: Outcome
    note: str

    @property
    def state(self) -> str:
        """Its word in ``parts/criteria.html``."""
        return STATES[self.outcome]


STATES = {Outcome.MET: "met", Outcome.NOT_MET: "not", Outcome.MORE: "more"}


@dataclass(frozen=True)
class Checked:
    """A threshold held against answers, under the number of the version that was used."""

    version: int
    outcome: Outcome
    lines: tuple[LineChecked, ...]

    @property
    def first_reasons(self) -> tuple[LineChecked, ...]:
        """The lines that make it what it is."""
        return tuple(one for one in self.lines if one.outcome == self.outcome)


NOTES = {
    (Weight.MUST, Outcome.MET): _("Yes: this must be so."),
    (Weight.MUST, Outcome.NOT_MET): _("No, and this must be so."),
    (Weight.MUST, Outcome.MORE): _("This must be so, and is not known yet."),
    (Weight.SHOULD, Outcome.MET): _("Yes: this is usual."),
    (Weight.SHOULD, Outcome.MORE): _("This is usual, and not always so: a person decides."),
    (Weight.EXCLUDE, Outcome.MET): _("No: nothing stands in the way here."),
    (Weight.EXCLUDE, Outcome.NOT_MET): _("Yes, and then another service is the right one."),
    (Weight.EXCLUDE, Outcome.MORE): _("If this is so, another service is the right one. It is not known yet."),
}


def check(version: int, lines: Sequence[Line], answers: Mapping[int, Said]) -> Checked:
    """Holds a threshold against answers, by the place of each line from 1.

    Not met when a thing that must be so is not, or one that must not be so is. More evidence when one of those is not
    known, or when something usual is not so. Otherwise met.
    """
    checked = tuple(_one(line, answers.get(place)) for place, line in enumerate(lines, 1))
    found = {one.outcome for one in checked}
    outcome = next((one for one in (Outcome.NOT_MET, Outcome.MORE) if one in found), Outcome.MET)
    return Checked(version, outcome, checked)


def _one(line: Line, said: Said | None) -> LineChecked:
    if line.weight == Weight.EXCLUDE:
        good, bad = Said.NO, Said.YES
    else:
        good, bad = Said.YES, Said.NO
    if said == good:
        outcome = Outcome.MET
    elif said == bad and line.weight != Weight.SHOULD:
        outcome = Outcome.NOT_MET
    else:
        outcome = Outcome.MORE
    return LineChecked(line, said, outcome, NOTES[line.weight, outcome])


def as_lines(kept: Sequence[Mapping[str, str]]) -> tuple[Line, ...]:
    """Lines as they are kept in a version."""
    return tuple(Line(Weight(one["weight"]), one["words"], one["question"]) for one in kept)


def as_kept(lines: Sequence[Line]) -> list[dict[str, str]]:
    """Lines as a version keeps them."""
    return [{"weight": one.weight.value, "words": one.words, "question": one.question} for one in lines]
