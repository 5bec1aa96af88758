"""Reading what was asked of services. The first argument is always who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.markers_seen import marked
from cases.models import Deadline
from cases.powers import OVERSEERS
from core import clock
from door.words import distance, urgency
from provision.models import Service, ServiceAnswer, ServiceRequest, ServiceWish, Threshold
from provision.outcomes import OutcomeSeen, outcomes_of
from provision.rules import Checked, as_lines, check
from provision.words import OPEN, Asked, Outcome, Said, ServiceSaid, WhyEnds


@dataclass(frozen=True)
class SaidSeen:
    """One thing that was said, and by whom."""

    said: ServiceSaid
    because: str
    instead: str
    by: str
    at: datetime


@dataclass(frozen=True)
class AskedSeen:
    """One request to a service."""

    key: UUID
    service: Service
    case_key: UUID
    reference: str
    child: str
    state: Asked
    asked_on: date
    began_on: date | None
    over_on: date | None
    version: int
    outcome: str
    priority: tuple[str, ...]
    """What makes the child one of the most vulnerable, as far as the reader may know."""
    due: date | None
    last_on: date | None
    said: tuple[SaidSeen, ...] = ()
    why_ended: str = ""
    """Why the work ended, in words."""
    outcomes: tuple[OutcomeSeen, ...] = ()
    """What came of it, need by need, once it has ended."""

    @property
    def waited(self) -> int:
        """How many days it has waited, or waited until it was taken on."""
        return ((self.began_on or self.over_on or clock.today()) - self.asked_on).days

    @property
    def far(self) -> str:
        """How far off the last day for an answer is."""
        return distance(self.due, clock.today(), self.last_on) if self.due else ""

    @property
    def urgency(self) -> str:
        """Its colour, the second signal."""
        return urgency(self.due, clock.today(), self.last_on) if self.due else "quiet"

    @property
    def comes_to(self) -> str:
        """What the answers to the threshold came to, in words."""
        return str(Outcome(self.outcome).words) if self.outcome else ""


def works_for(who: Who, service: Service) -> bool:
    """Whether somebody is of the team that answers for a service."""
    return service.team_id in who.teams


def may_read_list(who: Who, service: Service) -> bool:
    """Whose list it is: the service's own team, and those who oversee every case."""
    return works_for(who, service) or bool(who.roles & OVERSEERS)


def requests_of(who: Who, service: Service, states: Iterable[Asked]) -> list[AskedSeen]:
    """What stands so with a service, among the cases that the asker may see: children first of whom the asker knows
    what gives them priority, then the oldest."""
    rows = ServiceRequest.objects.filter(
        authority_id=who.authority_id, service=service, state__in=list(states), case__in=sight.visible_to(who)
    )
    found = _seen(rows.select_related("case__child", "service").order_by("asked_on", "pk"), who)
    return sorted(found, key=lambda row: not row.priority)


def listed(who: Who, keys: Iterable[UUID]) -> list[AskedSeen]:
    """These requests, the oldest first, among the cases that the asker may see."""
    rows = ServiceRequest.objects.filter(
        authority_id=who.authority_id, pk__in=list(keys), case__in=sight.visible_to(who)
    )
    return _seen(rows.select_related("case__child", "service").order_by("asked_on", "pk"))


def request_called(who: Who, service: Service, key: UUID) -> AskedSeen:
    """One of them, with everything that was said. Raises ``ServiceRequest.DoesNotExist``."""
    row = ServiceRequest.objects.select_related("case__child", "service").get(
        authority_id=who.authority_id, service=service, pk=key, case__in=sight.visible_to(who)
    )
    return _seen([row], who, said=True)[0]


def asked_of_services(who: Who, case_key: UUID) -> list[AskedSeen]:
    """Everything that services were asked for one case, the newest first."""
    rows = ServiceRequest.objects.filter(authority_id=who.authority_id, case=case_key)
    return _seen(list(rows.select_related("case__child", "service").order_by("-asked_at", "-pk")), said=True)


def checked_of(key: UUID) -> Checked | None:
    """The threshold that was used, in its own version, held against what was answered then. None without lines."""
    return _checked(ServiceRequest.objects.get(pk=key))


@dataclass(frozen=True)
class WishSeen:
    """The service that the sender would like, and whether the child is whom it is for."""

    service: Service
    checked: Checked | None
    answers: dict[str, str]


def wish_of(case_key: UUID) -> WishSeen | None:
    """What the sender of a case's request would like. The case was fetched for its reader."""
    row = ServiceWish.objects.select_related("service").filter(case=case_key).first()
    return WishSeen(row.service, _checked(row), row.answers) if row else None


def _checked(row: ServiceRequest | ServiceWish) -> Checked | None:
    kept = Threshold.objects.filter(authority_id=row.authority_id, service=row.service_id, version=row.threshold)
    answers = {int(place): Said(said) for place, said in row.answers.items()}
    found = kept.first()
    return check(row.threshold, as_lines(found.lines), answers) if found else None


def _seen(rows: Iterable[ServiceRequest], who: Who | None = None, *, said: bool = False) -> list[AskedSeen]:
    rows = list(rows)
    if not rows:
        return []
    owed = {
        about: (plan_for, last)
        for about, plan_for, last in Deadline.objects.filter(
            case__in={row.case_id for row in rows}, about__in=[row.pk for row in rows], ended_on=None
        ).values_list("about", "plan_for", "due_ordinary")
    }
    priority = marked(who, [row.case_id for row in rows]) if who else {}
    told = _said([row.pk for row in rows]) if said else {}
    ended = [row.pk for row in rows if row.state == Asked.FINISHED] if said else []
    came = outcomes_of(ended) if ended else {}
    return [
        AskedSeen(
            key=row.pk, service=row.service, case_key=row.case_id, reference=row.case.reference,
            child=row.case.child.full_name, state=Asked(row.state), asked_on=row.asked_on, began_on=row.began_on,
            over_on=row.over_on, version=row.threshold, outcome=row.outcome, priority=priority.get(row.case_id, ()),
            due=owed.get(row.pk, (None, None))[0] if row.state in OPEN else None,
            last_on=owed.get(row.pk, (None, None))[1], said=told.get(row.pk, ()),
            why_ended=str(WhyEnds(row.why_ended).words) if row.why_ended else "", outcomes=came.get(row.pk, ()),
        )
        for row in rows
    ]  # fmt: skip


def _said(keys: list[UUID]) -> dict[UUID, tuple[SaidSeen, ...]]:
    rows = list(ServiceAnswer.objects.filter(request__in=keys).order_by("-said_at", "-pk"))
    names = names_of({row.said_by for row in rows}) if rows else {}
    found: dict[UUID, tuple[SaidSeen, ...]] = {}
    for row in rows:
        one = SaidSeen(ServiceSaid(row.said), row.because, row.instead, names.get(row.said_by, ""), row.said_at)
        found[row.request_id] = (*found.get(row.request_id, ()), one)
    return found
