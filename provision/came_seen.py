"""What came of the work of services, as the family of a child reads it."""

from dataclasses import dataclass
from datetime import date

from accounts.who import Who
from cases import sight
from cases.secret_letters import texts_open_to
from core.words import _
from provision.models import ServiceAnswer, ServiceRequest
from provision.outcomes import outcomes_of
from provision.words import Asked, Came, ServiceSaid


@dataclass(frozen=True)
class CameSeenByFamily:
    """What a service said when its work ended."""

    service: str
    ended_on: date
    because: str
    """Empty where it holds an address the reader may not be told; so are the sentences."""
    needs: list[tuple[str, str, str]]
    """Each thing it worked on, how it came out, and in a sentence."""


HOW_IT_CAME = {
    Came.ACHIEVED: _("What we wanted came about"),
    Came.PARTLY: _("Some of what we wanted came about"),
    Came.NOT: _("What we wanted did not come about"),
    Came.NOT_KNOWN: _("We do not know yet"),
}
"""To families."""


def came_of_services(who: Who, reference: str) -> list[CameSeenByFamily]:
    """What came of the work of services on a case of the signed-in family, the newest first. Raises Case.DoesNotExist
    for a stranger's, as for none at all."""
    case = sight.visible_to(who).get(reference=reference)
    rows = list(
        ServiceRequest.objects.filter(case=case, state=Asked.FINISHED)
        .select_related("service")
        .order_by("-over_on", "-pk")
    )
    if not rows:
        return []
    came = outcomes_of(row.pk for row in rows)
    last = dict(
        ServiceAnswer.objects.filter(request__in=rows, said=ServiceSaid.FINISHED)
        .order_by("said_at")
        .values_list("request", "because")
    )
    written = [text for row in rows for text in (last.get(row.pk, ""), *(one.words for one in came.get(row.pk, ())))]
    texts = iter(texts_open_to(who.person_id, case.pk, written))
    return [
        CameSeenByFamily(
            service=row.service.name, ended_on=row.over_on, because=next(texts),
            needs=[(one.need, str(HOW_IT_CAME[one.came]), next(texts)) for one in came.get(row.pk, ())],
        )
        for row in rows
    ]  # fmt: skip


def helping_now(who: Who, reference: str) -> list[tuple[str, date]]:
    """The services that work with the child of a case of the signed-in family, and since when. Raises Case.DoesNotExist
    for a stranger's."""
    case = sight.visible_to(who).get(reference=reference)
    rows = ServiceRequest.objects.filter(case=case, state=Asked.TAKEN).order_by("began_on", "pk")
    return list(rows.values_list("service__name", "began_on"))
