"""The pathfinder of Salford's South locality, 2017/18: its published counts, told by children who are all invented.

113 children were asked for and answered; none is on anybody's list today. Who they are, which child has which need, and
the days are made up. The counts are Salford's: by type of setting, by need (a child may have several), with social care
as the main reason, and how many went on to a full assessment, with the year before it. Nothing was published of the
other main reasons, so they all say that it was something else.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, repeat
from uuid import NAMESPACE_URL, uuid5

from cases.need_words import PathwayNeed
from core.clock import LONDON
from demo.families import HERE, NAMES
from people.words import Relationship, Responsible
from referrals.actions.receive import FromWork, Parent, Request
from referrals.words import AsksFor, FamilyKnows, MainReason
from statute.calendar import first_working_day_on_or_after

COUNCIL, LOCALITY, DISTRICTS, YEAR = "355", "South", ("ZZ5", "ZZ6", "ZZ7", "ZZ8", "ZZ9"), 2017
FIRST, LAST = date(2017, 9, 4), date(2018, 7, 20)
PUBLISHED: dict = json.loads((HERE / "pathfinder.json").read_text())
SOURCE = "Salford’s published account of its South locality pathfinder"
DATED = date(2018, 9, 28)

PLACES = {
    "pvi": ("Little Quays Nursery", "Ordsall Acorns Nursery", "Meadow Bank Nursery"),
    "centre": ("Langworthy Children’s Centre",),
    "primary": ("Ordsall Brook Primary School", "Weaste Lane Primary School", "Linnet Lane Primary School"),
    "secondary": ("Irwell Valley Academy",),
    "special": ("Kersal Bank School",),
    "primary_pru": ("Canal Street Primary PRU",),
    "medical_pru": ("Riverside Medical PRU",),
    "secondary_pru": ("Moorside Secondary PRU",),
}
"""Invented settings of each type; those that the demonstration does not have yet are added."""
AGES = {
    "pvi": (2, 4), "centre": (1, 4), "primary": (4, 10), "secondary": (11, 15), "special": (7, 7),
    "primary_pru": (7, 10), "medical_pru": (12, 12), "secondary_pru": (14, 14),
}  # fmt: skip
SMALL_CHILD = "{name} says very little yet and finds a busy room hard. It would be good to get it right before school."
PUPIL = "{name} finds the classroom hard most days. The school has tried several things, and so has the family."
OLDER = "Since moving up {name} has found school hard, and home is hard after it."
WORDS = dict.fromkeys(("pvi", "centre"), SMALL_CHILD)
WORDS |= dict.fromkeys(("primary", "special", "primary_pru"), PUPIL)
WORDS |= dict.fromkeys(("secondary", "medical_pru", "secondary_pru"), OLDER)
"""What was written, by type of setting."""


@dataclass(frozen=True)
class Child:
    """One of them: what was asked, when, where they learnt, and what came of it."""

    request: Request
    at: datetime
    place: str
    assessed_on: date | None


def children() -> Iterator[Child]:
    """All of them, in the order in which they were asked for. The same every time."""
    dice = random.Random("sendpath pathfinder")
    types = list(chain.from_iterable(repeat(kind, count) for kind, count in PUBLISHED["settings"].items()))
    dice.shuffle(types)
    needs = _needs(len(types))
    dice.shuffle(needs)
    care = set(dice.sample(range(len(types)), PUBLISHED["social_care"]))
    assessed = set(dice.sample(range(len(types)), PUBLISHED["assessments"]))
    for number, kind in enumerate(types):
        day = first_working_day_on_or_after(FIRST + (LAST - FIRST) * number // len(types))
        place = dice.choice(PLACES[kind])
        yield Child(
            request=_request(dice, number, kind, place, day, needs[number], care=number in care),
            at=datetime.combine(day, time(dice.choice((9, 10, 13, 15)), dice.randrange(60)), LONDON),
            place=place,
            assessed_on=_weeks_after(dice, day) if number in assessed else None,
        )


def _weeks_after(dice: random.Random, day: date) -> date:
    return first_working_day_on_or_after(day + timedelta(weeks=dice.randrange(8, 30)))


def _needs(children: int) -> list[frozenset[PathwayNeed]]:
    """The needs dealt out like cards: one to each child, and what is left to the first of them again. No need has so
    many that a child could get it twice."""
    dealt = list(chain.from_iterable(repeat(PathwayNeed(need), n) for need, n in PUBLISHED["needs"].items()))
    return [frozenset(dealt[place::children]) for place in range(children)]


def _request(
    dice: random.Random, number: int, kind: str, place: str, day: date, needs: frozenset[PathwayNeed], *, care: bool
) -> Request:
    given, family = NAMES["given"][number % len(NAMES["given"])], dice.choice(NAMES["family"])
    mother = dice.choice(NAMES["mothers"])
    youngest, oldest = AGES[kind]
    return Request(
        sent_once=uuid5(NAMESPACE_URL, f"demo pathfinder {number}"),
        asks_for=AsksFor.HELP,
        words=WORDS[kind].format(name=given),
        wanted="Somebody to bring everybody round one table.",
        consent=True,
        given_name=given,
        family_name=family,
        preferred_name="",
        born_on=day - timedelta(days=365 * dice.randint(youngest, oldest) + dice.randrange(20, 340)),
        home_postcode=f"{DISTRICTS[-1]} {dice.randrange(1, 9)}AB",
        learns_at=place,
        sender_name="Diane Holt" if care else "Moira Keane",
        relationship=Relationship.PROFESSIONAL,
        says_responsible=Responsible.NOT_ASKED,
        email="diane.holt@care.example" if care else f"{kind}@settings.example",
        phone="07700 900 355",
        work=FromWork(
            job="Family support worker" if care else "SENCO",
            organisation="Quays Children’s Social Care" if care else place,
            for_school=not care and kind not in ("pvi", "centre"),
            knows_how="Works with the family." if care else "Sees the child every day.",
            known_to_family=True,
            family_knows=FamilyKnows.AGREES,
            main_reason=MainReason.SOCIAL_CARE if care else MainReason.OTHER,
            tried="Visits at home, and a plan with the setting.",
            parent=Parent(f"{mother} {family}", Relationship.MOTHER),
            needs=tuple(sorted(needs)),
        ),
    )
