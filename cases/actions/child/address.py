"""Where a child lives, and where letters about them go."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.actions.child.keeping import changes, in_order, keep_before, of, take_off_the_page
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.postcodes import tidy
from core.refusals import Invalid, NotAllowed
from people.models import Address, Around
from people.words import Home, Kept

MOST_LINES = 6


@dataclass(frozen=True)
class Place:
    """An address as somebody entered it. ``told``: keys of those around the child who may be told a secret one."""

    kind: str
    lines: str
    postcode: str
    since: date | None = None
    until: date | None = None
    secret: bool = False
    told: tuple[str, ...] = ()


def against(place: Place) -> dict[str, str]:
    """What is wrong, by field."""
    wrong = in_order(place.since, place.until)
    if place.kind not in set(Home):
        wrong["kind"] = "Choose what this address is"
    lines = _lines(place.lines)
    if not lines:
        wrong["lines"] = "Enter the address, without the postcode"
    elif len(lines) > MOST_LINES:
        wrong["lines"] = f"Write the address in {MOST_LINES} lines or fewer"
    if tidy(place.postcode) is None:
        wrong["postcode"] = "Enter a full postcode, like M5 4WT"
    return wrong


@transaction.atomic
def keep_address(case_key: UUID, key: UUID | None, place: Place, *, by: Who) -> Address:
    """Enters an address, or writes another version of the one of this key. Raises Invalid, NotAllowed.

    What is or was secret stays in that part of history."""
    there = _there(case_key, key)
    part = Part.SECRET if place.secret or (there and there.secret) else Part.CONTACT
    with action(Event.ADDRESS_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        if wrong := against(place):
            raise Invalid(wrong)
        row = _there(case_key, key)
        if row and row.secret and part != Part.SECRET:  # made secret a moment ago
            raise NotAllowed("secret meanwhile")
        new = asdict(place) | {"lines": "\n".join(_lines(place.lines)), "postcode": tidy(place.postcode)}
        new["told"] = _told(act.case, place) if place.secret else []
        if row is None:
            row = Address(**of(act.case))
        elif not changes(row, new):
            act.abandon()
            return row
        else:
            keep_before(row, Kept.ADDRESS, by=by, secret=row.secret)
        act.facts = {"done": "changed" if key else "added"}
        for name, value in new.items():
            setattr(row, name, value)
        row.entered_by, row.entered_at = by.ref, clock.now()
        row.save()
        act.about = row.pk
    if row.secret:
        take_off_the_page(case_key, "home_postcode", by=by, because=act.entry)
    return row


def mark_mistaken(case_key: UUID, key: UUID, *, by: Who) -> Address:
    """Says that an address was entered by mistake. It stays readable among what stood before. Raises NotAllowed."""
    there = _there(case_key, key)
    part = Part.SECRET if there and there.secret else Part.CONTACT
    with action(Event.ADDRESS_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        row = Address.objects.get(pk=key, case_ref=case_key)
        if row.mistaken_at:
            act.abandon()
            return row
        keep_before(row, Kept.ADDRESS, by=by, secret=row.secret)
        row.mistaken_at = clock.now()
        row.save()
        act.about, act.facts = row.pk, {"done": "mistaken"}
    return row


def _there(case_key: UUID, key: UUID | None) -> Address | None:
    return Address.objects.get(pk=key, case_ref=case_key, mistaken_at=None) if key else None


def _told(case: Case, place: Place) -> list[str]:
    around = Around.objects.filter(case_ref=case.pk, mistaken_at=None).values_list("pk", flat=True)
    return sorted({str(key) for key in around} & set(place.told))


def _lines(typed: str) -> list[str]:
    return [line for line in (" ".join(line.split()).strip(" ,") for line in typed.splitlines()) if line]
