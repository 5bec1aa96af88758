"""Invented families and what they ask. The same every time, so that screenshots stay true."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from core.clock import LONDON
from people.rules import age_on
from people.words import Relationship, Responsible
from referrals.actions.receive import Request
from referrals.words import AsksFor

HERE = Path(__file__).parent
NAMES: dict[str, list[str]] = json.loads((HERE / "names.json").read_text())


@dataclass(frozen=True)
class Story:
    """What one family might write, for a child of these ages."""

    asks_for: AsksFor
    ages: range
    words: str
    wanted: str
    found: AsksFor | None = None
    because: str = ""


def _stories() -> Iterator[Story]:
    for told in json.loads((HERE / "stories.json").read_text()):
        yield Story(
            asks_for=AsksFor(told["asks_for"]),
            ages=range(told["ages"][0], told["ages"][1] + 1),
            words=told["words"],
            wanted=told["wanted"],
            found=AsksFor(told["found"]) if "found" in told else None,
            because=told.get("because", ""),
        )


STORIES = tuple(_stories())
ASKED_BY = (Relationship.MOTHER, Relationship.MOTHER, Relationship.FATHER, Relationship.FOSTER_CARER)


@dataclass(frozen=True)
class Asking:
    """One family's request, the moment it came in, and the moment it was settled, if it was."""

    request: Request
    at: datetime
    story: Story
    settled_at: datetime | None


def askings(code: str, today: date, count: int) -> Iterator[Asking]:
    """``count`` requests to the council of this code over the last weeks, oldest first."""
    dice = random.Random(f"sendpath {code}")
    told = [(story, _moment(dice, today, story)) for story in dice.choices(STORIES, k=count)]
    for number, (story, at) in enumerate(sorted(told, key=lambda pair: pair[1])):
        age = dice.choice(story.ages)
        born_on = date(today.year - age, 1, 1) + timedelta(days=dice.randrange(0, 300))
        if age_on(born_on, at.date()) < 0:
            born_on = at.date() - timedelta(days=400)
        given, family = dice.choice(NAMES["given"]), dice.choice(NAMES["family"])
        relationship = dice.choice(ASKED_BY)
        parent = dice.choice(NAMES["fathers" if relationship == Relationship.FATHER else "mothers"])
        request = Request(
            sent_once=uuid5(NAMESPACE_URL, f"demo {code} {number}"),
            asks_for=story.asks_for,
            words=story.words.format(name=given),
            wanted=story.wanted.format(name=given),
            consent=story.asks_for == AsksFor.HELP or dice.random() < 0.7,
            given_name=given,
            family_name=family,
            preferred_name="",
            born_on=born_on,
            home_postcode=f"ZZ{dice.randrange(1, 9)} {dice.randrange(1, 9)}AB",
            learns_at=dice.choice(NAMES[_place_for(age)]),
            sender_name=f"{parent} {family}",
            relationship=relationship,
            says_responsible=Responsible.UNSURE if relationship == Relationship.FOSTER_CARER else Responsible.YES,
            cares_for=True,
            email=f"{parent}.{family}.{number}@families.example".lower(),
            phone=f"07700 900 {dice.randrange(100, 999)}",
        )
        soon = at + timedelta(days=dice.choice((1, 1, 2, 3)))
        yield Asking(request, at, story, soon if story.found and soon.date() < today else None)


def _place_for(age: int) -> str:
    return "nurseries" if age < 5 else "primaries" if age < 11 else "secondaries" if age < 16 else "colleges"


def _moment(dice: random.Random, today: date, story: Story) -> datetime:
    """Mostly in the evening: that is when families write. Help is recent, assessments reach back to a late few."""
    furthest = {AsksFor.HELP: 9, AsksFor.UNSURE: 8, AsksFor.ASSESSMENT: 44}[story.asks_for]
    day = today - timedelta(days=dice.randrange(1, furthest))
    return datetime.combine(day, time(dice.choice((8, 10, 12, 16, 20, 21, 22)), dice.randrange(60)), LONDON)
