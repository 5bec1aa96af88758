"""A colleague enters a child we should know, whom nobody has asked for."""

from dataclasses import asdict
from uuid import UUID

from django.conf import settings

from accounts.models import Authority
from accounts.roles import Role
from accounts.who import Who
from cases.action import action
from cases.models import Case
from cases.new_case import involve, put_before_the_bridge, save_under_a_new_reference
from cases.words import Capacity
from core import clock
from core.events import Event
from core.keys import new_key
from core.refusals import Invalid
from people.facts import Details, against
from people.models import Child
from people.names import kept as name_keys

STANDS_AS = {
    Role.ENGAGEMENT_LEAD: Capacity.LEAD,
    Role.CAF_WORKER: Capacity.LEAD,
    Role.LOCALITY_MANAGER: Capacity.LEAD,
    Role.EHC_COORDINATOR: Capacity.COORDINATOR,
    Role.SENCO: Capacity.SETTING,
}
"""As what whoever enters a child goes on; others as somebody who works with the child."""


def open_record(details: Details, *, by: Who, key: UUID | None = None) -> Case:
    """Opens a provisional case of its own, with a reference, before the Bridge and the team of whoever entered it.

    ``key`` names the record, so that the same form sent twice gives the first one again. Raises Invalid, NotAllowed.
    """
    details, key, today = details.tidied(), key or new_key(), clock.today()
    if there := Case.objects.filter(pk=key, authority_id=by.authority_id).first():
        return there
    authority = Authority.objects.get(pk=by.authority_id)

    def a_new_case() -> Case:
        return Case(pk=key, authority=authority, received_on=today)

    with action(Event.CASE_OPENED, by=by, subject=a_new_case) as act:
        if wrong := against(details, today, settings.OLDEST_AGE):
            raise Invalid(wrong)
        act.case.child = Child(authority=authority, case_ref=key, **asdict(details))
        act.case.child.save()
        name_keys.keep(act.case.child, new=True)
        save_under_a_new_reference(act.case)
        put_before_the_bridge(act.case)
        _involve_whoever_entered_it(act.case, by)
    return act.case


def _involve_whoever_entered_it(case: Case, by: Who) -> None:
    """Their teams, or they themselves where they are in none. The Bridge’s own people are on it already."""
    there = set(case.involvements.values_list("team", flat=True))
    if by.teams & there:
        return
    held = [capacity for role, capacity in STANDS_AS.items() if role in by.roles]
    capacity = held[0] if held else Capacity.ADVISER
    for team in sorted(by.teams):
        involve(case, capacity, team_id=team)
    if not by.teams:
        involve(case, capacity, person_id=by.person_id)
