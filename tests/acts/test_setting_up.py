"""A council is opened and set up without code: each act by whoever may, with its history, and refused with reasons."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from accounts.invitations import by_digest, digest
from accounts.models import (
    Agency,
    AgencyMailbox,
    Agreement,
    AgreementVersion,
    Authority,
    Invitation,
    Locality,
    Membership,
    Team,
)  # fmt: skip
from accounts.opening import Why
from accounts.places import Area
from accounts.places import Why as PlaceWhy
from accounts.roles import Role
from cases.actions.staff import agency as agencies
from cases.actions.staff import agreement as agreements
from cases.actions.staff.council import (
    Wanted,
    WrongFields,
    change_council,
    invite_administrator,
    open_council,
    open_with_administrator,
)  # fmt: skip
from cases.actions.staff.invite import accept
from cases.actions.staff.locality import keep_locality
from cases.actions.staff.team import Wanted as WantedTeam
from cases.actions.staff.team import end_team, hand_all_on, hand_on, keep_team
from cases.models import Caseload, Involvement
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from tests.factories.requests import received
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def anytown(**other: str) -> Wanted:
    return Wanted(
        **{
            "code": "999", "name": "Anytown Council", "slug": "anytown", "letters": "ANY", "colour": "#134e5e",
            "mailbox": "bridge@anytown.example", "administrator": "Ada", "administrator_email": "ada@anytown.example",
            **other,
        }
    )  # fmt: skip


def test_an_installation_administrator_opens_a_council_with_its_bridge_and_invites_its_first_administrator(world):
    _council, invitation, _secret = open_with_administrator(anytown(), by=who("ina"))
    council = Authority.objects.get(pk="999")
    assert (council.name, council.letters) == ("Anytown Council", "ANY")
    assert Team.objects.get(authority=council).mailbox == "bridge@anytown.example"
    assert Agency.objects.get(council=council).name == "Anytown Council"
    assert not Membership.objects.filter(authority=council).exists(), "nobody stands there before they accept"
    assert (invitation.authority_id, invitation.roles) == ("999", [Role.ADMINISTRATOR])
    first = accept(invitation, password="a long enough password")
    held = Membership.objects.get(authority=council)
    assert (held.person, held.role, held.agency.council_id) == (first, Role.ADMINISTRATOR, "999")
    assert [(entry.authority, entry.event) for entry in Entry.objects.order_by("recorded_at")][1:] == [
        ("999", Event.COLLEAGUE_INVITED), ("999", Event.INVITATION_ACCEPTED),
    ]  # fmt: skip
    entry = Entry.objects.get(event=Event.AUTHORITY_OPENED)
    assert (entry.authority, entry.about, entry.actor_ref) == ("999", None, who("ina").ref)


def test_a_council_and_its_first_administrator_are_opened_together_or_not_at_all(world):
    with pytest.raises(Refused):
        open_with_administrator(anytown(administrator_email=""), by=who("ina"))
    assert not Authority.objects.filter(pk="999").exists()


def test_whose_letter_is_lost_gets_another_link_and_the_old_one_stops(world):
    _council, first, secret = open_with_administrator(anytown(), by=who("ina"))
    again, other = invite_administrator("999", "Ada", "ADA@anytown.example", by=who("ina"))
    assert again.pk == first.pk
    assert by_digest(digest(secret)) is None
    assert by_digest(digest(other)).pk == first.pk
    invite_administrator("999", "Bo", "bo@anytown.example", by=who("ina"))
    assert Invitation.objects.filter(authority_id="999").count() == 2


@pytest.mark.parametrize("name", ["dev", "hal", "irene", "eve"])
def test_nobody_else_invites_an_administrator_elsewhere(world, name):
    with pytest.raises(NotAllowed):
        invite_administrator(THURROCK if name != "irene" else SALFORD, "X", "x@x.example", by=who(name))
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("name", ["dev", "hal", "petra", "ben", "amina", "eve"])
def test_nobody_else_opens_one(world, name):
    with pytest.raises(NotAllowed):
        open_council(anytown(), by=who(name))


def test_nothing_of_a_council_is_there_when_it_is_refused(world):
    with pytest.raises(WrongFields) as wrong:
        open_council(anytown(code=SALFORD, letters="SAL"), by=who("ina"))
    assert wrong.value.fields == {"code": Why.CODE_TAKEN, "letters": Why.LETTERS_TAKEN}
    assert Authority.objects.get(pk=SALFORD).name == "Salford City Council"
    assert not Entry.objects.exists()


@pytest.mark.parametrize("field", ["mailbox", "email", "administrator_email"])
def test_an_address_that_is_none_is_refused_beside_its_field(world, field):
    with pytest.raises(WrongFields) as wrong:
        open_council(anytown(**{field: "nobody"}), by=who("ina"))
    assert set(wrong.value.fields) == {field}


def test_the_first_administrators_own_address_is_no_mailbox(world):
    with pytest.raises(WrongFields) as wrong:
        open_council(anytown(mailbox="Ada@anytown.example"), by=who("ina"))
    assert set(wrong.value.fields) == {"mailbox"}


def test_an_administrator_changes_how_their_own_council_is_reached_and_no_other(world):
    change_council(phone="0161 496 0000", email="send@salford.example", colour="#1D3F72", by=who("dev"))
    assert Authority.objects.get(pk=SALFORD).brand_colour == "#1d3f72"
    assert Authority.objects.get(pk=THURROCK).brand_colour == "#134e5e"
    with pytest.raises(WrongFields) as wrong:
        change_council(phone="", email="", colour="#ffdd00", by=who("dev"))
    assert wrong.value.fields == {"colour": Why.PALE}
    with pytest.raises(NotAllowed):
        change_council(phone="", email="", colour="#134e5e", by=who("ina"))


def test_localities_are_switched_on_one_at_a_time_and_their_history_says_so(world):
    first = keep_locality(None, Area("Ordsall", TODAY, None, frozenset({"M5"})), by=who("dev"))
    later = Area("Weaste", TODAY + timedelta(30), None, frozenset({"M6"}), frozenset({"Seedley"}))
    keep_locality(None, later, by=who("dev"))
    keep_locality(first.pk, Area("Ordsall", TODAY, TODAY, frozenset({"M5"}), key=first.pk), by=who("dev"))
    assert {row.name: row.until for row in Locality.objects.all()} == {"Ordsall": TODAY, "Weaste": None}
    facts = [
        entry.facts["done"] for entry in Entry.objects.filter(event=Event.LOCALITY_KEPT).order_by("recorded_at", "pk")
    ]
    assert facts == ["added", "added", "changed"]
    with pytest.raises(WrongFields):
        keep_locality(None, Area("Weaste", TODAY, None, frozenset({"M7"})), by=who("dev"))
    with pytest.raises(Locality.DoesNotExist):
        keep_locality(uuid4(), Area("X", TODAY, None, frozenset({"M9"})), by=who("dev"))


def test_a_locality_of_another_council_is_not_there(world):
    from dataclasses import replace

    abroad = keep_locality(
        None, Area("Grays", TODAY, None, frozenset({"RM17"})), by=replace(who("dev"), authority_id=THURROCK)
    )
    with pytest.raises(Locality.DoesNotExist):
        keep_locality(abroad.pk, Area("Mine", TODAY, None, frozenset({"M5"})), by=who("dev"))


def caf(name: str = "CAF North") -> Team:
    return keep_team(None, WantedTeam(name, "caf", mailbox=f"{name[-1]}@salford.example"), by=who("dev"))


def test_a_team_is_added_and_there_is_no_second_bridge(world):
    assert caf().mailbox == "h@salford.example"
    with pytest.raises(WrongFields) as wrong:
        keep_team(None, WantedTeam("caf north", "bridge", mailbox="ben@people.example"), by=who("dev"))
    assert set(wrong.value.fields) == {"name", "kind", "mailbox"}
    bridge = Team.objects.get(authority_id=SALFORD, kind="bridge")
    with pytest.raises(WrongFields):
        keep_team(bridge.pk, WantedTeam("The Bridge", "caf"), by=who("dev"))
    with pytest.raises(Refused, match="one Bridge"):
        end_team(bridge.pk, TODAY, by=who("dev"))


def given_to(team: Team, case) -> None:
    """As an allocation will: the case is a team's, and no longer the Bridge's."""
    hand_on(case.pk, Team.objects.get(authority_id=team.authority_id, kind="bridge").pk, team.pk, by=who("carys"))


def test_a_team_that_has_cases_is_not_ended_until_a_manager_handed_them_on_one_act_a_case(world):
    north, south = caf(), caf("CAF South")
    cases = [received().case for _ in range(3)]
    for case in cases:
        given_to(north, case)
    with pytest.raises(Refused) as refused:
        end_team(north.pk, TODAY, by=who("dev"))
    assert refused.value.reasons == (PlaceWhy.HAS_CASES,)
    assert hand_all_on(north.pk, south.pk, by=who("carys")) == (3, 0)
    assert set(Caseload.objects.values_list("team", flat=True)) == {south.pk}
    acts = Entry.objects.filter(event=Event.CASE_GIVEN, facts__to=str(south.pk))
    assert {entry.case_ref for entry in acts} == {case.pk for case in cases}
    assert end_team(north.pk, TODAY, by=who("dev")).until == TODAY
    with pytest.raises(Refused, match="ended"):
        hand_on(cases[0].pk, south.pk, north.pk, by=who("carys"))


def test_a_case_handed_on_a_later_day_leaves_its_days_with_the_first_team_behind(world):
    from core.past import hold
    from tests.conftest import NOW

    case, north = received().case, caf()
    with hold(NOW + timedelta(days=2)):
        given_to(north, case)
        rows = Involvement.objects.filter(case=case, capacity="triage").order_by("since")
        assert [(row.since, row.until) for row in rows] == [
            (TODAY, TODAY + timedelta(1)), (TODAY + timedelta(2), None),
        ]  # fmt: skip


@pytest.mark.parametrize("name", ["dev", "ben", "petra", "ina"])
def test_only_a_manager_hands_cases_on(world, name):
    case, north = received().case, caf()
    with pytest.raises(NotAllowed):
        hand_on(case.pk, Team.objects.get(authority_id=SALFORD, kind="bridge").pk, north.pk, by=who(name))


def test_any_administrator_adds_to_the_shared_register_and_only_an_installation_administrator_changes_it(world):
    trust = agencies.add_agency("Irwell Health", "health", "rx9", by=who("dev"))
    assert trust.ods == "RX9"
    entry = Entry.objects.get(event=Event.AGENCY_ADDED)
    assert (entry.authority, entry.about) == (SALFORD, trust.pk)
    with pytest.raises(NotAllowed):
        agencies.change_agency(trust.pk, "Irwell", "health", "", by=who("dev"))
    agencies.change_agency(trust.pk, "Irwell Valley Health", "health", "RX9", by=who("ina"))
    assert Agency.objects.get(pk=trust.pk).name == "Irwell Valley Health"


@pytest.mark.parametrize(
    ("name", "kind", "ods", "field"),
    [
        ("IRWELL health", "health", "", "name"),
        ("Other Health", "health", "RX9", "ods"),
        ("Other Health", "health", "R!", "ods"),
        ("Family Support", "voluntary", "ABC", "ods"),
    ],
)
def test_an_organisation_that_is_there_or_has_a_wrong_code_is_refused(world, name, kind, ods, field):
    agencies.add_agency("Irwell Health", "health", "RX9", by=who("dev"))
    with pytest.raises(WrongFields) as wrong:
        agencies.add_agency(name, kind, ods, by=who("dev"))
    assert set(wrong.value.fields) == {field}


def test_each_council_writes_to_an_organisation_at_its_own_mailbox(world):
    trust = agencies.add_agency("Irwell Health", "health", "", by=who("dev"))
    agencies.keep_agency_mailbox(trust.pk, "send@irwell.example", by=who("dev"))
    agencies.keep_agency_mailbox(trust.pk, "sen@irwell.example", by=who("dev"))
    assert AgencyMailbox.objects.get().mailbox == "sen@irwell.example"
    with pytest.raises(WrongFields):
        agencies.keep_agency_mailbox(trust.pk, "ben@people.example", by=who("dev"))


def agreement(**other) -> agreements.Wanted:
    trust = Agency.objects.get_or_create(name="Irwell Health", kind="health")[0]
    return agreements.Wanted(
        **{
            "name": "With Irwell", "purpose": "Working together", "article6": "public_task",
            "article9": "health_care", "shared": ("core",), "since": TODAY - timedelta(90),
            "until": TODAY + timedelta(90), "review_on": TODAY, "document": "DSA 1", "signed_by": "Both directors",
            "parties": frozenset({trust.pk}), **other,
        }
    )  # fmt: skip


@pytest.mark.parametrize("keeper", ["dev", "petra"])
def test_an_agreement_lets_people_in_and_every_version_of_it_is_kept(world, keeper):
    wanted = agreement()
    Membership.objects.filter(person=person("ben")).update(agency=Agency.objects.get(name="Irwell Health"))
    assert not who("ben").roles
    kept = agreements.keep_agreement(None, wanted, by=who(keeper))
    assert who("ben").roles
    agreements.keep_agreement(kept.pk, agreement(until=TODAY + timedelta(400)), by=who(keeper))
    agreements.end_agreement(kept.pk, TODAY - timedelta(1), by=who(keeper))
    assert not who("ben").roles, "ended at once"
    rows = AgreementVersion.objects.order_by("version")
    lasts = [TODAY + timedelta(90), TODAY + timedelta(400), TODAY - timedelta(1)]
    assert [row.said["until"] for row in rows] == [day.isoformat() for day in lasts]
    entries = Entry.objects.filter(event=Event.AGREEMENT_KEPT)
    assert sorted(entry.facts["done"] for entry in entries) == ["added", "changed", "ended"]
    assert not any("Both directors" in str(entry.facts) for entry in entries)


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"until": TODAY - timedelta(91)}, "until"),
        ({"review_on": TODAY + timedelta(91)}, "review_on"),
    ],
)
def test_an_agreement_that_cannot_be_is_refused_beside_its_field(world, other, field):
    with pytest.raises(WrongFields) as wrong:
        agreements.keep_agreement(None, agreement(**other), by=who("petra"))
    assert set(wrong.value.fields) == {field}
    assert not Agreement.objects.exists()


def test_the_council_makes_no_agreement_with_itself(world):
    own = Agency.objects.get(council=SALFORD)
    with pytest.raises(WrongFields) as wrong:
        agreements.keep_agreement(None, agreement(parties=frozenset({own.pk})), by=who("petra"))
    assert set(wrong.value.fields) == {"parties"}


@pytest.mark.parametrize(
    ("last", "why"),
    [
        (TODAY + timedelta(90), agreements.LATER),
        (TODAY - timedelta(2), agreements.TOO_EARLY),
    ],
)
def test_an_agreement_is_ended_before_its_last_day_and_not_in_the_past(world, last, why):
    kept = agreements.keep_agreement(None, agreement(), by=who("petra"))
    with pytest.raises(Refused) as refused:
        agreements.end_agreement(kept.pk, last, by=who("petra"))
    assert refused.value.reasons == (why,)


def test_one_that_began_today_ends_today_at_the_earliest_and_one_that_is_over_stays_over(world):
    kept = agreements.keep_agreement(None, agreement(since=TODAY), by=who("petra"))
    with pytest.raises(Refused, match="began today"):
        agreements.end_agreement(kept.pk, TODAY - timedelta(1), by=who("petra"))
    from core.past import hold
    from tests.conftest import NOW

    with hold(NOW + timedelta(days=365)), pytest.raises(Refused, match="over already"):
        agreements.end_agreement(kept.pk, clock.today(), by=who("petra"))


@pytest.mark.parametrize("name", ["ben", "hal", "ina", "stella"])
def test_nobody_else_keeps_agreements(world, name):
    with pytest.raises(NotAllowed):
        agreements.keep_agreement(None, agreement(), by=who(name))
