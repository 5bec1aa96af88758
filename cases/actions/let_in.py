"""Letting oneself in to a case by exception, shutting it again, and the reviewer's answer."""

from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.contrib.auth.models import Permission

from accounts.who import Who
from cases import powers, sight
from cases.action import action
from cases.models import Case, CaseGrant
from core import clock
from core.events import Event
from core.references import tidy
from core.refusals import NotAllowed, Refused
from core.words import _
from door.words import as_day

LASTS = {2: _("2 hours"), 8: _("8 hours"), 24: _("1 day"), 72: _("3 days"), 168: _("7 days")}
"""For how many hours it may be opened. Never without an end."""


class Why(StrEnum):
    """Why somebody cannot let themselves in, or why an answer cannot be given."""

    NO_CASE = _("No case here has this reference")
    ON_IT = _("You can open this case already")
    TOO_LONG = _("Choose how long you need it")
    NO_REASON = _("Say why you need to open this case")
    SHUT = _("This is shut already.")
    ANSWERED = _("Somebody has reviewed this already.")
    ONES_OWN = _("Somebody else reviews what you opened.")


def case_to_open(typed: str, *, by: Who) -> Case:
    """The case of a reference, for somebody who may let themselves in and is not on it. Raises Refused, NotAllowed."""
    if not powers.may_do(by, Event.CASE_LET_IN):
        raise NotAllowed("not by exception")
    case = Case.objects.filter(authority_id=by.authority_id, reference=tidy(typed) or "").first()
    if case is None:
        raise Refused(Why.NO_CASE)
    if sight.may_see(by, case):
        raise Refused(Why.ON_IT)
    return case


def let_oneself_in(reference: str, reason: str, hours: int, *, by: Who) -> CaseGrant:
    """Opens the case to ``by`` at once, for ``hours``. Raises Refused, NotAllowed."""
    case = case_to_open(reference, by=by)
    now = clock.now()
    ends_at = now + timedelta(hours=hours)
    grant = CaseGrant(
        authority_id=case.authority_id, content_object=case, user_id=by.person_id,
        permission=Permission.objects.get(codename="view_case", content_type__app_label="cases"),
        granted_by=by.ref, reason=reason.strip(), since=as_day(now), until=as_day(ends_at), by_exception=True,
        opened_at=now, ends_at=ends_at,
    )  # fmt: skip
    with action(Event.CASE_LET_IN, by=by, subject=lambda: grant) as act:  # type: ignore[arg-type, return-value]
        if hours not in LASTS:
            raise Refused(Why.TOO_LONG)
        if not grant.reason:
            raise Refused(Why.NO_REASON)
        if sight.may_see(by, case):  # opened in another tab a moment ago
            raise Refused(Why.ON_IT)
        act.facts = {"hours": str(hours), "who": by.ref}
    return grant


def shut(key: UUID, *, by: Who) -> CaseGrant:
    """Ends it at once: one's own, or anybody's for a reviewer. Raises Refused, NotAllowed, CaseGrant.DoesNotExist."""
    with action(Event.LET_IN_ENDED, by=by, subject=lambda: _called(key, by)) as act:  # type: ignore[arg-type, return-value]
        grant = act.subject
        if grant.revoked_on is not None or grant.ends_at <= clock.now():
            raise Refused(Why.SHUT)
        grant.revoked_on = clock.today()
        act.facts = {"who": f"person:{grant.user_id}"}
    return act.subject


def review(key: UUID, right: bool, words: str, *, by: Who) -> CaseGrant:
    """A reviewer's answer, in words. One that was not right is shut with it. Raises Refused, NotAllowed."""
    with action(Event.LET_IN_REVIEWED, by=by, subject=lambda: _called(key, by)) as act:  # type: ignore[arg-type, return-value]
        grant = act.subject
        if grant.user_id == by.person_id:
            raise Refused(Why.ONES_OWN)
        if grant.reviewed_at is not None:
            raise Refused(Why.ANSWERED)
        grant.right, grant.said, grant.reviewed_by, grant.reviewed_at = right, words.strip(), by.ref, clock.now()
        if not right and grant.revoked_on is None:
            grant.revoked_on = clock.today()
        act.facts = {"right": "yes" if right else "no", "who": f"person:{grant.user_id}"}
    return act.subject


def _called(key: UUID, by: Who) -> CaseGrant:
    """Taken by a reviewer, or by whoever it was given to; to anybody else as if it were not there."""
    grant = CaseGrant.objects.get(pk=key, authority_id=by.authority_id, by_exception=True)
    if grant.user_id != by.person_id and not by.roles & powers.REVIEWERS:
        raise NotAllowed("somebody else's")
    return grant
