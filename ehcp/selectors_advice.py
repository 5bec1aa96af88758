"""Reading advice. The first argument is always who asks."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.selectors import names_of
from accounts.who import Who
from cases import powers, sight
from cases.models import Case, Deadline
from cases.selectors import case_called
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed
from ehcp.models import Advice, AdvicePoint, AssessmentRequest
from ehcp.rules import advice_needed
from ehcp.words import AdviceState, Adviser, Point, RequestState


def gives(who: Who, row: Advice) -> bool:
    """Whether a piece of advice is this person's own to give."""
    return who.person_id is not None and row.asked_id == who.person_id


def may_take_down(who: Who, row: Advice) -> bool:
    """Whether somebody may type in what came on paper, and end what is not waited for: whoever carries the case."""
    return powers.may_do(who, Event.ADVICE_ASKED) and Part.DECIDING in sight.parts_open_to(who, row.case)


@dataclass(frozen=True)
class AdviceSeen:
    """One piece of advice, for a list."""

    row: Advice
    whom: str
    due: Deadline | None
    given_by: str

    @property
    def adviser(self) -> Adviser:
        """Under which letter."""
        return Adviser(self.row.adviser)

    @property
    def state(self) -> AdviceState:
        """How far it has come."""
        return AdviceState(self.row.state)

    @property
    def is_late(self) -> bool:
        """The day has passed on every reading, and it is not here."""
        late = self.due is not None and self.due.due_ordinary < clock.today()
        return late and self.state == AdviceState.ASKED


@dataclass(frozen=True)
class Lettered:
    """One letter of reg 6(1), and what was sought under it."""

    adviser: Adviser
    needed: bool
    rows: list[AdviceSeen]

    @property
    def is_missing(self) -> bool:
        """The law wants it, and nobody was asked, or whoever was is not waited for any more."""
        lives = (AdviceState.ASKED, AdviceState.GIVEN, AdviceState.REUSED)
        return self.needed and not any(one.state in lives for one in self.rows)


def advice_on(case: Case, request: AssessmentRequest) -> list[Lettered]:
    """Everything sought for a request that was fetched for its reader, letter by letter."""
    rows = list(Advice.objects.filter(request=request).select_related("asked", "carer", "around").order_by("pk"))
    seen = _seen(rows)
    needed = advice_needed(case.child.born_on, clock.today())
    return [Lettered(letter, letter in needed, [one for one in seen if one.adviser == letter]) for letter in Adviser]


def _seen(rows: list[Advice]) -> list[AdviceSeen]:
    due = {row.about: row for row in Deadline.objects.filter(about__in=[row.pk for row in rows])}
    names = names_of({row.given_by for row in rows if row.given_by})
    return [AdviceSeen(row, _whom(row), due.get(row.pk), names.get(row.given_by, "")) for row in rows]


def _whom(row: Advice) -> str:
    if row.asked:
        return row.asked.name
    other = row.carer or row.around
    return other.name if other else row.named


@dataclass(frozen=True)
class PointSeen:
    """One paragraph, as it stands."""

    row: AdvicePoint
    kind: Point
    written_by: str


@dataclass(frozen=True)
class AdvicePage:
    """One piece of advice, whole, and what the family says beside it."""

    seen: AdviceSeen
    points: dict[Point, list[PointSeen]]
    family: list[tuple[str, dict[str, str], date]]
    """Who of the family, what they said, and when."""


def advice_called(who: Who, reference: str, key: UUID) -> tuple[Case, Advice]:
    """A piece of advice by its case's reference and its key: for whoever gives it, and whoever may read how the case is
    decided. Raises NotAllowed where there is none."""
    case = case_called(who, reference)
    row = Advice.objects.select_related("asked", "carer", "around", "case", "request").filter(pk=key, case=case).first()
    if row is None or not (gives(who, row) or Part.DECIDING in sight.parts_open_to(who, case)):
        raise NotAllowed("no such advice")
    return case, row


def advice_page(row: Advice) -> AdvicePage:
    """One piece that was fetched for its reader."""
    points = list(AdvicePoint.objects.filter(advice=row, gone=False).order_by("number"))
    names = names_of({one.written_by for one in points})
    own = Advice.objects.filter(request=row.request_id, adviser=Adviser.FAMILY, state=AdviceState.GIVEN)
    theirs = {one.pk: one for one in own.select_related("carer", "around").order_by("given_on", "pk")}
    said = {one.advice_id: one.said for one in AdvicePoint.objects.filter(advice__in=theirs, kind=Point.ABOUT)}
    return AdvicePage(
        seen=_seen([row])[0],
        points={
            kind: [PointSeen(one, kind, names.get(one.written_by, "")) for one in points if one.kind == kind]
            for kind in Point
        },
        family=[
            (_whom(one), said.get(key, {}), one.given_on)
            for key, one in theirs.items()
            if one.given_on and key != row.pk
        ],
    )  # fmt: skip


def latest_agreed(case: Case) -> AssessmentRequest | None:
    """The request on a case that the council agreed to last; None where the last was not agreed to."""
    row = AssessmentRequest.objects.filter(case=case).order_by("-received_on", "-pk").first()
    return row if row is not None and row.state == RequestState.AGREED else None


def asked_by_task(task: UUID) -> UUID | None:
    """The advice that a task is to give and that is waited for; None where it is another task."""
    return Advice.objects.filter(task=task, state=AdviceState.ASKED).values_list("pk", flat=True).first()


def point_of(row: Advice, kind: Point, number: int) -> AdvicePoint | None:
    """One paragraph of a piece of advice that was fetched for its reader."""
    return AdvicePoint.objects.filter(advice=row, kind=kind, number=number, gone=False).first()
