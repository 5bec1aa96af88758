"""What those who were at meetings made of them: means, how many answered, by locality and over time. The first argument
is always who asks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.who import Who
from cases.powers import COUNTERS, SEES_ACTIVITY
from core import clock
from core.clock import london_day
from core.refusals import NotAllowed
from feedback.models import Answer, Ask, Sorting
from feedback.themes import themes_of
from feedback.words import Audience, Group, Question, audience_of, questions
from insight.feedback_rules import (
    Figure,
    Handful,
    Scored,
    figure,
    handfuls,
    last,
    month_of,
    quarter_of,
    share,
    unless_small,
)
from insight.suppression import protect_row

READS_FEEDBACK = SEES_ACTIVITY | COUNTERS
NOWHERE = "Elsewhere, not known, or kept apart"
TIMES = {True: 12, False: 8}
"""How many months, or quarters, are shown."""


@dataclass(frozen=True)
class Line:
    """One question, or one place: what is shown of it, in columns."""

    words: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Rate:
    """How many were asked in one place, and how many answered. None is hidden."""

    words: str
    asked: int | None
    answered: int | None

    @property
    def share(self) -> str:
        """In whole per cent, where both are shown."""
        return share(self.answered, self.asked)


@dataclass(frozen=True)
class OfAGroup:
    """Everything that is shown of one group."""

    group: Group
    questions: tuple[Question, ...]
    means: tuple[Line, ...]
    """A line for each question, with one figure."""
    places: tuple[Line, ...]
    """A line for each locality, with a figure for each question."""
    times: tuple[Line, ...]
    """A line for each question, with a figure for each time."""
    rates: tuple[Rate, ...]
    rate: Rate

    @property
    def by_place(self) -> list[tuple[Rate, Line]]:
        """Each locality: how many were asked there, and what they answered."""
        return list(zip(self.rates, self.places, strict=True))

    @property
    def anything(self) -> bool:
        """Whether there is a figure to show."""
        return any(line.figures[0].count for line in self.means)


@dataclass(frozen=True)
class Themes:
    """How many comments of one list were sorted, and by which themes. None is hidden. A comment may have several."""

    audience: Audience
    sorted: int | None
    counts: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class Results:
    """The page."""

    groups: tuple[OfAGroup, ...]
    times: tuple[str, ...]
    by_month: bool
    themes: tuple["Themes", ...]

    @property
    def beside(self) -> list[tuple[str, list[tuple[Group, Figure]]]]:
        """The five questions, and what each of the groups that are asked them answered."""
        asked = [one for one in self.groups if one.group != Group.PARENT]
        return [
            (question.words, [(one.group, one.means[place].figures[0]) for one in asked])
            for place, question in enumerate(asked[0].questions)
        ]

    @property
    def parents(self) -> OfAGroup:
        """Parents and carers."""
        return next(one for one in self.groups if one.group == Group.PARENT)


def results(who: Who, *, by_month: bool = False) -> Results:
    """Everything that may be shown today. Raises NotAllowed."""
    if not who.roles & READS_FEEDBACK:
        raise NotAllowed("reads no figures")
    held = handfuls(_answers(who.authority_id))
    asked = _asked(who.authority_id)
    spans = last(TIMES[by_month], clock.today(), by_month=by_month)
    return Results(
        groups=tuple(_of(group, held, asked, spans, by_month) for group in Group),
        times=tuple(_named(span, by_month) for span in spans),
        by_month=by_month,
        themes=_themes(who.authority_id),
    )


def _themes(authority: str) -> tuple[Themes, ...]:
    """Small counts are hidden. Themes do not add up to the comments, so nothing is given away by what is left over."""
    rows = Sorting.objects.filter(authority_id=authority, sorted_at__isnull=False).values_list(
        "answer__ask__group", "codes"
    )
    found: Counter = Counter()
    for group, codes in rows:
        audience = audience_of(Group(group))
        found[audience, None] += 1
        found.update((audience, code) for code in codes)
    return tuple(
        Themes(
            audience,
            unless_small(found[audience, None]),
            tuple((one.words, unless_small(found[audience, one.code])) for one in themes),
        )
        for audience, themes in themes_of(authority).items()
    )


def _answers(authority: str) -> list[Scored]:
    """Every answer, in the order in which they came here: that order never changes."""
    rows = Answer.objects.filter(authority_id=authority).order_by("taken_down_at", "pk")
    found = rows.values_list("ask__group", "ask__locality__name", "taken_down_at", "scores")
    return [Scored(group, place or "", london_day(at), scores) for group, place, at, scores in found]


def _asked(authority: str) -> Counter:
    """How many were asked and answered, by group and locality."""
    found: Counter = Counter()
    rows = Ask.objects.filter(authority_id=authority).values_list("group", "locality__name", "answered_at")
    for group, place, answered_at in rows:
        found[group, place or "", "asked"] += 1
        found[group, place or "", "answered"] += answered_at is not None
    return found


def _of(group: Group, held: Sequence[Handful], asked: Counter, spans: list, by_month: bool) -> OfAGroup:
    ours = [one for one in held if one.group == group]
    part_of = month_of if by_month else quarter_of
    these = questions(group)

    def of(code: str, place: str | None = None, span: tuple[int, int] | None = None) -> Figure:
        return figure([
            one for one in ours
            if one.question == code and place in (None, one.place) and span in (None, part_of(one.on))
        ])  # fmt: skip

    places = sorted({place for of_group, place, _what in asked if of_group == group}, key=lambda one: (not one, one))
    asked_here, asked_all = protect_row([asked[group, place, "asked"] for place in places])
    told_here, told_all = protect_row([asked[group, place, "answered"] for place in places])
    return OfAGroup(
        group=group,
        questions=these,
        means=tuple(Line(one.words, (of(one.code),)) for one in these),
        places=tuple(Line(place or NOWHERE, tuple(of(one.code, place) for one in these)) for place in places),
        times=tuple(Line(one.words, tuple(of(one.code, span=span) for span in spans)) for one in these),
        rates=tuple(
            Rate(place or NOWHERE, *row)
            for place, row in zip(places, zip(asked_here, told_here, strict=True), strict=True)
        ),
        rate=Rate("Everywhere", asked_all, told_all),
    )


def _named(span: tuple[int, int], by_month: bool) -> str:
    year, part = span
    if by_month:
        return f"{date(year, part, 1):%b} {year}"
    return f"{date(year, 3 * part - 2, 1):%b} to {date(year, 3 * part, 1):%b} {year}"
