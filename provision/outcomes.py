"""What came of a service's work, need by need: for one child, and counted for a year. Reads, and changes nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models.functions import Coalesce

from cases.need_words import LISTS, NeedList
from core.words import _
from provision.in_time import first_of_months
from provision.models import Service, ServiceOutcome, ServiceRequest
from provision.words import Asked, Came, WhyEnds

NO_NEED = _("Something else than the needs noted")
ORDER: dict[tuple[str, str], int] = {
    need: at for at, need in enumerate((which.value, code.value) for which, codes in LISTS.items() for code in codes)
}


@dataclass(frozen=True)
class OutcomeSeen:
    """What came of the work on one need."""

    need: str
    came: Came
    words: str


@dataclass(frozen=True)
class Outcomes:
    """Twelve months of one service: each child once a need, as it was said last."""

    by_need: list[tuple[str, tuple[int, ...]]]
    """Each need that was worked on, with how many children came to each result, in the order of ``Came``."""
    why: tuple[int, ...]
    """How many pieces of work ended for each reason, in the order of ``WhyEnds``."""


def need_words(which: str, code: str) -> str:
    """A need by its list and code, or what stands where none names it."""
    return str(LISTS[NeedList(which)](code).words) if which else str(NO_NEED)


def outcomes_of(requests: Iterable[UUID]) -> dict[UUID, tuple[OutcomeSeen, ...]]:
    """What came of each of these pieces of work. Those without any are not in it."""
    rows = sorted(
        ServiceOutcome.objects.filter(request__in=list(requests)),
        key=lambda row: ORDER.get((row.which, row.code), len(ORDER)),
    )
    found: dict[UUID, tuple[OutcomeSeen, ...]] = {}
    for row in rows:
        one = OutcomeSeen(need_words(row.which, row.code), Came(row.came), row.words)
        found[row.request_id] = (*found.get(row.request_id, ()), one)
    return found


def counted(service: Service, today: date) -> Outcomes:
    """What came of the work that ended in these twelve months, on whichever record of the child it was said."""
    ended = ServiceRequest.objects.filter(
        authority_id=service.authority_id, service=service, state=Asked.FINISHED,
        over_on__gte=first_of_months(today)[-1],
    )  # fmt: skip
    rows = ServiceOutcome.objects.filter(request__in=ended).order_by("noted_at", "pk")
    last: dict[tuple[str, str, UUID], str] = {
        (which, code, home): came
        for which, code, came, home in rows.values_list("which", "code", "came", Coalesce("case__merged_into", "case"))
    }
    tables: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (which, code, _home), came in last.items():
        tables[which, code][came] += 1
    reasons = Counter(ended.values_list("why_ended", flat=True))
    return Outcomes(
        by_need=[
            (need_words(*need), tuple(tables[need][came] for came in Came))
            for need in sorted(tables, key=lambda need: ORDER.get(need, len(ORDER)))
        ],
        why=tuple(reasons[why] for why in WhyEnds),
    )
