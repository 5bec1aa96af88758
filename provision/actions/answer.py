"""What a service says to a request: taken on, needs more evidence, or not for us."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from accounts.who import Who
from cases.action import action
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from provision.actions.ask import leave, note, request
from provision.models import ServiceRequest
from provision.words import ServiceSaid, WhyNot

MOVES: dict[ServiceSaid, Callable] = {
    ServiceSaid.TAKEN: ServiceRequest.take_on,
    ServiceSaid.MORE: ServiceRequest.want_more,
    ServiceSaid.NOT_US: ServiceRequest.turn_down,
}


@dataclass(frozen=True)
class Written:
    """What the service wrote: for the family to read, so it names no child."""

    because: str
    instead: str = ""


def say_of_request(
    key: UUID, said: ServiceSaid, written: Written, *, by: Who, named: UUID | None = None
) -> tuple[ServiceRequest, Entry]:
    """One of the three answers, by somebody of the service's team. Raises Refused, NotAllowed."""
    with action(Event.SERVICE_ANSWERED, by=by, subject=lambda: request(key), named=named) as act:
        require_team(by, act.subject)
        if not written.because.strip():
            raise Refused(WhyNot.NO_REASON)
        if said == ServiceSaid.NOT_US and not written.instead.strip():
            raise Refused(WhyNot.NO_INSTEAD)
        MOVES[said](act.subject, clock.today())
        note(act, said, written.because, written.instead, by)
        if said == ServiceSaid.NOT_US:
            leave(act)
        act.facts = {"answer": said.value, "service": str(act.subject.service_id)}
        act.telling = {
            "service": act.subject.service.name, "reason": written.because.strip(), "instead": written.instead.strip(),
        }  # fmt: skip
    return act.subject, act.entry


def require_team(by: Who, row: ServiceRequest) -> None:
    """Only the team that answers for a service speaks for it."""
    if row.service.team_id not in by.teams:
        raise NotAllowed("Only the service’s own team answers for it.", seen=True)
