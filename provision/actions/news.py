"""Somebody of a family wants to hear when a service that may help starts, or wants to no longer."""

from django.db import transaction

from accounts.models import Person
from accounts.who import Who
from cases.office import office_act
from core import clock
from core.events import Event
from provision.models import ServiceNews


def want_news(*, by: Who) -> None:
    """From now on. Whoever has said so already has said so. Raises NotAllowed."""
    with transaction.atomic():
        if _standing(by):
            return
        now = clock.now()
        row = ServiceNews(authority_id=by.authority_id, person_id=by.person_id, wanted_at=now, told_until=now)
        with office_act(Event.NEWS_WANTED, by=by, subject=lambda: row) as act:
            act.facts = {"wanted": "yes"}


def stop_news(*, by: Who) -> None:
    """At once: a letter that waits does not go. Raises NotAllowed."""
    with transaction.atomic():
        row = _standing(by)
        if row is None:
            return
        with office_act(Event.NEWS_WANTED, by=by, subject=lambda: row) as act:
            act.subject.stopped_at = clock.now()
            act.facts = {"wanted": "no"}


def _standing(by: Who) -> ServiceNews | None:
    """What somebody said here and has not taken back. Two presses at once wait for one another."""
    Person.objects.select_for_update(no_key=True).get(pk=by.person_id)
    return ServiceNews.objects.filter(authority_id=by.authority_id, person=by.person_id, stopped_at=None).first()
