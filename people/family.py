"""What the family's door may ask of people: the words for relationships, and whether a birthday can be right."""

from datetime import date

from django.conf import settings

from core import clock
from people import rules
from people.words import OF_THE_FAMILY, Relationship, Responsible

__all__ = ["OF_THE_FAMILY", "Relationship", "Responsible", "against_born_on", "age_today", "young_person_today"]


def against_born_on(born_on: date) -> str | None:
    """Why this cannot be the date of birth of somebody we serve, or None."""
    return rules.against_born_on(born_on, clock.today(), settings.OLDEST_AGE)


def age_today(born_on: date) -> int:
    """Whole years lived by today."""
    return rules.age_on(born_on, clock.today())


def young_person_today(born_on: date) -> bool:
    """Whether somebody born on this day is a young person in law today, with rights of their own."""
    return rules.over_compulsory_school_age(born_on, clock.today())
