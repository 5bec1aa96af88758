"""Answers to meetings, as many as a test wants."""

from accounts.who import visitor
from feedback.actions.give import Given, give
from feedback.models import Ask
from tests.personas import SALFORD


def answered(group: str, scores: dict, words: str = "", **of) -> None:
    """The oldest of a group who has not answered does."""
    row = Ask.objects.filter(group=group, answered_at=None, **of).order_by("pk").first()
    give(row.pk, Given(scores, words), by=visitor(SALFORD))
