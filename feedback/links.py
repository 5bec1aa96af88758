"""Signed links in letters that ask for feedback. They open one form, and nothing of the case."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

SALT = "sendpath.feedback-on-a-meeting"
FOR_DAYS = 42
"""Six weeks: long enough for a school holiday."""


def form_at(ask: UUID) -> str:
    """The path on the family's door where somebody says what they made of a meeting."""
    return reverse("feedback", args=[signing.dumps(str(ask), salt=SALT)], urlconf="sendpath.urls_family")


def ask_of(token: str) -> UUID | None:
    """Which question a link was posted with, or None when it is not ours. Whether it still opens stands on the row."""
    try:
        return UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError):
        return None
