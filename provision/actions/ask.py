"""A service is asked to help a child: its team is on the case from then on, and its promise runs."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from accounts.who import Who
from cases.act import Act
from cases.action import action
from cases.models import Case, Involvement
from cases.words import Capacity, Stage
from core import clock
from core.events import Event
from core.refusals import Refused
from ledger.models import Entry
from provision.models import Service, ServiceAnswer, ServiceRequest
from provision.rules import check
from provision.selectors import lines_of
from provision.words import OPEN, Asked, Said, ServiceSaid, WhyNot


def ask_service(
    case_key: UUID, service_key: UUID, answers: Mapping[int, Said], *, referral: UUID, by: Who,
    because: Entry | None = None,
) -> ServiceRequest:  # fmt: skip
    """Passes a request to a service, with the answers to its threshold in the version in use. Raises Refused."""
    service = Service.objects.get(pk=service_key, authority_id=by.authority_id)

    def subject() -> ServiceRequest:
        return ServiceRequest(
            authority_id=by.authority_id, case=Case.objects.get(pk=case_key), service=service, referral_ref=referral,
            threshold=service.threshold, within=service.within, asked_by=by.ref, asked_at=clock.now(),
            asked_on=clock.today(),
        )  # fmt: skip

    with action(Event.SERVICE_ASKED, by=by, because=because, subject=subject) as act:
        if service.ended:
            raise Refused(WhyNot.ENDED)
        if ServiceRequest.objects.filter(case=act.case, service=service, over_on=None).exists():
            raise Refused(WhyNot.HAS_IT)
        lines = lines_of(service)
        act.subject.answers = {str(place): said.value for place, said in answers.items() if place <= len(lines)}
        act.subject.outcome = check(service.threshold, lines, answers).outcome if lines else ""
        _involve(act, service)
        act.case.stage = Stage.SERVICE
        act.case.save()
        act.facts = _facts(act.subject, again="no")
    return act.subject


def ask_again(request_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> ServiceRequest:
    """What a service had asked for has come: its promise runs anew. Raises Refused."""
    with action(Event.SERVICE_ASKED, by=by, subject=lambda: request(request_key), named=named) as act:
        if not because.strip():
            raise Refused(WhyNot.NO_REASON)
        act.subject.ask_again()
        note(act, ServiceSaid.AGAIN, because, "", by)
        act.facts = _facts(act.subject, again="yes")
    return act.subject


def no_longer_ask(case_key: UUID, *, by: Who, because: Entry | None = None) -> None:
    """What waits for services on a case is taken back, and their teams leave it. Refused where one has begun."""
    rows = ServiceRequest.objects.filter(case=case_key, over_on=None)
    if rows.filter(state=Asked.TAKEN).exists():
        raise Refused(WhyNot.HAS_TAKEN)
    for key in list(rows.filter(state__in=OPEN).values_list("pk", flat=True)):
        with action(Event.SERVICE_NO_LONGER_ASKED, by=by, because=because, subject=partial(request, key)) as act:
            act.subject.drop(clock.today())
            leave(act)


def request(key: UUID) -> ServiceRequest:
    """The row, with its service."""
    return ServiceRequest.objects.select_related("service").get(pk=key)


def note(act: Act, said: ServiceSaid, because: str, instead: str, by: Who) -> None:
    """Writes down what was said."""
    ServiceAnswer(
        authority_id=act.case.authority_id, case=act.case, request=act.subject, said=said, because=because.strip(),
        instead=instead.strip(), said_by=by.ref, said_at=clock.now(),
    ).save()  # fmt: skip


def leave(act: Act) -> None:
    """The service's team leaves the case, unless another service of the same team is still on it."""
    team = act.subject.service.team_id
    others = ServiceRequest.objects.filter(case=act.case, service__team=team, over_on=None).exclude(pk=act.subject.pk)
    if others.exists():
        return
    here = Involvement.objects.filter(case=act.case, team=team, capacity=Capacity.SERVICE, until=None)
    for row in here:
        row.end_before(clock.today())


def _involve(act: Act, service: Service) -> None:
    held = {"authority_id": act.case.authority_id, "case": act.case, "team_id": service.team_id}
    if not Involvement.objects.filter(**held, capacity=Capacity.SERVICE, until=None).exists():
        Involvement(**held, capacity=Capacity.SERVICE, since=clock.today()).save()


def _facts(row: ServiceRequest, *, again: str) -> dict[str, str]:
    return {
        "service": str(row.service_id), "team": str(row.service.team_id), "within": str(row.within),
        "threshold": str(row.threshold), "again": again,
    }  # fmt: skip
