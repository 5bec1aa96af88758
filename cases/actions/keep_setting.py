"""Somebody adds a place that children learn at, or mends what is said of it."""

from uuid import UUID

from django.db import IntegrityError, transaction

from accounts.models import Setting
from accounts.who import Who
from cases.office import office_act
from core.events import Event
from core.refusals import Refused
from core.words import _

NUMBER_TAKEN = _("Another setting has this number already.")


def keep_setting(
    key: UUID | None, *, name: str, kind: str, urn: str = "", by: Who, postcode: str | None = None,
    capacity: int | None = None,
) -> Setting:  # fmt: skip
    """Adds a setting, or changes the one with this key. Raises Refused when its number is another's. Where it is and
    how many places it has are kept for what no register describes; of the rest the register's file says it."""

    def subject() -> Setting:
        if key is None:
            return Setting(authority_id=by.authority_id)
        return Setting.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)

    try:
        with transaction.atomic(), office_act(Event.SETTING_KEPT, by=by, subject=subject) as act:
            act.facts = {"done": "changed" if key else "added"}
            act.subject.kind_chosen = act.subject.kind_chosen or (key is not None and act.subject.kind != kind)
            act.subject.name, act.subject.kind, act.subject.urn = name, kind, urn
            if postcode is not None and not act.subject.digest:
                act.subject.postcode, act.subject.capacity = postcode, capacity
    except IntegrityError as taken:
        if "one_setting_a_number" not in str(taken):
            raise
        raise Refused(NUMBER_TAKEN) from taken
    return act.subject
