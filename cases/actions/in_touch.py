"""The engagement lead was in touch with the family, and says when they will be next."""

from datetime import date, timedelta
from uuid import UUID

from accounts.who import Who
from cases.action import action
from cases.leading import lead_of, leads_on
from cases.models import Case
from cases.powers import OVERSEERS
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from core.words import _

FURTHEST = timedelta(days=92)
NEXT = _("Say by which day you will be in touch next: today or later, and within three months.")
NOBODY_LEADS = _("Nobody leads on this case yet.")
NOT_THE_LEAD = _("The engagement lead says this. Ask them, or whoever manages the case.")


def say_in_touch(case_key: UUID, was: bool, next_on: date, *, by: Who) -> Case:
    """``was``: the family was reached today. The family reads ``next_on`` on its page. Raises Refused, NotAllowed."""
    with action(Event.LEAD_IN_TOUCH, by=by, subject=lambda: Case.objects.get(pk=case_key)) as act:
        lead, today = lead_of(act.case), clock.today()
        if lead is None:
            raise Refused(NOBODY_LEADS)
        if lead.pk != by.person_id and not by.roles & OVERSEERS:
            raise NotAllowed(NOT_THE_LEAD, seen=True)
        if not today <= next_on <= today + FURTHEST:
            raise Refused(NEXT)
        for row in leads_on(act.case):
            row.in_touch_by = next_on
            row.save()
        act.facts = {"was": "yes" if was else "no", "next": next_on.isoformat()}
    return act.case
