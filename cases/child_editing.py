"""The rows a colleague is about to change, as far as they may. The first argument is always who asks."""

from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.models import Case
from cases.words import Part
from people.models import Address, Around, Carer, Learning


def _require(who: Who, case: Case, secret: bool) -> None:
    sight.require_part(who, case, Part.SECRET if secret else Part.CONTACT)


def address_to_change(who: Who, case: Case, key: UUID) -> Address:
    """An address of this case. Raises its DoesNotExist, and NotAllowed."""
    row = Address.objects.get(pk=key, case_ref=case.pk, mistaken_at=None)
    _require(who, case, row.secret)
    return row


def learning_to_change(who: Who, case: Case, key: UUID) -> Learning:
    """A place of learning of this case. Raises its DoesNotExist, and NotAllowed."""
    row = Learning.objects.select_related("setting").get(pk=key, case_ref=case.pk, mistaken_at=None)
    _require(who, case, row.secret)
    return row


def person_to_change(who: Who, case: Case, key: UUID) -> Around:
    """Somebody around the child of this case. Raises its DoesNotExist, and NotAllowed."""
    row = Around.objects.select_related("carer").get(pk=key, case_ref=case.pk, mistaken_at=None)
    _require(who, case, row.secret)
    return row


def sender_to_write_down(who: Who, case: Case, key: UUID) -> Carer:
    """Whoever asked on this case, of whom no more is written down yet. Raises DoesNotExist, NotAllowed."""
    _require(who, case, secret=False)
    written = Around.objects.filter(case_ref=case.pk, carer__isnull=False).values("carer")
    return Carer.objects.exclude(pk__in=written).get(pk=key, case_ref=case.pk)


def sibling_reference(who: Who, row: Around) -> str:
    """The record of a brother or sister, for whoever may see it."""
    seen = sight.visible_to(who).filter(pk=row.sibling_ref).values_list("reference", flat=True)
    return (row.sibling_ref and seen.first()) or ""


def who_may_be_told(case: Case) -> list[tuple[str, str]]:
    """Those around the child who can be named on a secret address."""
    rows = Around.objects.filter(case_ref=case.pk, mistaken_at=None).order_by("entered_at", "pk")
    return [(str(row.pk), row.name) for row in rows]


def addresses_to_bar(case: Case) -> list[tuple[str, str]]:
    """The addresses of a case, for a bar: told apart by what they are and their postcode."""
    rows = Address.objects.filter(case_ref=case.pk, mistaken_at=None).order_by("entered_at", "pk")
    return [(str(row.pk), f"{row.get_kind_display()}: {row.lines.splitlines()[0]}, {row.postcode}") for row in rows]
