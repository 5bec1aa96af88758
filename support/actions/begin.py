"""A round of support is begun, and what is known and planned is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from decimal import Decimal
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.act import Act
from cases.action import action
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from people.rules import age_on
from support import rules
from support.costs import Help
from support.models import SupportCycle, SupportLine, SupportOutcome
from support.words import UNDER, CycleState, Kind, Why


@dataclass(frozen=True)
class Aim:
    """An outcome as somebody writes it."""

    need: str
    outcome: str
    measure: str
    baseline: str
    target: str


@dataclass(frozen=True)
class PlannedHelp:
    """One kind of help as somebody writes it."""

    what: str
    often: str
    minutes: int
    who: str
    sessions: int
    children: int = 1
    hours: Decimal | None = None
    hourly: Decimal | None = None
    yearly: Decimal | None = None

    @property
    def cost(self) -> Help:
        """What of it costs."""
        return Help(self.hours, self.hourly, self.yearly, self.children)


def begin(case_key: UUID, *, by: Who, because: Entry | None = None) -> SupportCycle:
    """A round is begun; after another, with what is known of the child, what was not reached and what help there is.
    Raises Refused, NotAllowed."""
    case = Case.objects.select_related("child").get(pk=case_key)
    young = age_on(case.child.born_on, clock.today()) < UNDER

    def a_new_one() -> SupportCycle:
        return SupportCycle(
            authority_id=case.authority_id, case=case, kind=Kind.EARLY_SUPPORT if young else Kind.SEN_SUPPORT,
            number=SupportCycle.objects.filter(case=case).count() + 1, begun_by=by.ref, begun_at=clock.now(),
        )  # fmt: skip

    with action(Event.SUPPORT_BEGUN, by=by, subject=a_new_one, part=Part.SUPPORT, because=because) as act:
        sight.require_part(by, act.case, Part.SUPPORT)
        before = SupportCycle.objects.filter(case=act.case).order_by("-number").first()
        if before is not None and before.state != CycleState.REVIEWED:
            raise Refused(Why.OPEN_ALREADY)
        new = act.subject
        new.number = before.number + 1 if before else 1
        if before is not None:
            new.strengths, new.needs = before.strengths, before.needs
        new.save()
        if before is not None:
            _carry_over(before, new)
        act.about, act.facts = act.case.pk, {"kind": new.kind, "round": new.number}
    return new


def _carry_over(before: SupportCycle, new: SupportCycle) -> None:
    """What was not reached, from where it stands now, and the help."""
    whose = {"authority_id": new.authority_id, "case_id": new.case_id, "cycle": new, "added_at": clock.now()}
    for row in before.outcomes.exclude(met=True).order_by("added_at", "pk"):
        SupportOutcome(
            **whose, need=row.need, outcome=row.outcome, measure=row.measure, baseline=row.reached or row.baseline,
            target=row.target,
        ).save()  # fmt: skip
    for line in before.lines.order_by("added_at", "pk"):
        SupportLine(**whose, **{name: getattr(line, name) for name in PlannedHelp.__dataclass_fields__}).save()


def write_known(key: UUID, known: rules.Known, before: int, *, by: Who, named: UUID | None = None) -> SupportCycle:
    """What is known about the child. ``before``: the version its writer read. Raises Refused, NotAllowed."""
    with _written(key, by, named, "known") as act:
        if why := rules.against_writing(asdict(known).values(), before, act.subject.version):
            raise Refused(*why)
        for name, words in asdict(known).items():
            setattr(act.subject, name, words.strip())
    return act.subject


def add_outcome(key: UUID, aim: Aim, *, by: Who, named: UUID | None = None) -> SupportOutcome:
    """One more outcome of the plan. Raises Refused, NotAllowed."""
    with _written(key, by, named, "outcome") as act:
        given = {name: words.strip() for name, words in asdict(aim).items()}
        if not all(given.values()):
            raise Refused(Why.EMPTY)
        row = SupportOutcome(**_whose(act), **given)
        row.save()
    return row


def add_help(key: UUID, help_: PlannedHelp, *, by: Who, named: UUID | None = None) -> SupportLine:
    """One more kind of help. Raises Refused, NotAllowed."""
    with _written(key, by, named, "help") as act:
        if why := rules.against_costs(help_.cost):
            raise Refused(*why)
        if not help_.what.strip() or not help_.who.strip():
            raise Refused(Why.EMPTY)
        row = SupportLine(**_whose(act), **asdict(help_))
        row.save()
    return row


def take_out(key: UUID, row: UUID, *, by: Who, named: UUID | None = None) -> None:
    """An outcome or a kind of help is not in the plan after all. Raises Refused, NotAllowed."""
    with _written(key, by, named, "taken_out") as act:
        one = act.subject.outcomes.filter(pk=row).first() or act.subject.lines.filter(pk=row).first()
        if one is None:
            raise NotAllowed("no such part of the plan")
        one.delete()


def _whose(act: Act) -> dict:
    cycle = act.subject
    return {"authority_id": cycle.authority_id, "case_id": cycle.case_id, "cycle": cycle, "added_at": clock.now()}


@contextmanager
def _written(key: UUID, by: Who, named: UUID | None, what: str) -> Iterator[Act]:
    with opened_cycle(Event.SUPPORT_WRITTEN, key, by, named) as act:
        if why := rules.against_changing(CycleState(act.subject.state)):
            raise Refused(*why)
        yield act
        act.subject.version += 1
        act.facts["part"] = what


@contextmanager
def opened_cycle(event: Event, key: UUID, by: Who, named: UUID | None, *, family: bool = False) -> Iterator[Act]:
    """The doorway for a round that stands."""

    def the_round() -> SupportCycle:
        return SupportCycle.objects.select_for_update(no_key=True).get(pk=key)

    with action(event, by=by, subject=the_round, named=named, part=Part.SUPPORT) as act:
        if not family:
            sight.require_part(by, act.case, Part.SUPPORT)
        act.about, act.facts = act.case.pk, {"round": act.subject.number}
        yield act
