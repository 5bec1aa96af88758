"""Signed links in invitations. They open one invitation, and nothing of the case."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

SALT = "sendpath.invitation-to-a-meeting"
FOR_DAYS = 120


def invitation(invitee: UUID) -> str:
    """The path on the family's door where somebody says whether they can come."""
    return reverse("come", args=[signing.dumps(str(invitee), salt=SALT)], urlconf="sendpath.urls_family")


def invitee_of(token: str) -> UUID | None:
    """Whose invitation a link was posted with, or None when it is not ours, or too old."""
    try:
        return UUID(signing.loads(token, salt=SALT, max_age=FOR_DAYS * 24 * 3600))
    except (signing.BadSignature, ValueError):
        return None
