"""The live sessions of a person: noted, listed, and ended one by one or all at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from accounts.devices import device
from accounts.models import Person, SignedIn
from accounts.models.person import new_seed
from core import clock

NOTED = "noted_at"
EVERY = timedelta(minutes=5)
"""How often we note that a session is in use."""
DOORS = {"desk": "The staff pages", "family": "The family’s pages"}


def note(request: HttpRequest) -> None:
    """Keeps the line of this session fresh: one write in five minutes, and nothing before the second step."""
    now = clock.now()
    if now.timestamp() - request.session.get(NOTED, 0) < EVERY.total_seconds():
        return
    request.session[NOTED] = now.timestamp()
    if request.session.session_key is None:
        request.session.create()
    SignedIn.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={"seen_at": now},
        create_defaults={
            "person": request.user,
            "door": settings.DOOR,
            "device": device(request.headers.get("User-Agent", "")),
            "since": now,
            "seen_at": now,
        },
    )


@dataclass(frozen=True)
class SessionSeen:
    """One place where somebody is signed in, for a page."""

    key: UUID
    device: str
    door: str
    since: datetime
    seen_at: datetime
    here: bool


def sessions_of(person: UUID, here: str | None = None) -> list[SessionSeen]:
    """Where a person is signed in, the latest seen first. ``here`` is the session that asks."""
    live = Session.objects.filter(expire_date__gt=clock.now()).values("session_key")
    rows = SignedIn.objects.filter(person=person, session_key__in=live).order_by("-seen_at", "-pk")
    return [
        SessionSeen(row.pk, row.device, DOORS.get(row.door, ""), row.since, row.seen_at, row.session_key == here)
        for row in rows
    ]


def end_one(person: UUID, key: UUID) -> None:
    """That session opens nothing from its next request on. Raises SignedIn.DoesNotExist."""
    row = SignedIn.objects.get(pk=key, person=person)
    Session.objects.filter(session_key=row.session_key).delete()
    row.delete()


def end_all(person: Person, but: str | None = None) -> None:
    """Every session of a person, at both doors, is over by its next request, those before their second step too.
    ``but`` is a session whose owner stays: it must be given the new mark by ``update_session_auth_hash``."""
    person.seed = new_seed()
    person.save(update_fields=["seed"])
    rows = SignedIn.objects.filter(person=person).exclude(session_key=but)
    Session.objects.filter(session_key__in=rows.values("session_key")).delete()
    rows.delete()


def forget_old() -> int:
    """Lines of sessions that ended long ago. Says how many."""
    return SignedIn.objects.filter(seen_at__lt=clock.now() - timedelta(days=1)).delete()[0]
