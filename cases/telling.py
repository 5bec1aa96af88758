"""Tells people of the reminders raised: one letter a morning, and the urgent ones apart, in working hours.

Who hears is asked at telling, not at raising: the owner of that moment, their cover while they are away, the manager
and the head of service of that day. What has become moot meanwhile is settled without a word.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from django.db import connection, transaction

from accounts.models import Authority
from cases import ladder, standing_by
from cases.ladder import Rung
from cases.models import Reminder
from cases.standing_by import Hearer
from core import clock
from notices import digest
from statute.calendar import is_working_day

OPENS, CLOSES = time(7, 30), time(18, 0)
SPACE = UUID("5e9d0a7e-6c1b-4a55-9d2e-0d5a3f6c7b10")
"""The names of letters are drawn in here: the same letter always gets the same key."""
AT_MOST = 5000
"""Reminders of one authority in one go; the rest follow at once, in a transaction of their own."""


def in_working_hours(moment: datetime) -> bool:
    """Whether people may be written to at this moment, by London's clocks."""
    there = moment.astimezone(clock.LONDON)
    return is_working_day(there.date()) and OPENS <= there.time() < CLOSES


def tell_everybody() -> int:
    """Tells whoever should hear, at every authority, and says how many letters were written."""
    if not in_working_hours(clock.now()):
        return 0
    letters = 0
    for authority in Authority.objects.filter(pk__in=_with_something_to_tell()):
        while (written := _tell(authority)) is not None:
            letters += written
    return letters


def _with_something_to_tell() -> Iterable[str]:
    return Reminder.objects.filter(settled_at=None).values_list("authority_id", flat=True).distinct()


@dataclass(frozen=True)
class Line:
    """One deadline as a letter tells it."""

    reference: str
    duty: str
    rung: Rung
    plan_for: date
    due_strict: date
    due_ordinary: date
    recover_by: date | None
    covers_for: str


@transaction.atomic
def _tell(authority: Authority) -> int | None:
    """One round at one authority: None when nothing is left or somebody else is telling."""
    if not _alone(authority.pk):
        return None
    waiting = list(
        Reminder.objects.filter(authority=authority, settled_at=None)
        .select_related("deadline__case")
        .order_by("raised_at", "pk")[:AT_MOST]
    )
    if not waiting:
        return None
    now, today = clock.now(), clock.today()
    live = [each for each in waiting if not _is_moot(each)]
    hearers = standing_by.hearers(authority.pk, [(each.deadline.case_id, each.rung) for each in live], today)
    boxes: dict[Hearer, list[Reminder]] = defaultdict(list)
    for each in live:
        for hearer in hearers[each.deadline.case_id, each.rung]:
            boxes[hearer].append(each)
    letters = sum(_write(authority, hearer, reminders, today) for hearer, reminders in boxes.items())
    Reminder.objects.filter(pk__in=[each.pk for each in waiting]).update(settled_at=now)
    Reminder.objects.filter(pk__in=[each.pk for each in live]).update(told=True)
    return letters


def _alone(authority_id: str) -> bool:
    """One teller an authority at a time, so that nobody gets two morning letters."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('tell'), hashtext(%s))", [authority_id])
        return cursor.fetchone()[0]


def _is_moot(reminder: Reminder) -> bool:
    """Done, withdrawn, excused or taken up since it was raised."""
    deadline = reminder.deadline
    if deadline.ended_on:
        return True
    if reminder.rung < Rung.MISSED:
        return False
    today = clock.today()
    standing = ladder.Standing.of(
        deadline.plan_for, deadline.due_ordinary, deadline.recover_by, deadline.taken_up_until
    )
    return max(standing.last, standing.taken_up_until or standing.last) >= today


def _write(authority: Authority, hearer: Hearer, reminders: list[Reminder], today: date) -> int:
    """One letter for the morning, one for what is late. Later rungs of a deadline speak for the earlier ones."""
    newest = {each.deadline_id: each for each in sorted(reminders, key=lambda each: each.rung)}
    lines = [_line(each, hearer) for each in newest.values()]
    lines.sort(key=lambda line: (line.plan_for, line.reference, line.duty))
    urgent = [line for line in lines if line.rung >= Rung.MISSED]
    calm = [line for line in lines if line.rung < Rung.MISSED]
    written = 0
    if urgent:
        key = uuid5(SPACE, f"urgent {hearer.ref} " + " ".join(sorted(str(each.pk) for each in reminders)))
        written += digest.write_urgent(authority, hearer, key, urgent)
    if calm:
        key = uuid5(SPACE, f"morning {authority.pk} {hearer.ref} {today.isoformat()}")
        written += digest.write_morning(authority, hearer, key, calm)
    return written


def _line(reminder: Reminder, hearer: Hearer) -> Line:
    deadline = reminder.deadline
    return Line(
        reference=deadline.case.reference,
        duty=deadline.duty,
        rung=ladder.rung_of(reminder.rung),
        plan_for=deadline.plan_for,
        due_strict=deadline.due_strict,
        due_ordinary=deadline.due_ordinary,
        recover_by=deadline.recover_by,
        covers_for=hearer.covers_for,
    )


ONE_DAY = timedelta(days=1)
