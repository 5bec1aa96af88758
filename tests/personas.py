"""The people of the tests. Each stands somewhere, and the matrix asks every page about every one of them."""

from datetime import date

from django.contrib.auth.hashers import make_password

from accounts.models import Agency, Authority, Membership, Person, Team
from accounts.roles import ADVISERS, AT_DOOR, CASE_HOLDERS, CASELESS, FAMILY, Role
from accounts.who import Who, standing
from cases.powers import COUNTERS
from core import clock

SALFORD, THURROCK = "355", "883"
SINCE = date(2026, 1, 5)

STANDINGS = {
    "amina": (Role.PARENT, SALFORD),
    "priya": (Role.PARENT, SALFORD),
    "ben": (Role.BRIDGE_WORKER, SALFORD),
    "carys": (Role.OPERATIONAL_MANAGER, SALFORD),
    "hal": (Role.HEAD_OF_SERVICE, SALFORD),
    "stella": (Role.STATUTORY_LEAD, SALFORD),
    "dev": (Role.ADMINISTRATOR, SALFORD),
    "petra": (Role.DATA_PROTECTION_OFFICER, SALFORD),
    "ina": (Role.INSTALLATION_ADMINISTRATOR, SALFORD),
    "sena": (Role.SEND_MANAGER, SALFORD),
    "tom": (Role.BRIDGE_WORKER, THURROCK),
    "irene": (Role.OPERATIONAL_MANAGER, THURROCK),
    "eve": (None, SALFORD),
}
"""Amina and Priya are parents; Ben reads requests; Carys oversees; Hal is head of service; Stella keeps
the rule book; Dev administers; Petra is data protection officer; Ina opens councils; Sena is SEND
manager; Tom and Irene are another council's; Eve can sign in and has no standing anywhere."""

GROUPS = {
    "holders": sorted(CASE_HOLDERS - {role for role, _code in STANDINGS.values()}),
    "advisers": sorted(ADVISERS),
    "caseless": sorted(CASELESS - COUNTERS - {role for role, _code in STANDINGS.values()}),
    "counters": sorted(COUNTERS),
    "kin": sorted(FAMILY - {Role.PARENT}),
}
"""Somebody of every role that nobody above holds, called by its value and on no case: those of a group get the same
at every address."""
STANDINGS |= {role.value: (role, SALFORD) for roles in GROUPS.values() for role in roles}


ON_THE_BRIDGE = {Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER}


def build() -> None:
    """Two councils, a Bridge each, and everybody in ``STANDINGS``."""
    for code, name, slug, letters in (
        (SALFORD, "Salford City Council", "salford", "SAL"),
        (THURROCK, "Thurrock Council", "thurrock", "THU"),
    ):
        Authority.objects.create(
            pk=code,
            name=name,
            slug=slug,
            letters=letters,
            contact_phone="0161 496 0142",
            contact_email=f"bridge@{slug}.example",
        )
        Agency.objects.create(name=name, kind="council", council_id=code)
        Team.objects.create(authority_id=code, kind="bridge", name="The Bridge", mailbox=f"bridge@{slug}.example")
    password = make_password("a long enough password")
    people = {name: Person(email=f"{name}@people.example", name=called(name), password=password) for name in STANDINGS}
    Person.objects.bulk_create(people.values())
    bridges = {team.authority_id: team for team in Team.objects.all()}
    councils = {agency.council_id: agency for agency in Agency.objects.all()}
    Membership.objects.bulk_create(
        Membership(
            authority_id=code,
            person=people[name],
            role=role,
            team=bridges[code] if role in ON_THE_BRIDGE else None,
            agency=councils[code] if role in ON_THE_BRIDGE else None,
            since=SINCE,
        )
        for name, (role, code) in STANDINGS.items()
        if role
    )


def called(name: str) -> str:
    """What somebody is called on a page."""
    return name.replace("_", " ").capitalize()


def person(name: str) -> Person:
    return Person.objects.get(email=f"{name}@people.example")


def who(name: str) -> Who:
    """Somebody as they stand today at their own door."""
    role, code = STANDINGS[name]
    door = "family" if role in FAMILY else "desk"
    return standing(person(name), on=clock.today(), among=AT_DOOR[door], chosen=code)
