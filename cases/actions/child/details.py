"""Putting right who a child is."""

from dataclasses import asdict
from uuid import UUID

from django.conf import settings

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.actions.child.keeping import changes, keep_before
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Invalid
from people.facts import Details, against, kind_of
from people.models import Child
from people.names import kept as name_keys
from people.words import Kept


def change_details(case_key: UUID, details: Details, *, by: Who) -> Child:
    """Writes down who the child is; what stood before is kept. Raises Invalid, NotAllowed.

    A number that is on another record too is kept: people see the clash and settle it, the machine does not.
    """
    details = details.tidied()
    with action(Event.CHILD_CHANGED, by=by, subject=lambda: Case.objects.get(pk=case_key)) as act:
        sight.require_part(by, act.case, Part.CONTACT)
        if wrong := against(details, clock.today(), settings.OLDEST_AGE):
            raise Invalid(wrong)
        child = Child.objects.get(pk=act.case.child_id)
        changed = changes(child, asdict(details))
        if not changed:
            act.abandon()
            return child
        keep_before(child, Kept.CHILD, by=by)
        for name in changed:
            setattr(child, name, getattr(details, name))
        child.save()
        name_keys.keep(child)
        act.about = child.pk
        act.facts = {"what": kind_of(changed)}
    return child
