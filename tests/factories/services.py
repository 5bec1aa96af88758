"""Services for tests, set up by the acts."""

from dataclasses import replace
from uuid import UUID

from accounts.models import Team
from accounts.selectors import bridge_of
from provision.actions.keep_service import Wanted, keep_service
from provision.actions.keep_threshold import keep_threshold
from provision.models import Service
from provision.rules import Line
from provision.words import Weight
from tests.personas import SALFORD, who

LINES = (
    Line(Weight.MUST, "The school has tried its own help twice", "Has the school tried its own help twice?"),
    Line(Weight.SHOULD, "What was tried is written down", "Is it written down what was tried?"),
    Line(Weight.EXCLUDE, "A psychologist saw the child this term", "Did a psychologist see the child this term?"),
)


def wanted(name: str = "Educational Psychology Service", *, team: UUID | None = None, code: str = SALFORD, **more):
    """Everything said of a service."""
    return replace(
        Wanted(
            name=name, kind="psychology", about="Psychologists help schools to understand how a child learns.",
            team=team or bridge_of(code).pk, agency=None, owner=None, who_may_ask="Schools, with parents’ agreement",
            route="Ask online.", hours="Monday to Friday, 9am to 5pm", phone="0161 496 0110",
            email="psychology@salford.example", within=10, share=90, contract_since=None, contract_until=None, room=40,
            takes=True, not_taking="",
        ),
        **more,
    )  # fmt: skip


def a_service(name: str = "Educational Psychology Service", *, by=None, lines=LINES, **more) -> Service:
    """A service at Salford with a threshold."""
    by = by or who("dev")
    service = keep_service(None, wanted(name, code=by.authority_id, **more), by=by)
    if lines:
        keep_threshold(service.pk, lines, "", by=by)
    service.refresh_from_db()
    return service


def a_team(name: str = "Psychologists", code: str = SALFORD) -> Team:
    """A team that answers for a service."""
    return Team.objects.get_or_create(
        authority_id=code, name=name, defaults={"kind": "other", "mailbox": "psychology@salford.example"}
    )[0]
