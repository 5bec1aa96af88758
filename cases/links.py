"""Signed links we post. They prove that the mailbox was opened, and nothing more."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

SALT = "sendpath.confirm-email"
REPLY_SALT = "sendpath.reply-to-question"
FOR_DAYS = 60


def confirmation(carer: UUID) -> str:
    """The path on the family's door where a sender confirms their address."""
    return reverse("confirm", args=[signing.dumps(str(carer), salt=SALT)], urlconf="sendpath.urls_family")


def carer_of(token: str) -> UUID | None:
    """Whom a link was posted to, or None when it is not ours, or too old."""
    try:
        return UUID(signing.loads(token, salt=SALT, max_age=FOR_DAYS * 24 * 3600))
    except signing.BadSignature:
        return None


def reply_to(question: UUID) -> str:
    """The path on the family's door where a sender answers what the Bridge asked."""
    return reverse("reply", args=[signing.dumps(str(question), salt=REPLY_SALT)], urlconf="sendpath.urls_family")


def question_of(token: str) -> UUID | None:
    """Which question a link was posted with, or None when it is not ours, or too old."""
    try:
        return UUID(signing.loads(token, salt=REPLY_SALT, max_age=FOR_DAYS * 24 * 3600))
    except signing.BadSignature:
        return None
