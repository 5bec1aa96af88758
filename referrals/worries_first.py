"""What stands first in the Bridge's queue, as far as its reader may know. The first argument is always who asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

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


def untaken_worry(who: Who) -> Q:
    """Whether a request tells of a worry that the reader may know of, that nobody has taken to social care, on
    whichever record of the child, and of which nobody said why it is not for them."""
    theirs = (
        Q(case=OuterRef("case")) | Q(case=OuterRef("case__merged_into")) | Q(case__merged_into=OuterRef("case"))
    )  # fmt: skip
    known = sight.open_in(who, Part.SAFEGUARDING).filter(pk=OuterRef("case"))
    return WORRIES & Q(worry_read_at=None) & ~Exists(Concern.objects.filter(theirs)) & Exists(known)


def ahead_of_all(who: Who) -> dict[UUID, int]:
    """The cases that stand before the day's own order, each with its block."""
    waiting = Referral.objects.filter(WORRIES | Q(they_answered=True), authority_id=who.authority_id, state__in=UNREAD)
    rows = waiting.annotate(worry=untaken_worry(who)).values_list("case_id", "worry", "they_answered")
    return {case: WORRY if worry else ANSWERED for case, worry, answered in rows if worry or answered}


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
