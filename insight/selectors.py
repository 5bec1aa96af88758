"""Timeliness: of what was owed, how much was done in time. The first argument is always who asks."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from django.db.models import Case as Choice
from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet, Value, When

from accounts.who import Who
from cases.models import Deadline
from cases.sight import visible_to
from cases.words import Ended
from core import clock
from insight.rules import Kind, percent
from people.models import Child
from statute.timetable import codes, duty

PAGE = 50


def _kinds(today: date) -> Choice:
    """Each deadline's kind, in SQL. Withdrawn and replaced ones are none, and are not counted."""
    met = Q(ended_as=Ended.MET)
    return Choice(
        When(met & Q(ended_on__lte=F("due_strict")), then=Value(Kind.IN_TIME)),
        When(met & Q(ended_on__lte=F("due_ordinary")), then=Value(Kind.AFTER_TARGET)),
        When(met & Q(excused_by__isnull=False), then=Value(Kind.EXCUSED)),
        When(met, then=Value(Kind.LATE)),
        When(ended_on=None, due_ordinary__gte=today, then=Value(Kind.OPEN)),
        When(ended_on=None, excused_by__isnull=False, then=Value(Kind.OPEN_EXCUSED)),
        When(ended_on=None, then=Value(Kind.OPEN_LATE)),
        default=Value(""),
    )


def _counted(who: Who, begun_from: date) -> QuerySet[Deadline]:
    return (
        Deadline.objects.filter(authority_id=who.authority_id, counted_from__gte=begun_from)
        .annotate(kind=_kinds(clock.today()))
        .exclude(kind="")
    )


@dataclass(frozen=True)
class Line:
    """One duty's figures."""

    code: str
    what: str
    counts: dict[Kind, int]
    usual_days: int | None
    """The middle number of days from the start until it was done."""
    allowed: int
    """The days the strict count allows, for the most recent of them."""

    @property
    def settled(self) -> int:
        """Those of which it is known how they ended: done, or late and still owed."""
        return sum(self.counts.values()) - self.counts[Kind.OPEN]

    @property
    def in_time(self) -> int:
        """Done by the last day."""
        return self.counts[Kind.IN_TIME] + self.counts[Kind.AFTER_TARGET]

    @property
    def share(self) -> str:
        """In time, of all that is settled."""
        return percent(self.in_time, self.settled)

    @property
    def share_without_excused(self) -> str:
        """The same, leaving out those that were excused: national returns ask for both."""
        excused = self.counts[Kind.EXCUSED] + self.counts[Kind.OPEN_EXCUSED]
        return percent(self.in_time, self.settled - excused)


def timeliness(who: Who, begun_from: date) -> list[Line]:
    """Every duty that began since a day at the asker's authority, in the order of the rule book."""
    counts: dict[str, dict[Kind, int]] = defaultdict(lambda: dict.fromkeys(Kind, 0))
    for code, kind, count in _counted(who, begun_from).values_list("duty", "kind").annotate(n=Count("pk")).order_by():
        counts[code][Kind(kind)] = count
    took: dict[str, list[int]] = defaultdict(list)
    days = ExpressionWrapper(F("ended_on") - F("counted_from"), DurationField())
    done = _counted(who, begun_from).filter(ended_as=Ended.MET)
    for code, span, count in done.values_list("duty").annotate(span=days, n=Count("pk")).order_by():
        took[code] += [span.days] * count
    allowed = dict(
        _counted(who, begun_from)
        .order_by("duty", "counted_from")
        .annotate(span=ExpressionWrapper(F("due_strict") - F("counted_from"), DurationField()))
        .values_list("duty", "span")
    )
    return [
        Line(
            code=code,
            what=duty(code).what,
            counts=counts[code],
            usual_days=round(median(took[code])) if took[code] else None,
            allowed=allowed[code].days,
        )
        for code in codes()
        if code in counts
    ]


@dataclass(frozen=True)
class Row:
    """One deadline behind a figure."""

    reference: str
    child: str
    began: date
    due_strict: date
    due_ordinary: date
    ended_on: date | None
    deadline: UUID


@dataclass(frozen=True)
class Listed:
    rows: list[Row]
    count: int
    page: int
    pages: int


def behind(who: Who, begun_from: date, code: str, kind: Kind, page: int) -> Listed:
    """The deadlines a figure counts, oldest first, as far as the asker may see their cases."""
    rows = _counted(who, begun_from).filter(duty=code, kind=kind, case__in=visible_to(who).values("pk"))
    count = rows.count()
    pages = max(1, -(-count // PAGE))
    page = min(max(page, 1), pages)
    shown = list(rows.select_related("case").order_by("counted_from", "pk")[(page - 1) * PAGE : page * PAGE])
    children = {
        child.case_ref: child.full_name
        for child in Child.objects.filter(authority_id=who.authority_id, case_ref__in=[row.case_id for row in shown])
    }
    return Listed(
        rows=[
            Row(
                reference=row.case.reference,
                child=children[row.case_id],
                began=row.counted_from,
                due_strict=row.due_strict,
                due_ordinary=row.due_ordinary,
                ended_on=row.ended_on,
                deadline=row.pk,
            )
            for row in shown
        ],
        count=count,
        page=page,
        pages=pages,
    )
