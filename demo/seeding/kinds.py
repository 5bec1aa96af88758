"""The four kinds of thing that happen to a seeded case, and what the law and the roster make of each on a given day.

Asked of ``statute`` and ``notices`` themselves, so that the seed follows when the law or a letter changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import SimpleNamespace

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.models import Authority
from cases import ladder
from core.events import Event
from demo.seeding.rows import FIRST_DEADLINE, FIRST_LETTER
from notices.roster import Audience, letters
from statute.effects import Meet, Start, effects


@dataclass(frozen=True)
class Kind:
    """An event with the facts that decide what follows from it."""

    name: str
    event: Event
    facts: tuple[tuple[str, str], ...]


KINDS = (
    *(Kind(f"asked for {it}", Event.REFERRAL_RECEIVED, (("asks_for", it),)) for it in ("help", "assessment", "unsure")),
    *(Kind(it, Event.ASSESSMENT_REQUESTED, (("found", it),)) for it in ("in_terms", "on_reading")),
    *(Kind(f"settled as {it}", Event.REFERRAL_SETTLED, (("settled_as", it),)) for it in ("help", "assessment")),
)

Days = Iterable[tuple[str, date]]
"""Kinds by name, and the days on which one happened."""


@cache
def _effects(kind: Kind, day: date) -> tuple:
    return tuple(effects(kind.event, dict(kind.facts), day))


def _found(days: Days) -> Iterator[tuple[int, Kind, date]]:
    kinds = {kind.name: (place, kind) for place, kind in enumerate(KINDS)}
    for name, day in days:
        yield *kinds[name], day


def starts(days: Days) -> Iterator[tuple]:
    """Each duty that an event of a kind starts on a day: kind, day, place of the row's key, duty, version, dates,
    and its place on the ladder."""
    for place, kind, day in _found(days):
        begun = [effect for effect in _effects(kind, day) if isinstance(effect, Start)]
        for number, start in enumerate(begun, FIRST_DEADLINE + 8 * place):
            dates = start.dates
            standing = ladder.Standing(dates.plan_for, dates.ordinary)
            rung, chase_on = ladder.begin(standing, ladder.usual(day, dates.strict), day)
            yield (kind.name, day, number, start.code, start.version, dates.plan_for, dates.strict, dates.ordinary,
                   rung, chase_on)  # fmt: skip


def meets(days: Days) -> Iterator[tuple]:
    """Each duty that an event of a kind meets on a day."""
    for _place, kind, day in _found(days):
        for effect in _effects(kind, day):
            if isinstance(effect, Meet):
                yield kind.name, day, effect.code


REFERENCE, CONFIRM = "{reference}", "{confirm_url}"
"""Stand in the letters of a day for what differs from child to child; SQL puts it in."""


def wording(days: Days, authority: Authority) -> Iterator[tuple]:
    """Each letter an event of a kind calls for on a day, worded by the real templates:
    kind, day, place of the row's key, template, whether to the sender (or to the team), subject, body."""
    for place, kind, day in _found(days):
        for number, letter in enumerate(
            letters(kind.event, {"read": "in_order", **dict(kind.facts)}), FIRST_LETTER + 8 * place
        ):
            text = render_to_string(f"letters/{letter.template}.txt", _context(kind, day, authority))
            subject, _, body = text.partition("\n")
            to_sender = letter.to in {Audience.SENDER, Audience.ASKER}
            yield (kind.name, day, number, letter.template, to_sender, subject.removeprefix("Subject: ").strip(),
                   body.strip() + "\n")  # fmt: skip


def _context(kind: Kind, day: date, authority: Authority) -> dict:
    due = {
        effect.code.replace("-", "_"): SimpleNamespace(due_strict=effect.dates.strict)
        for effect in _effects(kind, day)
        if isinstance(effect, Start)
    }
    return {
        "authority": authority,
        "case": SimpleNamespace(reference=REFERENCE),
        "sender": SimpleNamespace(email_confirmed_at=None, asked=True),
        "entry": SimpleNamespace(effective_on=day),
        "due": due,
        "confirm_url": CONFIRM,
        "desk_url": settings.DESK_URL + reverse("referrals:queue", urlconf="sendpath.urls_desk"),
    }
