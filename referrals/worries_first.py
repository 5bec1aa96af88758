"""What stands first in the Bridge's queue, as far as its reader may know. The first argument is always who asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce

from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.models import Concern
from cases.words import Part
from referrals.models import Referral
from referrals.words import UNREAD

WORRY, ANSWERED = 0, 1
"""The blocks before the list: a worry that nobody took to social care, then what the sender answered."""
WORRIES = ~Q(concern="") | Q(may_tell_of_harm=True)


def ahead_of_all(who: Who) -> dict[UUID, int]:
    """The cases that stand before the day's own order, each with its block: a worry that the reader may know of, that
    nobody has taken to social care, on whichever record of the child, and of which nobody said why it is not for them;
    then what the sender answered."""
    waiting = Referral.objects.filter(WORRIES | Q(they_answered=True), authority_id=who.authority_id, state__in=UNREAD)
    rows = list(waiting.values_list("case_id", "concern", "may_tell_of_harm", "worry_read_at", "they_answered"))
    worrying = {case for case, concern, harm, read_at, _answered in rows if (concern or harm) and not read_at}
    worries = _known_and_untaken(who, worrying) if worrying else set()
    return {
        case: WORRY if case in worries else ANSWERED
        for case, _concern, _harm, _read_at, answered in rows
        if case in worries or answered
    }


def _known_and_untaken(who: Who, cases: set[UUID]) -> set[UUID]:
    known = sight.open_in(who, Part.SAFEGUARDING).filter(pk__in=cases)
    homes = dict(known.values_list("pk", Coalesce("merged_into", "pk")))
    raised = Concern.objects.filter(Q(case__in=homes.values()) | Q(case__merged_into__in=homes.values()))
    taken = set(raised.values_list(Coalesce("case__merged_into", "case"), flat=True))
    return {case for case, home in homes.items() if home not in taken}


@dataclass(frozen=True)
class WorryRead:
    """That what may tell of harm was read, and why it is not for social care."""

    because: str
    by: str
    at: datetime


def worry_read(who: Who, case) -> WorryRead | None:
    """Who read it and what they found, for those who may know of a worry; None where nobody did."""
    if Part.SAFEGUARDING not in sight.parts_open_to(who, case):
        return None
    row = Referral.objects.filter(case=case).exclude(worry_read_at=None).first()
    if row is None:
        return None
    by = names_of({row.worry_read_by}).get(row.worry_read_by, "")
    return WorryRead(row.worry_read, by, row.worry_read_at)
