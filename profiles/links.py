"""Signed links by which somebody of the family lets others read what they wrote. They open one page, and nothing of the
case."""

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

SALT = "sendpath.what-a-family-wrote-about-a-child"


def address_of(link: UUID) -> str:
    """The whole address, to be passed on."""
    path = reverse("about_child", args=[signing.dumps(str(link), salt=SALT)], urlconf="sendpath.urls_family")
    return f"{settings.FAMILY_URL}{path}"


def link_of(token: str) -> UUID | None:
    """Which link an address was made for, or None when it is not ours. Whether it still opens stands on the row."""
    try:
        return UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError):
        return None
