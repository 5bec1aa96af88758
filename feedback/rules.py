"""When feedback is refused. Pure."""

from collections.abc import Mapping
from datetime import date

from feedback.words import Group, Why, questions, scale

MOST = 4000
"""Characters of free text."""


def against_giving(group: Group, scores: Mapping[str, float], words: str) -> list[Why]:
    """Every question may be left out, but not all of them and the words as well."""
    known = {one.code for one in questions(group)}
    why = [Why.NOT_ON_SCALE] if set(scores) - known or set(scores.values()) - set(scale(group)) else []
    if not scores and not words.strip():
        why.append(Why.NOTHING)
    if len(words) > MOST:
        why.append(Why.TOO_LONG)
    return why


def against_day(given_on: date, held_on: date, today: date) -> list[Why]:
    """What was said on the phone or on paper was said after the meeting, and not tomorrow."""
    return [Why.FUTURE] if given_on > today else [Why.BEFORE] if given_on < held_on else []
