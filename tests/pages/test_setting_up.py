"""The pages of setting up: said plainly, kept as typed, refused beside the field."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail

from accounts.models import Agency, AgencyMailbox, Authority, Locality, Membership, Person, Team
from accounts.places import Area
from accounts.roles import FAMILY, STAFF, Role
from cases.actions.staff import agreement as agreements
from cases.actions.staff.locality import keep_locality
from cases.powers import MAY
from core.events import Event
from desk.setup.powers import powers
from tests.acts.test_setting_up import agreement, caf, given_to
from tests.factories.requests import received
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def words(response) -> str:
    return " ".join(response.content.decode().split())


def day(field: str, on: date) -> dict[str, str]:
    return {f"{field}_day": str(on.day), f"{field}_month": str(on.month), f"{field}_year": str(on.year)}


COUNCIL = {
    "code": "999", "name": "Anytown Council", "slug": "anytown", "letters": "any", "colour": "#134e5e",
    "phone": "", "email": "", "mailbox": "bridge@anytown.example", "administrator": "Ada Ogden",
    "administrator_email": "ada@anytown.example",
}  # fmt: skip


def test_an_administrator_sees_what_is_still_to_do_and_each_thing_has_its_page(desk):
    dev = desk.as_("dev")
    page = words(dev.get("/setup/"))
    assert "things still to set up at Salford City Council" in page
    for address in ("council", "localities", "organisations", "agreements", "teams", "roles"):
        assert f'href="/setup/{address}/"' in page
        assert dev.get(f"/setup/{address}/").status_code == 200


def test_an_installation_administrator_opens_a_council_and_its_first_administrator_sets_it_up(desk):
    ina = desk.as_("ina")
    assert "2 councils are open here" in words(ina.get("/setup/"))
    assert ina.post("/setup/councils/open/", COUNCIL).status_code == 302
    page = words(ina.get("/setup/"))
    assert "Anytown Council is open. Ada Ogden is invited to be its administrator. The link works until" in page
    assert "None yet" in page
    [letter] = mail.outbox
    assert letter.to == ["ada@anytown.example"]
    assert "Anytown Council" in letter.body
    assert not Person.objects.filter(email="ada@anytown.example").exists(), "she makes her account herself"
    again = {"name": "Ada Ogden", "administrator_email": "ada@anytown.example"}
    assert ina.post("/setup/councils/999/administrator/", again).status_code == 302
    assert "is invited to be its administrator" in words(ina.get("/setup/"))
    links = [re.search(r"https?://[^/]+(/invitation/\S+)", one.body)[1] for one in mail.outbox]
    assert links[0] != links[1]
    assert "Choose" not in words(desk.get(links[0], follow=True)), "the first link leads nowhere"


def test_a_council_that_cannot_be_is_refused_beside_each_field_and_what_was_typed_is_kept(desk):
    ina = desk.as_("ina")
    page = words(ina.post("/setup/councils/open/", {**COUNCIL, "code": "355", "colour": "#ffdd00", "slug": "mine"}))
    assert "A council with this code is open already" in page
    assert "White words cannot be read well on this colour" in page
    assert "This word is used by SENDPath itself" in page
    assert 'value="Ada Ogden"' in page
    assert "Error:" in page
    assert not Authority.objects.filter(name="Anytown Council").exists()


def test_a_councils_own_administrator_changes_its_telephone(desk):
    dev = desk.as_("dev")
    assert "its references begin with SAL" in words(dev.get("/setup/council/"))
    given = {"phone": "0161 496 9999", "email": "send@salford.example", "colour": "#134e5e"}
    assert dev.post("/setup/council/", given).status_code == 302
    assert Authority.objects.get(pk=SALFORD).contact_phone == "0161 496 9999"


def test_a_locality_is_added_shown_and_refused_when_it_ends_before_it_begins(desk):
    dev = desk.as_("dev")
    given = {"name": "Ordsall", "districts": "m5 m50", "wards": "Ordsall\nQuays\n", **day("since", TODAY)}
    wrong = words(dev.post("/setup/localities/add/", {**given, **day("until", TODAY - timedelta(1))}))
    assert "The last day must be the same as or after the first" in wrong
    assert "Enter postcode districts" in words(dev.post("/setup/localities/add/", {**given, "districts": "M5 4WT"}))
    assert dev.post("/setup/localities/add/", given).status_code == 302
    page = words(dev.get("/setup/localities/"))
    assert "1 of 1 locality takes requests today." in page
    assert "M5, M50" in page
    assert Locality.objects.get().wards == ["Ordsall", "Quays"]
    key = Locality.objects.get().pk
    assert dev.post(f"/setup/localities/{key}/", {**given, **day("until", TODAY + timedelta(9))}).status_code == 302
    assert "until Friday 27 November 2026" in words(dev.get("/setup/localities/"))


def test_a_request_from_a_locality_that_has_ended_is_taken_and_the_reader_is_warned(desk):
    ben = desk.as_("ben")
    keep_locality(None, Area("Ordsall", date(2026, 1, 1), date(2026, 6, 30), frozenset({"M5"})), by=who("dev"))
    inside = received(home_postcode="M6 7AA").case
    outside = received(home_postcode="M5 4WT").case
    assert "took requests until" not in words(ben.get(f"/requests/{inside.reference}/"))
    page = words(ben.get(f"/requests/{outside.reference}/"))
    assert "Ordsall took requests until Tuesday 30 June 2026." in page
    assert "It is not refused" in page


def test_a_team_is_added_to_a_locality_and_shows_people_of_several_organisations(desk):
    dev = desk.as_("dev")
    place = keep_locality(None, Area("Ordsall", TODAY, None, frozenset({"M5"})), by=who("dev"))
    given = {
        "name": "Ordsall team",
        "kind": "locality",
        "locality": str(place.pk),
        "mailbox": "ordsall@salford.example",
    }
    assert "already" in words(dev.post("/setup/teams/add/", {**given, "name": "the bridge"}))
    assert dev.post("/setup/teams/add/", given).status_code == 302
    team = Team.objects.get(name="Ordsall team")
    agreements.keep_agreement(None, agreement(), by=who("petra"))
    for name, agency in (("ben", "Salford City Council"), ("locality_manager", "Irwell Health")):
        held = Membership.objects.filter(person=person(name))
        held.update(team=team, agency=Agency.objects.get(name=agency))
    page = words(dev.get(f"/setup/teams/{team.pk}/"))
    assert "2 people of 2 organisations, 0 open cases." in page
    assert "Irwell Health" in page
    assert dev.post(f"/setup/teams/{team.pk}/change/", {"name": "Quays team", "kind": "caf"}).status_code == 302
    assert dev.post(f"/setup/teams/{team.pk}/end/", day("until", TODAY)).status_code == 302
    assert "Quays team ends on Wednesday 18 November 2026." in words(dev.get(f"/setup/teams/{team.pk}/"))


def test_a_team_with_cases_is_not_ended_and_a_manager_hands_them_on_first(desk):
    north, south = caf(), caf("CAF South")
    given_to(north, received().case)
    dev = desk.as_("dev")
    refused = dev.post(f"/setup/teams/{north.pk}/end/", day("until", TODAY))
    assert refused.status_code == 409
    assert "A manager hands them to another team first" in words(refused)
    carys = desk.as_("carys")
    assert "Hand them to another team" in words(carys.get(f"/setup/teams/{north.pk}/"))
    assert "has 1 open case. Which team takes it?" in words(carys.get(f"/setup/teams/{north.pk}/hand-on/"))
    assert carys.post(f"/setup/teams/{north.pk}/hand-on/", {"to": str(south.pk)}).status_code == 302
    assert "1 case is handed on." in words(carys.get(f"/setup/teams/{north.pk}/"))


def test_an_organisation_that_may_be_there_already_is_shown_before_it_is_added(desk):
    dev = desk.as_("dev")
    Agency.objects.create(name="Irwell Valley Community Health", kind="health")
    given = {"name": "Irwell Valley Community Health NHS Trust", "kind": "health", "ods": ""}
    page = words(dev.post("/setup/organisations/add/", given))
    assert "Is it one of these?" in page and "Irwell Valley Community Health</li>" in page
    assert not Agency.objects.filter(name=given["name"]).exists()
    assert dev.post("/setup/organisations/add/", {**given, "anyway": "on"}).status_code == 302
    key = Agency.objects.get(name=given["name"]).pk
    assert dev.post(f"/setup/organisations/{key}/mailbox/", {"mailbox": "send@irwell.example"}).status_code == 302
    assert AgencyMailbox.objects.get().mailbox == "send@irwell.example"
    assert "send@irwell.example" in words(dev.get("/setup/organisations/"))


def test_an_agreement_is_entered_changed_and_ended_on_its_pages(desk):
    petra = desk.as_("petra")
    trust = Agency.objects.create(name="Irwell Health", kind="health")
    Membership.objects.filter(person=person("ben")).update(agency=trust)
    assert "1 person is kept out today for want of an agreement:</b> Ben (Irwell Health)." in words(
        petra.get("/setup/agreements/")
    )
    given = {
        "name": "With Irwell", "parties": str(trust.pk), "purpose": "Working together", "article6": "public_task",
        "article9": "health_care", "shared": ["core", "files"], "document": "DSA 1", "signed_by": "Both directors",
        **day("since", TODAY), **day("until", TODAY + timedelta(30)), **day("review_on", TODAY + timedelta(20)),
    }  # fmt: skip
    assert "Choose an answer" in words(petra.post("/setup/agreements/add/", {**given, "article6": ""}))
    assert petra.post("/setup/agreements/add/", given).status_code == 302
    key = agreements.Agreement.objects.get().pk
    page = words(petra.get(f"/setup/agreements/{key}/"))
    assert "is in force until Friday 18 December 2026 (in 30 days)." in page
    assert "1 person comes in today for Irwell Health" in page
    assert "Files that were sent" in page
    assert petra.post(f"/setup/agreements/{key}/change/", {**given, "purpose": "Something else"}).status_code == 302
    page = words(petra.get(f"/setup/agreements/{key}/"))
    assert "Version 2" in page and "Working together" in page, "the earlier version is still to be read"
    assert "1 person works here for Irwell Health" in words(petra.get(f"/setup/agreements/{key}/end/"))
    assert petra.post(f"/setup/agreements/{key}/end/", day("until", TODAY)).status_code == 302


@pytest.mark.parametrize(
    ("days", "said"),
    [(61, ""), (60, "in 60 days"), (30, "in 30 days"), (7, "in 7 days"), (0, "today"), (-1, "ended on")],
)
def test_an_agreement_about_to_end_is_warned_of_on_the_pages_of_both(desk, days, said):
    last, review = TODAY + timedelta(days), TODAY - timedelta(60)
    agreements.keep_agreement(None, agreement(until=last, review_on=review), by=who("petra"))
    for name, address in (("petra", "/setup/agreements/"), ("dev", "/setup/"), ("dev", "/setup/agreements/")):
        page = words(desk.as_(name).get(address))
        warned = 'aria-label="Agreement about to end"' in page or 'aria-label="Agreement over"' in page
        assert warned == bool(said), (name, address)
        assert said in page


def test_the_page_of_roles_says_of_every_role_what_the_tables_say(desk):
    page = words(desk.as_("dev").get("/setup/roles/"))
    for role in STAFF | FAMILY:
        assert role.meaning in page
    assert "Dev" in page
    by_role = {power.role: power for power in powers()}
    for event in Event:
        for role in by_role:
            assert (role in MAY[event]) <= bool(by_role[role].does)
    assert by_role[Role.COMMISSIONER].does == by_role[Role.ANALYST].does
    assert by_role[Role.HEAD_OF_SERVICE].cases == "Every case of the council"


def test_roles_are_looked_through_by_a_word_and_names_are_for_those_who_may_know(desk):
    page = words(desk.as_("dev").get("/setup/roles/?q=rule book"))
    assert "Statutory lead</h2>" in page and "Parent</h2>" not in page
    assert "Stella" in page
    ben = words(desk.as_("ben").get("/setup/roles/?q=signs each rule off"))
    assert "1 person" in ben and "Stella" not in ben
    assert "No role speaks of it" in words(desk.as_("ben").get("/setup/roles/?q=Stella"))
