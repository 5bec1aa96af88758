"""The photo that a colleague put up, at one authority."""

from uuid import UUID

from accounts.models import Photo
from accounts.standing import memberships
from accounts.who import Who
from core import clock


def photo_of(authority_id: str, person: UUID | None) -> bytes | None:
    """The picture of somebody who works there today; None where there is none."""
    row = Photo.objects.filter(authority_id=authority_id, person=person).first() if person else None
    if row is None or not memberships(clock.today()).filter(authority_id=authority_id, person=person).exists():
        return None
    return bytes(row.jpeg)


def has_photo(authority_id: str, person: UUID | None) -> bool:
    """Whether there is one, without fetching it."""
    return person is not None and Photo.objects.filter(authority_id=authority_id, person=person).exists()


def keep_photo(who: Who, jpeg: bytes) -> None:
    """Puts up one's own, in place of an earlier one."""
    Photo.objects.update_or_create(
        authority_id=who.authority_id, person_id=who.person_id, defaults={"jpeg": jpeg, "kept_at": clock.now()}
    )


def take_down(authority_id: str, person: UUID | None) -> bool:
    """Deletes it: their own wish, or they left. Whether there was one."""
    return bool(person and Photo.objects.filter(authority_id=authority_id, person=person).delete()[0])
