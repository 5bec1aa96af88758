"""A ward is said to be of interest to the council, or no longer."""

from uuid import UUID

from accounts.models import Ward
from accounts.who import Who
from cases.office import office_act
from core.events import Event


def mark_ward(key: UUID, of_interest: bool, *, by: Who) -> Ward:
    """Says so. Raises NotAllowed, Ward.DoesNotExist."""

    def subject() -> Ward:
        return Ward.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)

    with office_act(Event.WARD_MARKED, by=by, subject=subject) as act:
        act.subject.of_interest = of_interest
        act.facts = {"of_interest": "yes" if of_interest else "no", "code": act.subject.code}
    return act.subject
