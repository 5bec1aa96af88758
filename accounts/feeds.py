"""Private addresses that calendar programs read: made, replaced, revoked, and followed back to a person.

An address carries a secret of 256 bits, of which only the SHA-256 is kept: a copy of the table opens nothing, and
looking for a digest tells nothing by how long it takes.
"""

import secrets
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from accounts.models import CalendarFeed, Person
from accounts.roles import CASE_STAFF, STAFF
from accounts.who import Who, standing
from core import clock

READ_NOTED = timedelta(hours=1)
"""How often we note that an address was read."""


def open_feed(who: Who) -> CalendarFeed | None:
    """The one address of ``who`` at this authority that still answers."""
    return CalendarFeed.objects.filter(authority_id=who.authority_id, person_id=who.person_id, revoked_at=None).first()


@transaction.atomic
def make(who: Who, *, instead_of: UUID | None) -> str | None:
    """A fresh secret, which nobody can be told again. It takes the place of the address named; None when that is not
    the one that is open, as when a page is sent twice."""
    Person.objects.select_for_update(no_key=True).get(pk=who.person_id)
    before = open_feed(who)
    if (before and before.pk) != instead_of:
        return None
    revoke(who)
    secret = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(
        authority_id=who.authority_id, person_id=who.person_id, digest=digest(secret), made_at=clock.now()
    )
    return secret


def revoke(who: Who) -> None:
    """The address of ``who`` answers nobody from now on."""
    CalendarFeed.objects.filter(authority_id=who.authority_id, person_id=who.person_id, revoked_at=None).update(
        revoked_at=clock.now()
    )


def reader(secret: str) -> Who | None:
    """Whoever may read their deadlines by this secret today. Notes the reading, once an hour."""
    feed = CalendarFeed.objects.select_related("person").filter(digest=digest(secret), revoked_at=None).first()
    if feed is None or not feed.person.is_active:
        return None
    who = standing(feed.person, on=clock.today(), among=STAFF, chosen=feed.authority_id)
    if who.authority_id != feed.authority_id or not who.roles & CASE_STAFF:
        return None
    now = clock.now()
    if feed.read_at is None or feed.read_at <= now - READ_NOTED:
        due = Q(read_at=None) | Q(read_at__lte=now - READ_NOTED)
        CalendarFeed.objects.filter(due, pk=feed.pk).update(read_at=now)
    return who


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()
