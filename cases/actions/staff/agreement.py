"""A data-sharing agreement is entered, changed or ended. Access of the organisations it covers hangs on it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from accounts.agreements import FIELDS, as_said
from accounts.models import Agency, Agreement, AgreementParty, AgreementVersion, Authority
from accounts.who import Who
from cases.actions.staff.council import WrongFields
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _

NAME_TAKEN = _("There is an agreement of this name already. Change that one, or give this another name")
ENDS_FIRST = _("The last day must be the same as or after the first")
REVIEW = _("The review must be on a day of the agreement")
NOT_ITSELF = _("Choose the other organisations: the council’s own people need no agreement")
ALREADY_OVER = _("This agreement is over already.")
LATER = _("An agreement is ended on a day before its last one. To renew it, change its days.")
BEFORE_IT_BEGAN = _("It began today, so it can end today at the earliest. Choose today.")
TOO_EARLY = _("The earliest last day is yesterday: what was read before then was covered.")


@dataclass(frozen=True)
class Wanted:
    """Every field of an agreement, and the organisations it is with."""

    name: str
    purpose: str
    article6: str
    article9: str
    shared: tuple[str, ...]
    since: date
    until: date
    review_on: date
    document: str
    signed_by: str
    parties: frozenset[UUID]
    pools: bool = False
    """Counts of the council's children are shown to the councils it is with."""


def keep_agreement(key: UUID | None, wanted: Wanted, *, by: Who) -> Agreement:
    """Enters an agreement, or a new version of the one with this key. Raises WrongFields, Agreement.DoesNotExist."""
    with transaction.atomic():
        with office_act(Event.AGREEMENT_KEPT, by=by, subject=lambda: _called(key, by)) as act:
            agreement = act.subject
            if why := _against(key, wanted, by):
                raise WrongFields(why)
            for name in FIELDS:
                setattr(agreement, name, list(wanted.shared) if name == "shared" else getattr(wanted, name))
            agreement.version += 1
            act.facts = _facts("changed" if key else "added", agreement)
        _keep_parties(agreement, wanted.parties)
        _keep_version(agreement, wanted.parties, by)
    return agreement


def end_agreement(key: UUID, last_day: date, *, by: Who) -> Agreement:
    """Ends one before its time: people of its organisations come in until that day and no longer. Raises Refused."""
    with transaction.atomic():
        with office_act(Event.AGREEMENT_KEPT, by=by, subject=lambda: _called(key, by)) as act:
            agreement, today = act.subject, clock.today()
            if agreement.until < today:
                raise Refused(ALREADY_OVER)
            if last_day >= agreement.until:
                raise Refused(LATER)
            if last_day < today - timedelta(days=1):
                raise Refused(TOO_EARLY)
            if last_day < agreement.since:
                raise Refused(BEFORE_IT_BEGAN)
            agreement.until = last_day
            agreement.review_on = min(agreement.review_on, last_day)
            agreement.version += 1
            act.facts = _facts("ended", agreement)
        _keep_version(agreement, agreement.parties.values_list("agency", flat=True), by)
    return agreement


def _called(key: UUID | None, by: Who) -> Agreement:
    Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)
    return (
        Agreement.objects.get(pk=key, authority_id=by.authority_id) if key else Agreement(authority_id=by.authority_id)
    )


def _against(key: UUID | None, wanted: Wanted, by: Who) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if Agreement.objects.filter(authority_id=by.authority_id, name__iexact=wanted.name).exclude(pk=key).exists():
        wrong["name"] = NAME_TAKEN
    if wanted.until < wanted.since:
        wrong["until"] = ENDS_FIRST
    elif not wanted.since <= wanted.review_on <= wanted.until:
        wrong["review_on"] = REVIEW
    if Agency.objects.filter(pk__in=wanted.parties, council=by.authority_id).exists():
        wrong["parties"] = NOT_ITSELF
    return wrong


def _keep_parties(agreement: Agreement, parties: frozenset[UUID]) -> None:
    kept = set(agreement.parties.values_list("agency", flat=True))
    agreement.parties.exclude(agency__in=parties).delete()
    for agency in sorted(parties - kept):
        AgreementParty.objects.create(authority_id=agreement.authority_id, agreement=agreement, agency_id=agency)


def _keep_version(agreement: Agreement, parties, by: Who) -> None:
    AgreementVersion.objects.create(
        authority_id=agreement.authority_id, agreement=agreement, version=agreement.version,
        said=as_said(agreement, parties), entered_by=by.ref, entered_at=clock.now(),
    )  # fmt: skip


def _facts(done: str, agreement: Agreement) -> dict[str, str]:
    return {
        "done": done, "version": str(agreement.version), "since": agreement.since.isoformat(),
        "until": agreement.until.isoformat(), "pools": "yes" if agreement.pools else "no",
    }  # fmt: skip
