"""Invented settings for the demonstration's first council, with term dates of their own, borrowed, old and missing."""

from datetime import date, timedelta

from accounts.models import Person, Setting
from accounts.roles import AT_DOOR, Role
from accounts.who import Who, standing
from accounts.words import Source
from cases.actions.keep_calendar import keep_calendar
from cases.actions.keep_setting import keep_setting
from core import clock
from core.past import hold
from demo.cast import CAST
from demo.families import NAMES
from statute.calendar import easter_sunday, first_working_day_on_or_after
from statute.school_days import Kind, Span, school_year

COUNCIL = "355"
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)

OWN, FOLLOWS, CHANGED, AHEAD = "own", "follows", "changed", "ahead"
SETTINGS = (
    ("Ordsall Brook Primary School", "primary", "990101", OWN),
    ("Irwell Valley Academy", "secondary", "990102", CHANGED),
    ("Kersal Bank School", "special", "990103", AHEAD),
    ("Little Quays Nursery", "pvi", "990104", FOLLOWS),
    ("Weaste Lane Primary School", "primary", "990105", FOLLOWS),
    ("Chimney Pot Sixth Form College", "college", "990106", FOLLOWS),
    ("Moorside Pathways", "alternative", "", OWN),
)
"""Every place and number is invented."""
SORTS = {"nurseries": "pvi", "primaries": "primary", "secondaries": "secondary", "colleges": "college"}
"""What the places are that invented requests name."""


def open_schools() -> None:
    """The council's dates and its settings', as its administrator would have put them in six weeks ago. Once."""
    if Setting.objects.filter(authority_id=COUNCIL).exists():
        return
    year = school_year(clock.today())
    with hold(clock.now() - timedelta(days=40)):
        by = _administrator()
        keep_calendar(None, year, terms(year), by=by, source=Source.TYPED, after=0, note="As published")
        for sort, kind in SORTS.items():
            for name in filter(None, NAMES[sort]):
                keep_setting(None, name=name, kind=kind, urn="", by=by)
        for name, kind, urn, dates in SETTINGS:
            setting = keep_setting(None, name=name, kind=kind, urn=urn, by=by)
            if dates != FOLLOWS:
                keep_calendar(setting.pk, year, [*terms(year), *insets(year)], by=by, source=Source.ICALENDAR, after=0)
            if dates == AHEAD:
                keep_calendar(setting.pk, year + 1, terms(year + 1), by=by, source=Source.CSV, after=0)
            if dates == CHANGED:
                flood = terms(year)[2].first + WEEK
                closed = Span(Kind.CLOSURE, flood, flood + 2 * DAY, "Burst pipe")
                keep_calendar(
                    setting.pk, year, [*terms(year), *insets(year), closed], by=by, source=Source.TYPED, after=1,
                    note="The head rang: closed for three days",
                )  # fmt: skip


def terms(year: int) -> list[Span]:
    """Six half-terms as a council might set them in any year."""
    october = _monday(date(year, 10, 31))
    february = _monday(date(year + 1, 2, 20))
    easter = easter_sunday(year + 1)
    may = _monday(date(year + 1, 5, 31))
    ends = [
        ("Autumn, first half", first_working_day_on_or_after(date(year, 9, 2)), october - 3 * DAY),
        ("Autumn, second half", october + WEEK, _friday(date(year, 12, 20))),
        ("Spring, first half", _monday(date(year + 1, 1, 10)), february - 3 * DAY),
        ("Spring, second half", february + WEEK, easter - 3 * DAY),
        ("Summer, first half", easter + 15 * DAY, may - 3 * DAY),
        ("Summer, second half", may + WEEK, _friday(date(year + 1, 7, 23))),
    ]
    return [Span(Kind.TERM, first, last, name) for name, first, last in ends]


def insets(year: int) -> list[Span]:
    """Five days for the staff."""
    held = terms(year)
    days = map(
        first_working_day_on_or_after, (held[0].first, held[1].first, held[2].first, held[4].first, held[5].last)
    )
    return [Span(Kind.INSET, day, day, "Staff training") for day in days]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _friday(day: date) -> date:
    return day - timedelta(days=(day.weekday() - 4) % 7)


def _administrator() -> Who:
    somebody = next(one for one in CAST if one.role == Role.ADMINISTRATOR and COUNCIL in one.codes)
    return standing(Person.objects.get(email=somebody.email), on=clock.today(), among=AT_DOOR["desk"], chosen=COUNCIL)
