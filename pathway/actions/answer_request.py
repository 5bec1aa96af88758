"""What the Bridge's answer to a request for help leads to."""

from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases import concerns
from cases.actions.lead import seek_lead, seek_no_longer
from cases.actions.tasks import drop_tasks, set_task
from cases.task_kinds import ASKED_ON_ACCEPTING, TaskKind
from ledger.models import Entry
from referrals.actions.answering import Answer, say
from referrals.actions.reopen import reopen, withdraw
from referrals.models import Referral
from referrals.words import Said, State


@transaction.atomic
def answer_request(referral_key: UUID, said: Said, answer: Answer, *, by: Who, named: UUID | None = None) -> Referral:
    """Answers a request. Once accepted, the case waits for an engagement lead, other systems are to hold a record of
    it, and the CAF team is to complete a Family Assessment, unless social care looks into a concern. Raises Refused,
    NotAllowed."""
    referral, entry = say(referral_key, said, answer, by=by, named=named)
    if said == Said.ACCEPT:
        seek_lead(referral.case_id, by=by, because=entry)
        for kind in ASKED_ON_ACCEPTING:
            set_task(referral.case_id, kind, by=by, because=entry)
        if concerns.stands(referral.case) is None:
            set_task(referral.case_id, TaskKind.FAMILY_ASSESSMENT, by=by, because=entry)
    return referral


@transaction.atomic
def take_back(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """The request waits again, and no lead is sought for it. Raises Refused, NotAllowed."""
    referral, entry, was = reopen(referral_key, because, by=by, named=named)
    if was == State.ACCEPTED:
        _no_longer_accepted(referral, by, entry)
    return referral


@transaction.atomic
def withdraw_request(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """Whoever asked no longer wants it, and no lead is sought for it. Raises Refused, NotAllowed."""
    referral, entry, was = withdraw(referral_key, because, by=by, named=named)
    if was == State.ACCEPTED:
        _no_longer_accepted(referral, by, entry)
    return referral


def _no_longer_accepted(referral: Referral, by: Who, entry: Entry) -> None:
    seek_no_longer(referral.case_id, by=by, because=entry)
    drop_tasks(referral.case_id, [*ASKED_ON_ACCEPTING, TaskKind.FAMILY_ASSESSMENT], by=by, because=entry)
