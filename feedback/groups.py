"""As what somebody was at a meeting, and where the child lives: kept when they are asked."""

from accounts.models import Agency, Locality
from accounts.places import district_of
from accounts.roles import Role
from accounts.standing import lasting, memberships
from cases.leading import lead_of
from cases.models import Case
from cases.secrecy import is_secret
from core import clock
from feedback.words import Group
from meetings.models import Invitee
from people.words import Relationship, Tie

OFFICIALS = frozenset({Tie.CORPORATE, Tie.PLACING_WORKER, Tie.HOST_CONTACT})
"""Around the child because it is their work."""
UNASKED = frozenset({Tie.SIBLING})


def groups_of(case: Case, there: list[Invitee]) -> dict[Invitee, Group]:
    """The group of each who is asked. The child and their brothers and sisters are not asked by this form."""
    lead = lead_of(case)
    at_school = _at_a_setting(case.authority_id, [row.person_id for row in there if row.person_id])
    found = {row: _group(row, lead and lead.pk, at_school) for row in there}
    return {row: group for row, group in found.items() if group}


def _group(row: Invitee, lead, at_school: set) -> Group | None:
    if row.is_child:
        return None
    if row.person_id:
        if row.person_id == lead:
            return Group.LEAD
        return Group.SETTING if row.person_id in at_school else Group.PROFESSIONAL
    if row.carer:
        if row.carer.relationship == Relationship.SELF:
            return None
        if row.carer.relationship == Relationship.PROFESSIONAL:
            return Group.SETTING if row.carer.for_school else Group.PROFESSIONAL
        return Group.PARENT
    if row.around:
        if row.around.tie in UNASKED:
            return None
        return Group.PROFESSIONAL if row.around.tie in OFFICIALS else Group.PARENT
    return Group.PROFESSIONAL


def _at_a_setting(authority_id: str, people: list) -> set:
    here = memberships(clock.today()).filter(authority_id=authority_id, person__in=people)
    rows = here.values_list("person", "role", "agency__kind")
    return {person for person, role, kind in rows if role == Role.SENCO or kind == Agency.Kind.EDUCATION}


def is_from_outside(row: Invitee) -> bool:
    """Whether we know nothing of somebody but their name, so that they say themselves where they work."""
    return not (row.person_id or row.carer_id or row.around_id or row.is_child)


def locality_of(case: Case) -> Locality | None:
    """The locality of the child's home today. None where none is known, or where it must be kept from somebody."""
    if is_secret(case.pk):
        return None
    district = district_of(case.child.home_postcode)
    areas = Locality.objects.filter(lasting(clock.today()), authority_id=case.authority_id).order_by("name")
    return next((area for area in areas if district and district in area.districts), None)
