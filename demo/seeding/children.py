"""Invented children for the seed, ten years of them, oldest request first. One line of the staging table each."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from cases.links import confirmation
from core.clock import LONDON
from core.keys import new_key
from core.references import new_reference
from demo.families import NAMES, STORIES, Story
from demo.seeding.rows import PLACES, row_key
from ehcp.rules import source_of
from people.words import Relationship, Responsible
from referrals.words import AsksFor

MIX = {AsksFor.HELP: 55, AsksFor.ASSESSMENT: 25, AsksFor.UNSURE: 20}
"""How many in a hundred ask for what."""
SETTLED, FOUND_LATER, FOR_THEMSELVES = 0.88, 0.03, 0.3
"""Shares: of the unsure that were read and settled, of help later found to be an assessment, of those old enough
who ask for themselves."""
LATER = "These words ask for an EHC needs assessment, whatever box was ticked. It counts from the day they reached us."
HOURS = (7, 8, 10, 12, 13, 16, 19, 20, 20, 21, 21, 22)
SENDERS = (Relationship.MOTHER,) * 5 + (Relationship.FATHER, Relationship.FATHER) + tuple(Relationship)[2:5]


class Staged(NamedTuple):
    """A child, who asked for them, what was asked, and whether and when it was settled. The staging table's columns."""

    key: UUID
    reference: str
    given_name: str
    family_name: str
    born_on: date
    home_postcode: str
    learns_at: str
    sender: str
    relationship: str
    says_responsible: str
    source: str
    email: str
    phone: str
    asks_for: str
    words: str
    wanted: str
    consent: bool
    received_at: datetime
    received_on: date
    settled_as: str
    settled_because: str
    settled_by: str
    settled_at: datetime | None
    settled_on: date | None
    confirm_url: str


COLUMNS = ", ".join(Staged._fields)


@dataclass(frozen=True)
class Council:
    """What the children of one authority have in common."""

    letters: str
    officers: list[str]
    family_url: str
    taken: set[str]
    """References that somebody has already."""


def children(count: int, council: Council, *, today: date, years: int, dice: random.Random) -> Iterator[Staged]:
    """``count`` invented children who were asked for up to yesterday, the oldest request first."""
    stories = {asked: [story for story in STORIES if story.asks_for == asked] for asked in AsksFor}
    asked_for = dice.choices(list(MIX), weights=list(MIX.values()), k=count)
    for number, (at, asked) in enumerate(zip(_moments(dice, count, today, years), asked_for, strict=True)):
        yield _one(number, at, dice.choice(stories[asked]), council, today, dice)


def _one(number: int, at: datetime, story: Story, council: Council, today: date, dice: random.Random) -> Staged:
    key, age = row_key(new_key(), PLACES["case"]), dice.choice(story.ages)
    given, family = dice.choice(NAMES["given"]), dice.choice(NAMES["family"])
    themselves = age >= 16 and dice.random() < FOR_THEMSELVES
    sender = given if themselves else dice.choice(NAMES["mothers"])
    answer, because, settled_at = _settled(dice, story, at, today)
    relationship = Relationship.SELF if themselves else dice.choice(SENDERS)
    responsible = Responsible.NOT_ASKED if themselves else Responsible.YES
    born_on = at.date() - timedelta(days=age * 365 + age // 4 + dice.randrange(1, 300))
    return Staged(
        key=key,
        reference=_fresh(council),
        given_name=given,
        family_name=family,
        born_on=born_on,
        home_postcode=f"ZZ{dice.randrange(1, 9)} {dice.randrange(1, 9)}AB",
        learns_at=dice.choice(NAMES["primaries"]),
        sender=f"{sender} {family}",
        relationship=relationship,
        says_responsible=responsible,
        source=source_of(relationship, responsible, None, born_on, at.date()),
        email=f"{sender}.{family}.{number}@families.example".lower(),
        phone=f"07700 900 {dice.randrange(100, 999)}",
        asks_for=story.asks_for,
        words=story.words.format(name=given),
        wanted=story.wanted.format(name=given),
        consent=story.asks_for == AsksFor.HELP or dice.random() < 0.7,
        received_at=at,
        received_on=at.date(),
        settled_as=answer,
        settled_because=because,
        settled_by=dice.choice(council.officers) if settled_at else "",
        settled_at=settled_at,
        settled_on=settled_at.date() if settled_at else None,
        confirm_url=council.family_url + confirmation(row_key(key, PLACES["carer"])),
    )


def _moments(dice: random.Random, count: int, today: date, years: int) -> list[datetime]:
    """More of late than long ago, fewer at weekends, mostly in the evening: that is when families write."""
    moments = []
    for _ in range(count):
        day = today - timedelta(days=1 + int(365 * years * (1 - dice.random() ** 0.7)))
        if day.weekday() >= 5 and dice.random() < 0.5:
            day -= timedelta(days=3)
        moments.append(datetime.combine(day, time(dice.choice(HOURS), dice.randrange(60), dice.randrange(60)), LONDON))
    return sorted(moments)


def _settled(dice: random.Random, story: Story, at: datetime, today: date) -> tuple[str, str, datetime | None]:
    """What an officer found, why, and when; nothing while nobody has read it."""
    if story.found and dice.random() < SETTLED:
        answer, because, days = story.found, story.because, dice.choice((1, 1, 2, 3, 4))
    elif story.asks_for == AsksFor.HELP and dice.random() < FOUND_LATER:
        answer, because, days = AsksFor.ASSESSMENT, LATER, dice.randrange(7, 60)
    else:
        return "", "", None
    day = at.date() + timedelta(days=days)
    if day >= today:
        return "", "", None
    return answer, because, datetime.combine(day, time(dice.randrange(9, 17), dice.randrange(60)), LONDON)


def _fresh(council: Council) -> str:
    """A reference nobody has: among a hundred thousand random ones, two are likely to be the same."""
    while (reference := new_reference(council.letters)) in council.taken:
        pass
    council.taken.add(reference)
    return reference
