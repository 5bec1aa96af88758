"""Those of the family who know of a case and may be talked with about it: asked again whenever it matters."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from cases.models import Case, Involvement
from cases.of_the_family import family_told, is_barred
from cases.secrecy import is_barred_anywhere
from cases.secret_letters import holds_hidden, people_who_are
from cases.words import Capacity
from core import clock
from people.models import Around, Carer
from people.words import Relationship, Tie


@dataclass(frozen=True)
class Partner:
    """Somebody of the family with whom there may be a conversation."""

    key: UUID
    """Of their row: in addresses, and no child's."""
    name: str
    tie: str
    email: str
    home: str
    people: frozenset[UUID]
    """The accounts by which they sign in; none, where they have none."""
    carer: Carer | None = None
    around: Around | None = None


def partners_on(case: Case) -> list[Partner]:
    """Everybody who knows of the case and still may: not who is barred from an address, was not told yet, or follows
    the case no longer."""
    today, lasting = clock.today(), Q(until=None) | Q(until__gte=clock.today())
    following = Involvement.objects.filter(lasting, case=case, capacity=Capacity.FAMILY, since__lte=today)
    now = set(following.values_list("person", flat=True))
    told = family_told(case).filter(Q(asked=True) | Q(told_from__lte=clock.now())).order_by("pk")
    around = list(Around.objects.filter(lasting, case_ref=case.pk, mistaken_at=None).order_by("pk"))
    found = [_by_carer(one, around) for one in told if not is_barred(one, case)]
    found += [_by_row(one) for one in around if one.carer_id is None and one.person_id and not is_barred_anywhere(one)]
    return [one for one in found if not one.people or one.people & now]


def partner_called(case: Case, key: UUID) -> Partner | None:
    """One of them by the key of their row, or None."""
    return next((one for one in partners_on(case) if one.key == key), None)


def partner_signed_in(case: Case, person: UUID | None) -> Partner | None:
    """Who of them somebody is who signed in, or None."""
    return next((one for one in partners_on(case) if person and person in one.people), None)


def hides(case: Case, partner: Partner, words: str) -> bool:
    """Whether words hold an address of the child that they may not be told."""
    rows = people_who_are(partner.carer, case.pk) if partner.carer else [partner.around] if partner.around else []
    return holds_hidden(case.pk, words, rows)


def _by_carer(row: Carer, around: list[Around]) -> Partner:
    own = [one for one in around if one.carer_id == row.pk]
    people = {row.person_id, *(one.person_id for one in own)} - {None}
    return Partner(
        key=row.pk, name=row.name, tie=str(Relationship(row.relationship).words), email=row.email, home=row.home,
        people=frozenset(one for one in people if one), carer=row,
    )  # fmt: skip


def _by_row(row: Around) -> Partner:
    return Partner(
        key=row.pk, name=row.name, tie=str(Tie(row.tie).words), email=row.email, home=row.home,
        people=frozenset({row.person_id} if row.person_id else ()), around=row,
    )  # fmt: skip
