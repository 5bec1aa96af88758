"""Where a child learns, from when to when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from accounts.models import Setting
from accounts.who import Who
from cases import sight
from cases.action import action
from cases.actions.child.keeping import changes, in_order, keep_before, of, take_off_the_page
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Invalid, NotAllowed
from people.models import Learning
from people.words import Kept


@dataclass(frozen=True)
class Attended:
    """A setting as somebody entered it: its name or number, or any words for a place that is in no register."""

    name: str
    since: date | None = None
    until: date | None = None
    secret: bool = False


@transaction.atomic
def keep_learning(case_key: UUID, key: UUID | None, attended: Attended, *, by: Who) -> Learning:
    """Enters where a child learns, or another version of it. Raises Invalid, NotAllowed."""
    there = _there(case_key, key)
    part = Part.SECRET if attended.secret or (there and there.secret) else Part.CONTACT
    with action(Event.LEARNING_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        wrong = in_order(attended.since, attended.until)
        name = " ".join(attended.name.split())
        if not name:
            wrong["name"] = "Enter where the child learns"
        if wrong:
            raise Invalid(wrong)
        row = _there(case_key, key)
        if row and row.secret and part != Part.SECRET:  # made secret a moment ago
            raise NotAllowed("secret meanwhile")
        known = in_the_register(by.authority_id, name)
        new = {
            "setting_id": known.pk if known else None,
            "words": "" if known else name,
            "since": attended.since,
            "until": attended.until,
            "secret": attended.secret,
        }
        if row is None:
            row = Learning(**of(act.case))
        elif not changes(row, new):
            act.abandon()
            return row
        else:
            keep_before(row, Kept.PLACE, by=by, secret=row.secret)
        act.facts = {"done": "changed" if key else "added"}
        for field, value in new.items():
            setattr(row, field, value)
        row.entered_by, row.entered_at = by.ref, clock.now()
        row.save()
        act.about = row.pk
    if row.secret:
        take_off_the_page(case_key, "learns_at", by=by, because=act.entry)
    return row


def mark_mistaken(case_key: UUID, key: UUID, *, by: Who) -> Learning:
    """Says that it was entered by mistake. Raises NotAllowed."""
    there = _there(case_key, key)
    part = Part.SECRET if there and there.secret else Part.CONTACT
    with action(Event.LEARNING_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        row = Learning.objects.get(pk=key, case_ref=case_key)
        if row.mistaken_at:
            act.abandon()
            return row
        keep_before(row, Kept.PLACE, by=by, secret=row.secret)
        row.mistaken_at = clock.now()
        row.save()
        act.about, act.facts = row.pk, {"done": "mistaken"}
    return row


def in_the_register(authority_id: str, typed: str) -> Setting | None:
    """The one setting of the authority that bears this number or this name; None where none or several do."""
    here = Setting.objects.filter(authority_id=authority_id)
    if typed.isascii() and typed.isdigit():
        return here.filter(urn=typed).first()
    named = list(here.filter(name__iexact=typed)[:2])
    return named[0] if len(named) == 1 else None


def _there(case_key: UUID, key: UUID | None) -> Learning | None:
    return Learning.objects.get(pk=key, case_ref=case_key, mistaken_at=None) if key else None
