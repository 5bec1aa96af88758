"""The service that a sender would like, kept with their request while it is taken in."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from cases.models import Case
from provision.models import Service, ServiceWish
from provision.rules import check
from provision.selectors import lines_of
from provision.words import Said


@dataclass(frozen=True)
class Wish:
    """Which service, and what was answered to which version of its threshold."""

    service: UUID
    version: int
    answers: Mapping[int, Said]


def write_wish(case: Case, referral: UUID, wish: Wish) -> None:
    """Keeps it on the case, which the doorway holds open. One for a service that is not there any more is left out."""
    service = Service.objects.filter(pk=wish.service, authority_id=case.authority_id).first()
    if service is None:
        return
    lines = lines_of(service, wish.version)
    ServiceWish(
        authority_id=case.authority_id, case=case, service=service, referral_ref=referral, threshold=wish.version,
        answers={str(place): said.value for place, said in wish.answers.items() if place <= len(lines)},
        outcome=check(wish.version, lines, wish.answers).outcome if lines else "",
    ).save()  # fmt: skip
