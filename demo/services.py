"""Invented services for the demonstration's councils, with their teams, people and thresholds, put in by the acts that
an administrator would use. Once."""

import json
from datetime import date, timedelta
from pathlib import Path

from accounts.models import Agency, Authority, Membership, Person, Team
from accounts.roles import AT_DOOR, Role
from accounts.who import Who, standing
from cases.actions.staff.team import Wanted as WantedTeam
from cases.actions.staff.team import keep_team
from core import clock
from core.past import hold
from demo.cast import CAST, COUNCILS, Somebody
from demo.standing import SINCE
from provision.actions.keep_service import Wanted, keep_service
from provision.actions.keep_threshold import keep_threshold
from provision.models import Service
from provision.rules import Line
from provision.words import Weight

FIRST = "355"
PEOPLE = (
    (Somebody("Elin Vaughan", Role.EDUCATIONAL_PSYCHOLOGIST, (FIRST,), ""), "Educational psychologists"),
    (
        Somebody("Maya Desai", Role.HEALTH_ADVISER, (FIRST,), "Irwell Valley Community Health"),
        "Speech and language therapists",
    ),
)
"""Who works in the services' teams and may be signed in as."""


def set_up_services() -> None:
    """Every service of the file at the first council, those found everywhere at the others."""
    told = json.loads((Path(__file__).parent / "services.json").read_text(encoding="utf-8"))
    for council in COUNCILS:
        if Service.objects.filter(authority_id=council.code).exists():
            continue
        with hold(clock.now() - timedelta(days=30)):
            by = administrator(council.code)
            for one in told:
                if one["everywhere"] or council.code == FIRST:
                    _set_up(one, by)
    for somebody, team in PEOPLE:
        place(somebody, team)


def _set_up(told: dict, by: Who) -> None:
    council = Authority.objects.get(pk=by.authority_id)
    word = "".join(letter for letter in told["team"].lower().replace(" ", "-") if letter.isalpha() or letter == "-")
    mailbox = f"{word}@{council.slug}.example"
    team = Team.objects.filter(authority=council, name=told["team"]).first() or keep_team(
        None, WantedTeam(told["team"], told["team_kind"], mailbox=mailbox), by=by
    )
    agency = Agency.objects.get(name=told["agency"]).pk if told["agency"] else None
    today = clock.today()
    service = keep_service(
        None,
        Wanted(
            name=told["name"], kind=told["kind"], about=told["about"], team=team.pk, agency=agency, owner=None,
            who_may_ask=told["who_may_ask"], route=told["route"], hours=told["hours"], phone=council.contact_phone,
            email=mailbox, within=told["within"], share=told["share"],
            contract_since=date(today.year, 4, 1) - timedelta(days=365), contract_until=date(today.year + 2, 3, 31),
            room=told["room"], takes=told["takes"], not_taking=told["not_taking"],
            needs=tuple(told["needs"]),
        ),
        by=by,
    )  # fmt: skip
    lines = [Line(Weight(weight), words, question) for weight, words, question in told["lines"]]
    keep_threshold(service.pk, lines, "As agreed with the schools", by=by)


def place(somebody: Somebody, team: str) -> None:
    """Somebody more at the first council, in one of its teams."""
    person = Person.objects.filter(email=somebody.email).first() or Person.objects.create_user(
        somebody.email, somebody.name
    )
    Membership.objects.get_or_create(
        authority_id=FIRST, person=person, role=somebody.role,
        defaults={
            "team": Team.objects.get(authority_id=FIRST, name=team),
            "agency": Agency.objects.get(name=somebody.agency or "Salford City Council"), "since": SINCE,
        },
    )  # fmt: skip


def administrator(code: str) -> Who:
    """The council's own administrator, or the demonstration in the place of one."""
    for one in CAST:
        if one.role == Role.ADMINISTRATOR and code in one.codes:
            person = Person.objects.get(email=one.email)
            return standing(person, on=clock.today(), among=AT_DOOR["desk"], chosen=code)
    return Who(ref="system:demo", authority_id=code, roles=frozenset({Role.ADMINISTRATOR}))
