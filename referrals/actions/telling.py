"""Whether the parent whom somebody who works with the child named is told of the request: the Bridge says."""

from uuid import UUID

from accounts.who import Who
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Refused
from people.models import Carer
from referrals import rules
from referrals.actions.answering import opened
from referrals.models import Referral
from referrals.words import Why


def named_parent(case_key: UUID) -> Carer | None:
    """The parent that whoever sent the request named."""
    return Carer.objects.filter(case_ref=case_key, asked=False).order_by("pk").first()


def tell_family(
    referral_key: UUID, *, by: Who, agrees: bool = False, safe: bool = False, named: UUID | None = None
) -> Referral:
    """The parent is written to at the address given for them, and from now on hears what becomes of the request.
    ``agrees``: they told us that they agree to sharing. ``safe``: where there is a worry, somebody made sure that they
    may be told. Raises Refused, NotAllowed."""
    with opened(referral_key, Event.FAMILY_TOLD, by=by, named=named, part=Part.CONTACT) as act:
        parent = named_parent(act.case.pk)
        why = rules.against_telling(act.subject.facts, _can_reach(parent), told=bool(parent and parent.told_from))
        if rules.worry(act.subject.facts) and not safe:
            why.append(Why.MAKE_SURE)
        if why or parent is None:
            raise Refused(*why)
        parent.told_from = clock.now()
        parent.save()
        if agrees:
            act.subject.consent = True
        act.subject.not_telling, act.subject.not_telling_by, act.subject.not_telling_at = "", "", None
        act.facts = {"agrees": "yes" if agrees else "no"}
    return act.subject


def do_not_tell(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """The parent is not told, for a reason that few may read. Raises Refused, NotAllowed."""
    with opened(referral_key, Event.FAMILY_NOT_TOLD, by=by, named=named, part=Part.SAFEGUARDING) as act:
        parent = named_parent(act.case.pk)
        if not because.strip():
            raise Refused(Why.NO_REASON_NOT_TO_TELL)
        if parent and parent.told_from:
            raise Refused(Why.TOLD_ALREADY)
        act.subject.not_telling = because.strip()
        act.subject.not_telling_by, act.subject.not_telling_at = by.ref, clock.now()
    return act.subject


def _can_reach(parent: Carer | None) -> bool:
    return bool(parent and (parent.email or parent.home))
