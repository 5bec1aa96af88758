"""Reading support plans. The first argument is always who asks."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from accounts.selectors import names_of
from accounts.who import Who
from cases import powers, sight
from cases.models import Case
from cases.selectors import case_called
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed
from support.costs import Help, days_within, of_days, of_weeks
from support.models import SupportAnswer, SupportContribution, SupportCycle, SupportLine, SupportNote, SupportOutcome
from support.words import Agency, CycleState, Kind, Next


@dataclass(frozen=True)
class LineSeen:
    """One kind of help, with its cost in this round and what was done of it."""

    row: SupportLine
    cost: Decimal
    done: int


@dataclass(frozen=True)
class CycleSeen:
    """One round, whole."""

    row: SupportCycle
    outcomes: list[SupportOutcome]
    lines: list[LineSeen]
    notes: list[tuple[SupportNote, str]]
    contributions: list[tuple[Agency, SupportContribution | None, str]]
    answers: list[SupportAnswer]
    names: dict[str, str]

    @property
    def title(self) -> str:
        return f"{Kind(self.row.kind).words}, round {self.row.number}"

    @property
    def state(self) -> CycleState:
        return CycleState(self.row.state)

    @property
    def next(self) -> str:
        return Next(self.row.next).words if self.row.next else ""

    @property
    def total(self) -> Decimal:
        """What the help of the round costs in all."""
        return sum((one.cost for one in self.lines), Decimal("0.00"))

    @property
    def hours(self) -> Decimal:
        """Hours of help a week."""
        return sum((one.row.hours or Decimal(0) for one in self.lines), Decimal(0))

    @property
    def met(self) -> int:
        return sum(bool(one.met) for one in self.outcomes)

    @property
    def agreed_by(self) -> str:
        return self.names.get(self.row.agreed_by, "")

    @property
    def reviewed_by(self) -> str:
        return self.names.get(self.row.reviewed_by, "")


@dataclass(frozen=True)
class Evidence:
    """Every round of a child on one case, as a request for an EHC needs assessment needs it."""

    rounds: list[CycleSeen]
    cost: Decimal
    """Of the last twelve months, for the days on which the plans ran."""
    met: int
    of: int


def may_write(who: Who, case: Case) -> bool:
    """Whether somebody may write the plans of a case."""
    return (
        powers.may_do(who, Event.SUPPORT_WRITTEN)
        and sight.may_act(who, case)
        and Part.SUPPORT in sight.parts_open_to(who, case)
    )


def cycle_called(who: Who, reference: str, key: UUID) -> tuple[Case, SupportCycle]:
    """A round by its case's reference and its key. Raises NotAllowed where there is none the reader may see."""
    case = case_called(who, reference, part=Part.SUPPORT)
    row = SupportCycle.objects.filter(pk=key, case=case).first()
    if row is None:
        raise NotAllowed("no such round")
    return case, row


def cycle_seen(row: SupportCycle) -> CycleSeen:
    """One round, whole."""
    return seen_of([row])[0]


def evidence_on(who: Who, case: Case) -> Evidence:
    """All rounds of a case, the latest first, and what they come to."""
    sight.require_part(who, case, Part.SUPPORT)
    return evidence_of(case)


def evidence_of(case: Case) -> Evidence:
    """The same, for somebody who was shown to read it."""
    rounds = seen_of(list(SupportCycle.objects.filter(case=case).order_by("-number")))
    reviewed = [one for one in rounds if one.state == CycleState.REVIEWED]
    return Evidence(
        rounds, sum((_last_year(one) for one in rounds), Decimal("0.00")), sum(one.met for one in reviewed),
        sum(len(one.outcomes) for one in reviewed),
    )  # fmt: skip


def _last_year(one: CycleSeen) -> Decimal:
    if one.row.agreed_on is None:
        return Decimal("0.00")
    today = clock.today()
    days = days_within(one.row.agreed_on, one.row.reviewed_on or today, today)
    return sum((of_days(help_of(line.row), days) for line in one.lines), Decimal("0.00"))


def help_of(line: SupportLine) -> Help:
    """What of one kind of help costs."""
    return Help(line.hours, line.hourly, line.yearly, line.children)


def seen_of(rows: list[SupportCycle]) -> list[CycleSeen]:
    """Rounds, whole: as many questions to the database for ten as for one."""
    if not rows:
        return []
    keys = [row.pk for row in rows]
    outcomes = list(SupportOutcome.objects.filter(cycle__in=keys).order_by("added_at", "pk"))
    lines = list(SupportLine.objects.filter(cycle__in=keys).order_by("added_at", "pk"))
    notes = list(SupportNote.objects.filter(cycle__in=keys).select_related("line").order_by("-done_on", "-kept_at"))
    contributions = list(SupportContribution.objects.filter(cycle__in=keys))
    answers = list(SupportAnswer.objects.filter(cycle__in=keys).select_related("carer", "around").order_by("said_at"))
    done: dict[UUID, int] = {}
    for one in notes:
        done[one.line_id] = done.get(one.line_id, 0) + one.sessions
    refs = {row.begun_by for row in rows} | {row.agreed_by for row in rows} | {row.reviewed_by for row in rows}
    names = names_of((refs | {one.kept_by for one in notes} | {one.kept_by for one in contributions}) - {""})
    found = []
    for row in rows:
        by_agency = {one.agency: one for one in contributions if one.cycle_id == row.pk}
        found.append(
            CycleSeen(
                row=row,
                outcomes=[one for one in outcomes if one.cycle_id == row.pk],
                lines=[
                    LineSeen(one, of_weeks(help_of(one), row.weeks), done.get(one.pk, 0))
                    for one in lines
                    if one.cycle_id == row.pk
                ],
                notes=[(one, names.get(one.kept_by, "")) for one in notes if one.cycle_id == row.pk],
                contributions=[
                    (
                        agency,
                        by_agency.get(agency),
                        names.get(by_agency[agency].kept_by, "") if agency in by_agency else "",
                    )
                    for agency in Agency
                ]
                if row.kind == Kind.EARLY_SUPPORT
                else [],
                answers=[one for one in answers if one.cycle_id == row.pk],
                names=names,
            )
        )
    return found
