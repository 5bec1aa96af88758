"""What every new case begins with: a reference, and the Bridge that reads it."""

from django.db import IntegrityError, transaction

from accounts.selectors import bridge_of
from cases.models import Case, Involvement
from cases.words import Capacity
from core.references import new_reference


def save_under_a_new_reference(case: Case) -> None:
    """References are drawn, and a draw can meet one that is there: then it is drawn again."""
    for last in (False, False, True):
        case.reference = new_reference(case.authority.letters)
        if not last and Case.objects.filter(authority_id=case.authority_id, reference=case.reference).exists():
            continue
        try:
            with transaction.atomic():
                case.save()
            return
        except IntegrityError:  # the same draw, at the same moment
            if last:
                raise


def put_before_the_bridge(case: Case) -> None:
    """Whatever opens a case, the Bridge reads it."""
    involve(case, Capacity.TRIAGE, team_id=bridge_of(case.authority_id).pk)


def involve(case: Case, capacity: Capacity, **whom) -> None:
    """A team or a person in one capacity, from the day the case opened."""
    Involvement(
        authority_id=case.authority_id, case=case, capacity=capacity, since=case.received_on, **whom
    ).save()  # fmt: skip
