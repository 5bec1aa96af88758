"""What the Bridge's answer to a request for help leads to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases import concerns
from cases.actions.lead import seek_lead, seek_no_longer
from cases.actions.tasks import drop_tasks, set_task
from cases.task_kinds import ASKED_ON_ACCEPTING, TaskKind
from ledger.models import Entry
from provision.actions.ask import ask_service, no_longer_ask
from provision.selectors import how_reached
from provision.words import Said as Yes
from referrals.actions.answering import Answer, say
from referrals.actions.reopen import reopen, withdraw
from referrals.models import Referral
from referrals.words import Said, State


@dataclass(frozen=True)
class OurService:
    """A service of the directory that a request is passed to, and what was answered to its threshold."""

    key: UUID
    answers: Mapping[int, Yes]


@transaction.atomic
def answer_request(
    referral_key: UUID, said: Said, answer: Answer, *, by: Who, named: UUID | None = None,
    service: OurService | None = None,
) -> Referral:  # fmt: skip
    """Answers a request. Once accepted, the case waits for an engagement lead, other systems are to hold a record of
    it, and the CAF team is to complete a Family Assessment, unless social care looks into a concern. Once passed to a
    service of ours, that service's promise runs. Raises Refused, NotAllowed."""
    if service and said == Said.SEND_ON:
        answer = replace(answer, sent_to=how_reached(by, service.key))
    referral, entry = say(referral_key, said, answer, by=by, named=named)
    if said == Said.ACCEPT:
        seek_lead(referral.case_id, by=by, because=entry)
        for kind in ASKED_ON_ACCEPTING:
            set_task(referral.case_id, kind, by=by, because=entry)
        if concerns.stands(referral.case) is None:
            set_task(referral.case_id, TaskKind.FAMILY_ASSESSMENT, by=by, because=entry)
    elif said == Said.SEND_ON and service:
        ask_service(referral.case_id, service.key, service.answers, referral=referral.pk, by=by, because=entry)
    return referral


@transaction.atomic
def take_back(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """The request waits again, and no lead is sought for it. Raises Refused, NotAllowed."""
    referral, entry, was = reopen(referral_key, because, by=by, named=named)
    no_longer_ask(referral.case_id, by=by, because=entry)
    if was == State.ACCEPTED:
        _no_longer_accepted(referral, by, entry)
    return referral


@transaction.atomic
def withdraw_request(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """Whoever asked no longer wants it, and no lead is sought for it. Raises Refused, NotAllowed."""
    referral, entry, was = withdraw(referral_key, because, by=by, named=named)
    no_longer_ask(referral.case_id, by=by, because=entry)
    if was == State.ACCEPTED:
        _no_longer_accepted(referral, by, entry)
    return referral


def _no_longer_accepted(referral: Referral, by: Who, entry: Entry) -> None:
    seek_no_longer(referral.case_id, by=by, because=entry)
    drop_tasks(referral.case_id, [*ASKED_ON_ACCEPTING, TaskKind.FAMILY_ASSESSMENT], by=by, because=entry)
