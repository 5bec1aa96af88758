"""A named person says that two records are one child, and why. A pointer is set and nothing is moved; undoing clears
it, and what was said stays to be read from both."""

from uuid import UUID

from django.db import OperationalError, transaction

from accounts.who import Who
from cases import apart, sight
from cases.action import action
from cases.models import Case, Joining
from cases.rules import JoinFacts, Why, against_joining
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused


def join(case_key: UUID, into_key: UUID, *, because: str, by: Who) -> Case:
    """Joins the case to the child's own record, for a reason that is kept. Its requests and clocks go on as they were,
    so that the earliest receipt governs and none is lost from the worklist. Raises Refused, and NotAllowed for a record
    not theirs."""
    into = Case.objects.get(pk=into_key)
    if not sight.may_see(by, into):
        raise NotAllowed("the other record is not theirs to see")
    own = into.merged_into_id or into.pk
    with action(Event.CASE_JOINED, by=by, subject=lambda: Case.objects.get(pk=case_key)) as act:
        facts = JoinFacts(
            same=own == act.case.pk,
            joined=act.case.merged_into_id is not None,
            has_joined=Case.objects.filter(merged_into=act.case).exists(),
            kept_apart=apart.between(act.case.pk, {into.pk, own}).exists(),
            reason=bool(because.strip()),
        )
        if why := against_joining(facts):
            raise Refused(*why)
        _hold(own)
        act.case.merged_into_id = own
        Joining.objects.create(
            authority_id=act.case.authority_id, case=act.case, into_id=own, joined_by=by.ref, joined_at=clock.now(),
            joined_because=because.strip(),
        )  # fmt: skip
        act.facts = {"into": str(own)}
    return act.case


def part(case_key: UUID, *, because: str, by: Who) -> Case:
    """Takes a joined record apart again, for a reason that is kept. Raises Refused when it was not joined."""
    with action(Event.CASE_PARTED, by=by, subject=lambda: Case.objects.get(pk=case_key)) as act:
        if act.case.merged_into_id is None:
            raise Refused(Why.NOT_JOINED)
        if not because.strip():
            raise Refused(Why.NO_REASON)
        act.facts = {"from": str(act.case.merged_into_id)}
        act.case.merged_into_id = None
        Joining.objects.filter(case=act.case, parted_at=None).update(
            parted_by=by.ref, parted_at=clock.now(), parted_because=because.strip()
        )
    return act.case


def _hold(key: UUID) -> None:
    """Locks the child's own record too, without waiting, so that two people joining crosswise cannot make a chain."""
    try:
        with transaction.atomic():
            own = Case.objects.select_for_update(no_key=True, nowait=True).get(pk=key)
    except OperationalError as busy:
        raise Refused(Why.BUSY) from busy
    if own.merged_into_id:
        raise Refused(Why.BUSY)
