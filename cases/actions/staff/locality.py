"""A locality is added, or its days and what belongs to it are changed. The pathway is switched on by its first day."""

from datetime import date
from uuid import UUID

from accounts.models import Authority, Locality
from accounts.places import Area, against_area
from accounts.selectors_setup import areas
from accounts.who import Who
from cases.actions.staff.council import WrongFields
from cases.office import office_act
from core.events import Event


def keep_locality(key: UUID | None, wanted: Area, *, by: Who) -> Locality:
    """Adds a locality, or changes the one with this key. Raises WrongFields, NotAllowed, Locality.DoesNotExist."""

    def subject() -> Locality:
        Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)  # one at a time: they are compared
        if key is None:
            return Locality(authority_id=by.authority_id)
        return Locality.objects.get(pk=key, authority_id=by.authority_id)

    with office_act(Event.LOCALITY_KEPT, by=by, subject=subject) as act:
        place = act.subject
        if why := against_area(wanted, areas(by.authority_id)):
            raise WrongFields(dict(why))
        place.name, place.since, place.until = wanted.name, wanted.since, wanted.until
        place.districts, place.wards = sorted(wanted.districts), sorted(wanted.wards)
        act.facts = {"done": "changed" if key else "added", "since": _day(place.since), "until": _day(place.until)}
    return act.subject


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
