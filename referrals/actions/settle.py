"""An officer reads a request and says what it is. The answer counts from the day of receipt."""

from uuid import UUID

from accounts.who import Who
from cases.action import action
from cases.models import Case
from core import clock
from core.events import Event
from core.refusals import Refused
from ledger.models import Entry
from referrals import rules
from referrals.models import Referral
from referrals.words import AsksFor


def settle(
    referral_key: UUID, answer: AsksFor, reason: str, *, by: Who, named: UUID | None = None
) -> tuple[Referral, Entry]:
    """Records the finding. Raises Refused with reasons. What follows from it is an act of ``pathway``."""
    received_on = Referral.objects.values_list("received_on", flat=True).get(pk=referral_key)
    with action(
        Event.REFERRAL_SETTLED,
        by=by,
        subject=lambda: Referral.objects.get(pk=referral_key),
        effective_on=received_on,
        named=named,
    ) as act:
        if why := rules.against_settling(act.subject.facts, answer, reason, names_of_child(act.case)):
            raise Refused(*why)
        act.subject.settle(answer, reason.strip(), by.ref, clock.now())
        act.facts = {"settled_as": answer.value, "met_on": clock.today().isoformat()}
        act.telling = {"reason": reason.strip()}
    return act.subject, act.entry


def names_of_child(case: Case) -> tuple[str, str, str]:
    """Every name a reason must leave out."""
    return case.child.given_name, case.child.family_name, case.child.preferred_name
