"""Everything that follows when somebody asks: the case, the files, and, for an assessment, its clocks."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from accounts.who import Who
from documents.actions.add import File, add
from ehcp.actions.request_assessment import request_assessment
from ehcp.words import Found
from referrals.actions.receive import Request, receive
from referrals.models import Referral
from referrals.words import AsksFor


def receive_request(request: Request, files: Iterable[File] = (), *, by: Who) -> Referral:
    """Takes a request in, whole or not at all. The same draft sent twice gives the first answer again.

    Raises Refused with reasons.
    """
    if sent_before := _sent_before(request, by):
        return sent_before
    try:
        return _take_in(request, files, by)
    except IntegrityError:
        if sent_before := _sent_before(request, by):
            return sent_before
        raise


@transaction.atomic
def _take_in(request: Request, files: Iterable[File], by: Who) -> Referral:
    referral, act = receive(request, by=by)
    for file in files:
        add(referral.case_id, file, by=by, because=act.entry)
    if request.asks_for == AsksFor.ASSESSMENT:
        request_assessment(
            referral.sender_id, received_on=referral.received_on, found=Found.IN_TERMS, by=by, because=act.entry
        )
    return referral


def _sent_before(request: Request, by: Who) -> Referral | None:
    return (
        Referral.objects.filter(authority_id=by.authority_id, sent_once=request.sent_once)
        .select_related("case")
        .first()
    )
