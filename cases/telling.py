"""Tells people of the reminders raised: one letter a morning, and the urgent ones apart, in working hours.

Who hears is asked at telling, not at raising: the owner of that moment, their cover while they are away, the manager
and the head of service of that day. What has become moot meanwhile is settled without a word.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time
from uuid import UUID, uuid5

from django.db import InterfaceError, OperationalError, connection, transaction

from accounts.models import Authority
from cases import ladder, standing_by
from cases.deadlines import standing_of
from cases.ladder import Rung
from cases.models import Reminder
from cases.staff_letters import Line, write_morning, write_urgent
from cases.standing_by import Hearer
from cases.sweep import raise_what_others_held
from core import clock
from core.events import Event
from ledger.models import Entry
from notices.selectors import undelivered_count, written_already
from statute.calendar import is_working_day

log = logging.getLogger(__name__)

OPENS, CLOSES = time(7, 30), time(18, 0)
SPACE = UUID("5e9d0a7e-6c1b-4a55-9d2e-0d5a3f6c7b10")
"""The names of letters are drawn in here: the same letter always gets the same key."""
SERVICE = "SERVICE-"
"""How the codes of what services promise begin."""
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
    letters, waiting = 0, set(_with_something_to_tell())
    if waiting:
        raise_what_others_held()
    for authority in Authority.objects.filter(pk__in=waiting):
        try:
            while (written := _tell(authority)) is not None:
                letters += written
        except (OperationalError, InterfaceError):  # the database itself
            raise
        except Exception as trouble:  # this council's alone; the patrol says what has not been told
            log.error("nobody at %s can be told of reminders: %s", authority.pk, type(trouble).__name__)
    return letters


def _with_something_to_tell() -> Iterable[str]:
    return Reminder.objects.filter(settled_at=None).values_list("authority_id", flat=True).distinct()


@transaction.atomic
def _tell(authority: Authority) -> int | None:
    """One round at one authority: None when nothing is left for now, or somebody else is telling."""
    if not _alone(authority.pk):
        return None
    waiting = list(
        Reminder.objects.filter(authority=authority, settled_at=None)
        .select_related("deadline__case")
        .order_by("-rung", "raised_at", "pk")[:AT_MOST]
    )
    moot = [each for each in waiting if _is_moot(each)]
    boxes = _boxes(authority.pk, [each for each in waiting if each not in set(moot)])
    desk = _Desk(authority, boxes)
    for hearer, told in boxes.items():
        desk.write_apart(hearer, told)
    settled = desk.told | {each.pk for each in moot}
    Reminder.objects.filter(pk__in=settled).update(settled_at=clock.now())
    Reminder.objects.filter(pk__in=desk.told).update(told=True)
    return desk.letters if settled else None


Box = list[tuple[Reminder, str]]
"""What one hearer is to be told, each with the colleague in whose place they hear it."""


def _boxes(authority_id: str, live: list[Reminder]) -> dict[Hearer, Box]:
    owing = _owing(live)
    pairs = {each.pk: (each.deadline.case_id, each.rung, owing.get(each.deadline.entry_ref)) for each in live}
    heard = standing_by.hearers(authority_id, pairs.values(), clock.today())
    boxes: dict[Hearer, Box] = defaultdict(list)
    for each in live:
        for told in heard[pairs[each.pk]]:
            boxes[told.hearer].append((each, told.covers_for))
    return boxes


def _owing(live: list[Reminder]) -> dict[UUID, UUID]:
    """The team that was asked, by the entry that asked it: a service owes its own answer, and the Bridge does not."""
    asked = {each.deadline.entry_ref for each in live if each.deadline.duty.startswith(SERVICE)}
    rows = Entry.objects.filter(pk__in=asked, event=Event.SERVICE_ASKED) if asked else ()
    return {row.pk: UUID(row.facts["team"]) for row in rows}


class _Desk:
    """Writes the letters of one round, and keeps what has been told."""

    def __init__(self, authority: Authority, boxes: dict[Hearer, Box]) -> None:
        self.authority, self.today = authority, clock.today()
        self.letters, self.told = 0, set[UUID]()
        mornings = {hearer: self._morning_key(hearer) for hearer in boxes}
        self.had_theirs = written_already(authority.pk, mornings.values())
        self.undelivered = undelivered_count(authority.pk)

    def write_apart(self, hearer: Hearer, box: Box) -> None:
        """One who cannot be written to, as for an address that is none, keeps nobody else from hearing."""
        try:
            with transaction.atomic():
                self.write(hearer, box)
        except (OperationalError, InterfaceError):
            raise
        except Exception as trouble:
            log.error("%s at %s cannot be told: %s", hearer.ref, self.authority.pk, type(trouble).__name__)

    def write(self, hearer: Hearer, box: Box) -> None:
        """The morning's letter, unless it has gone; what is late, and what is due today after it has gone, apart."""
        morning_is_over = self._morning_key(hearer) in self.had_theirs
        at_once = Rung.TODAY if morning_is_over else Rung.MISSED
        newest = {each.deadline_id: (each, covers) for each, covers in reversed(box)}  # the highest rung comes first
        urgent = [pair for pair in newest.values() if pair[0].rung >= at_once]
        calm = [pair for pair in newest.values() if pair[0].rung < at_once]
        if urgent:
            key = uuid5(SPACE, f"urgent {hearer.ref} " + " ".join(sorted(str(each.pk) for each, _ in urgent)))
            self.letters += write_urgent(self.authority, hearer, key, _lines(urgent))
        if calm and not morning_is_over:
            more = {"undelivered": self.undelivered if hearer.manages else 0}
            self.letters += write_morning(self.authority, hearer, self._morning_key(hearer), _lines(calm), more)
        spoken_for = {each.deadline_id for each, _ in urgent + ([] if morning_is_over else calm)}
        self.told |= {each.pk for each, _ in box if each.deadline_id in spoken_for}

    def _morning_key(self, hearer: Hearer) -> UUID:
        return uuid5(SPACE, f"morning {self.authority.pk} {hearer.ref} {self.today.isoformat()}")


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
    standing = standing_of(deadline)
    return max(standing.last, standing.taken_up_until or standing.last) >= clock.today()


def _lines(pairs: Box) -> list[Line]:
    lines = [_line(each, covers) for each, covers in pairs]
    return sorted(lines, key=lambda line: (line.plan_for, line.reference, line.code))


def _line(reminder: Reminder, covers_for: str) -> Line:
    deadline = reminder.deadline
    return Line(
        reference=deadline.case.reference,
        code=deadline.duty,
        counted_from=deadline.counted_from,
        rung=ladder.rung_of(reminder.rung),
        plan_for=deadline.plan_for,
        due_strict=deadline.due_strict,
        due_ordinary=deadline.due_ordinary,
        recover_by=deadline.recover_by,
        covers_for=covers_for,
    )
