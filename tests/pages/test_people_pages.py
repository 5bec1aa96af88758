"""What an administrator sees of a colleague, and may do: roles, second steps, sessions, idle accounts."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command

from accounts.models import Agency, Membership, Person
from cases.actions.staff.agreement import keep_agreement
from cases.tasks import close_idle
from core.past import hold
from ledger.models import Entry
from notices.models import Dispatch
from tests.acts.test_setting_up import agreement, caf
from tests.conftest import NOW, DoorClient
from tests.pages.test_invitations import text
from tests.pages.test_sign_in import PASSWORD
from tests.personas import SALFORD, SINCE, person, who

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
DAY = {f"since_{part}": getattr(NOW, part) for part in ("day", "month", "year")}


def of(name: str, more: str = "") -> str:
    return f"/people/{person(name).pk}/{more}"


def test_a_page_shows_roles_ways_in_and_places_and_no_secret(desk):
    TOTP.activate(person("ben"), SECRET)
    ben = DoorClient("desk", headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0; rv:141.0) Firefox/141.0"}).as_("ben")
    ben.get("/requests/")
    page = text(desk.as_("dev").get(of("ben")))
    for words in (
        "Ben works here",
        "Bridge worker",
        "From Monday 5 January 2026",
        "Authenticator app",
        "Firefox on Windows",
    ):
        assert words in page
    assert SECRET not in page
    assert ben.session.session_key not in desk.get(of("ben")).content.decode()


def test_a_role_is_given_and_ended_and_each_is_on_record(desk):
    dev = desk.as_("dev")
    assert dev.post(of("ben", "role/"), {"roles": ["panel_chair"], **DAY}).status_code == 302
    given = Membership.objects.get(person=person("ben"), role="panel_chair")
    assert "Panel chair" in text(dev.get(of("ben")))
    twice = dev.post(of("ben", "role/"), {"roles": ["panel_chair"], **DAY})
    assert "have that role in that team already" in text(twice)
    ended = dev.post(of("ben", f"role/{given.pk}/end/"), {"until_day": 18, "until_month": 11, "until_year": 2026})
    assert ended.status_code == 302
    given.refresh_from_db()
    assert given.until == NOW.date()
    page = text(dev.get(of("ben")))
    assert "A role was given" in page
    assert "A role was ended" in page
    assert Entry.objects.filter(event="standing.changed", about=person("ben").pk).count() == 2


@pytest.mark.parametrize("day", [17, ""])
def test_a_last_day_that_cannot_be_is_refused_beside_its_field(desk, day):
    standing = person("ben").memberships.get()
    page = desk.as_("dev").post(
        of("ben", f"role/{standing.pk}/end/"), {"until_day": day, "until_month": 11, "until_year": 2026}
    )
    assert page.status_code == 200
    assert "Error:" in page.content.decode()


def test_administrators_give_no_role_above_them_and_none_to_themselves(desk):
    dev = desk.as_("dev")
    above = dev.post(of("ben", "role/"), {"roles": ["installation_administrator"], **DAY})
    assert "Choose from the roles shown" in text(above)
    own = dev.post(of("dev", "role/"), {"roles": ["send_manager"], **DAY})
    assert "Ask another administrator" in text(own)
    assert person("dev").memberships.count() == 1
    assert dev.post(of("ina", "second-step/"), {"reason": "lost"}).status_code == 403
    ina = DoorClient("desk").as_("ina")
    assert ina.post(of("dev", "role/"), {"roles": ["installation_administrator"], **DAY}).status_code == 302
    assert ina.post(of("ben", "sign-out/")).status_code == 403
    assert person("dev").memberships.count() == 2


def test_a_reset_second_step_is_set_up_anew_and_says_why_in_a_code(desk):
    TOTP.activate(person("ben"), SECRET)
    ben = DoorClient("desk").as_("ben")
    ben.get("/requests/")
    dev = desk.as_("dev")
    assert "Say why" in text(dev.post(of("ben", "second-step/"), {}))
    assert Authenticator.objects.filter(user=person("ben")).exists()
    assert dev.post(of("ben", "second-step/"), {"reason": "lost"}).status_code == 302
    assert not Authenticator.objects.filter(user=person("ben")).exists()
    assert Entry.objects.get(event="second_step.reset").facts == {"reason": "lost"}
    assert ben.get("/requests/").headers["Location"].startswith("/sign-in/?")
    ben.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD})
    assert ben.get("/requests/").headers["Location"] == "/second-step/set-up/"


def test_signed_out_everywhere_at_both_doors_and_able_to_sign_in_again(desk, family):
    ben, at_home = DoorClient("desk").as_("ben"), family.as_("ben")
    half = DoorClient("desk").as_("ben", second_step=False)
    ben.get("/requests/")
    desk.as_("dev").post(of("ben", "sign-out/"))
    assert ben.get("/requests/").headers["Location"].startswith("/sign-in/?")
    assert at_home.get("/mine/").headers["Location"].startswith("/sign-in/?")
    assert half.get("/requests/").headers["Location"].startswith("/sign-in/?")
    assert ben.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD}).status_code == 302


def test_the_list_is_found_by_a_part_of_a_name_and_shows_no_family(desk):
    dev = desk.as_("dev")
    page = text(dev.get("/people/"))
    assert "carys@people.example" in page
    assert "amina@people.example" not in page
    assert "tom@people.example" not in page
    found = text(dev.get("/people/?q=CAR"))
    assert "carys@people.example" in found
    assert "ben@people.example" not in found
    assert "Nobody fits" in text(dev.get("/people/?q=nobody-like-it"))


@pytest.fixture
def unused(world):
    """Nobody has signed in since all was set up, half a year ago, but Dev and Ben."""
    Person.objects.update(opened_at=NOW - timedelta(days=200), last_login=NOW - timedelta(days=61))
    Person.objects.filter(email__in=["dev@people.example", "ben@people.example"]).update(
        last_login=NOW - timedelta(days=60)
    )


def test_accounts_that_nobody_uses_for_sixty_days_are_closed_and_administrators_hear(unused, desk):
    carys = DoorClient("desk").as_("carys")
    Person.objects.filter(email="carys@people.example").update(last_login=NOW - timedelta(days=61))
    closed = close_idle()
    assert closed > 10
    assert not person("carys").is_active
    assert person("ben").is_active
    assert person("amina").is_active, "families are left alone"
    assert carys.get("/requests/").headers["Location"].startswith("/sign-in/?")
    letters = Dispatch.objects.filter(template="idle")
    assert {letter.to_ref for letter in letters} == {f"person:{person('dev').pk}"}
    assert "Carys" in letters.get().body
    assert close_idle() == 0

    dev = desk.as_("dev")
    page = text(dev.get(of("carys")))
    assert "has not signed in since" in page
    assert dev.post(of("carys", "open/")).status_code == 302
    assert person("carys").is_active
    assert person("carys").check_password(PASSWORD)
    assert close_idle() == 0, "opened today, so not idle tonight"
    assert dev.post(of("carys", "open/")).status_code == 409


def test_a_clock_that_leapt_closes_nobody(unused, monkeypatch):
    monkeypatch.setattr("cases.tasks.clock_is_believed", lambda: False)
    assert close_idle() == 0
    assert person("carys").is_active


def test_somebody_invited_long_ago_who_never_signed_in_is_closed_too(world):
    with hold(NOW - timedelta(days=61)):
        call_command("admit", "lena@people.example", "Lena", "--authority", SALFORD, "--role", "panel_chair")
    close_idle()
    assert not person("lena").is_active
    call_command("admit", "lena@people.example", "Lena", "--authority", SALFORD, "--role", "panel_chair")
    assert person("lena").is_active, "the operator opens it again"


def test_somebody_whose_roles_are_all_over_is_left_as_they_are(unused):
    Membership.objects.filter(person=person("carys")).update(until=SINCE)
    close_idle()
    assert person("carys").is_active


def test_somebody_is_moved_from_their_own_page(desk):
    north, row = caf(), person("ben").memberships.get()
    dev = desk.as_("dev")
    assert "Move" in text(dev.get(of("ben")))
    here = of("ben", f"role/{row.pk}/move/")
    assert "Now in The Bridge." in text(dev.get(here))
    on = {f"on_{part}": getattr(NOW, part) for part in ("day", "month", "year")}
    assert "belongs to the Bridge" in text(dev.post(here, {"team": "none", **on}))
    assert "Choose a team, or none" in text(dev.post(here, on))
    assert "Give the first day" in text(dev.post(here, {"team": str(north.pk)}))
    assert dev.post(here, {"team": str(north.pk), **on}).status_code == 302
    page = text(dev.get(of("ben")))
    assert "CAF North. Salford City Council. From Wednesday 18 November 2026" in page
    assert "Moved to another team" in page


def test_somebody_is_moved_in_from_the_teams_page(desk):
    north, row = caf(), person("social_worker").memberships.get()
    dev = desk.as_("dev")
    assert "Move somebody in" in text(dev.get(f"/setup/teams/{north.pk}/"))
    here = f"/setup/teams/{north.pk}/people/"
    assert "Social worker: Social worker, no team" in text(dev.get(here))
    on = {f"on_{part}": getattr(NOW, part) for part in ("day", "month", "year")}
    assert "Choose a colleague" in text(dev.post(here, on))
    assert dev.post(here, {"standing": str(row.pk), **on}).status_code == 302
    page = text(dev.get(f"/setup/teams/{north.pk}/"))
    assert "Social worker comes into CAF North" in page
    assert "1 person" in page


@pytest.mark.parametrize(("form", "name"), [("/people/invite/", "x@x.example"), (None, "")])
def test_an_organisation_without_an_agreement_is_asked_about_once(desk, form, name):
    trust = Agency.objects.create(name="Irwell Health", kind="health")
    dev = desk.as_("dev")
    sent = {"email": name, "name": "X", "roles": ["health_adviser"], "agency": str(trust.pk), **DAY}
    form = form or of("social_worker", "role/")
    page = text(dev.post(form, sent))
    assert "No data-sharing agreement with Irwell Health is in force on 18 November 2026" in page
    assert "People of Irwell Health come in only while a data-sharing agreement covers it" in page
    assert "Go on all the same" in page
    assert 'href="/setup/agreements/add/"' in dev.post(form, sent).content.decode()
    assert 'href="/setup/agreements/add/"' not in desk.as_("ina").post("/people/invite/", sent).content.decode()
    assert desk.as_("dev").post(form, sent | {"all_the_same": "on"}).status_code == 302


def test_an_organisation_with_an_agreement_is_not_asked_about(desk):
    keep_agreement(None, agreement(), by=who("dev"))
    trust = Agency.objects.get(name="Irwell Health")
    sent = {"email": "x@x.example", "name": "X", "roles": ["health_adviser"], "agency": str(trust.pk), **DAY}
    assert "Go on all the same" not in text(desk.as_("dev").get("/people/invite/"))
    assert desk.post("/people/invite/", sent).status_code == 302
    later = sent | {"email": "y@x.example", "since_month": "4", "since_year": "2027"}
    assert "No data-sharing agreement" in text(desk.post("/people/invite/", later))
