"""Somebody leaves: their cases pass on, and nothing they had opens anything by their next click."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail

from accounts.feeds import make
from accounts.models import Absence, CalendarFeed, Invitation, Membership, SignedIn
from cases.actions.name_owner import name_owner
from cases.actions.staff.invite import Wanted, invite
from cases.models import Caseload, Involvement
from cases.words import Capacity
from core.past import hold
from ledger.models import Entry
from tests.conftest import NOW, DoorClient
from tests.factories.requests import received
from tests.pages.test_invitations import text
from tests.pages.test_sign_in import PASSWORD, code_for
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db


def colleague(name="stella", role="bridge_worker") -> None:
    Membership.objects.create(authority_id=SALFORD, person=person(name), role=role, since="2026-01-05")


def close(desk, name="ben", heir=None):
    page = f"/people/{person(name).pk}/close/"
    return desk.as_("dev").post(page, {"heir": heir} if heir else {})


def test_their_cases_pass_to_the_colleague_chosen_one_act_a_case_because_they_left(desk):
    colleague()
    cases = [received(email=f"{number}@families.example").case for number in range(3)]
    for case in cases:
        name_owner(case.pk, person("ben").pk, by=who("carys"))
    asked = text(desk.as_("dev").get(f"/people/{person('ben').pk}/close/"))
    assert "They carry 3 cases, and answer for the deadlines of 3" in asked
    assert close(desk, heir=str(person("stella").pk)).status_code == 302
    for case in cases:
        owners = Involvement.objects.filter(case=case, capacity=Capacity.OWNER, until=None)
        assert [row.person_id for row in owners] == [person("stella").pk]
    left = Entry.objects.get(event="colleague.left")
    handed = Entry.objects.filter(event="case.handed_on")
    assert {entry.case_ref for entry in handed} == {case.pk for case in cases}
    assert {entry.because for entry in handed} == {left.pk}
    assert (left.actor_ref, left.about) == (f"person:{person('dev').pk}", person("ben").pk)
    assert Caseload.objects.filter(person=person("ben")).count() == 0
    page = text(DoorClient("desk").as_("carys").get(f"/cases/{cases[0].reference}/"))
    assert "A colleague left: what they carried here passed to another" in page


def test_without_a_colleague_the_team_answers_again(desk):
    case = received().case
    name_owner(case.pk, person("ben").pk, by=who("carys"))
    assert close(desk, heir="team").status_code == 302
    assert not Involvement.objects.filter(case=case, person=person("ben"), until=None).exists()
    assert not Involvement.objects.filter(case=case, capacity=Capacity.OWNER, until=None).exists()


def test_what_they_led_passes_to_their_team_and_the_days_they_led_stay_on_record(desk):
    from cases.action import action
    from cases.models import Case
    from core.events import Event

    case = received().case
    with hold(NOW - timedelta(days=5)), action(
        Event.OWNER_NAMED, by=who("carys"), subject=lambda: Case.objects.get(pk=case.pk)
    ) as act:  # fmt: skip
        act.facts = {"taken": "yes"}
        Involvement.objects.create(
            authority_id=SALFORD,
            case=case,
            person=person("ben"),
            capacity=Capacity.LEAD,
            since=NOW.date() - timedelta(5),
        )
    close(desk, heir="team")
    leads = Involvement.objects.filter(case=case, capacity=Capacity.LEAD).order_by("since")
    assert [(row.person_id, row.until) for row in leads] == [
        (person("ben").pk, NOW.date() - timedelta(days=1)),
        (None, None),
    ]
    assert leads[1].team.name == "The Bridge"


def test_somebody_must_be_chosen_and_it_must_be_a_colleague_who_works_on_cases(desk):
    name_owner(received().case.pk, person("ben").pk, by=who("carys"))
    for heir in (None, str(person("stella").pk), str(person("tom").pk), "nonsense"):
        page = close(desk, heir=heir)
        assert page.status_code == 200
        assert "Error:" in page.content.decode()
    assert person("ben").is_active


def test_every_way_in_is_dead_by_the_next_request(desk, family):
    ben = person("ben")
    TOTP.activate(ben, secret := "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    spare = RecoveryCodes.activate(ben).get_unused_codes()[0]
    half = DoorClient("desk")
    half.post("/sign-in/", {"login": ben.email, "password": PASSWORD})
    tab, other_door = DoorClient("desk").as_("ben"), family.as_("ben")
    assert tab.get("/requests/").status_code == 200
    other_door.get("/mine/")
    feed = make(who("ben"), instead_of=None)
    assert DoorClient("desk").get(f"/calendar/{feed}.ics").status_code == 200
    DoorClient("desk").post("/password/", {"email": ben.email})
    reset = "/" + re.search(r"https?://[^/]+/(password/\S+)", mail.outbox[-1].body).group(1)
    waiting, secret_link = invite(Wanted("ben2@people.example", "Ben", ("panel_chair",), NOW.date()), by=who("dev"))
    Invitation.objects.filter(pk=waiting.pk).update(email=ben.email)

    assert close(desk).status_code == 302
    ben.refresh_from_db()
    assert not ben.is_active
    old = tab.get("/requests/")
    assert old.headers["Location"].startswith("/sign-in/?")
    assert "closed" not in text(tab.get("/sign-in/")), "who asks is nobody now, and is told nothing of anybody"
    assert other_door.get("/mine/").headers["Location"].startswith("/sign-in/?")
    assert tab.get("/api/v1/requests/").headers["Location"].startswith("/sign-in/?")
    assert half.post("/sign-in/code/", {"code": code_for(secret)}).headers["Location"].startswith("/sign-in/")
    assert half.get("/requests/").headers["Location"].startswith("/sign-in/?")
    assert DoorClient("desk").get(f"/calendar/{feed}.ics").status_code == 404
    new = DoorClient("desk")
    assert "no longer works" in text(new.get(reset, follow=True))
    for tried in (PASSWORD, spare):
        answer = new.post("/sign-in/", {"login": ben.email, "password": tried})
        assert answer.status_code == 200
        assert "Error:" in answer.content.decode()
    DoorClient("desk").post("/password/", {"email": ben.email})
    assert len(mail.outbox) == 1, "no link for a new password goes to somebody who left"
    gone = DoorClient("desk")
    gone.get(f"/invitation/{secret_link}/")
    assert gone.get("/invitation/").status_code == 410
    assert not Authenticator.objects.filter(user=ben).exists()
    assert not SignedIn.objects.filter(person=ben).exists()
    assert not CalendarFeed.objects.filter(person=ben, revoked_at=None).exists()


def test_a_leaver_who_posts_from_an_old_tab_is_told_and_keeps_what_was_typed(desk):
    tab = DoorClient("desk").as_("ben")
    tab.get("/me/leave/")
    close(desk)
    page = tab.post("/me/leave/", {"since_day": "3", "note": "my long words"})
    assert page.status_code == 403
    assert "my long words" in page.content.decode()


def test_a_leaver_who_stands_elsewhere_is_signed_out_and_signs_in_there_as_before(desk):
    Membership.objects.create(authority_id=THURROCK, person=person("ben"), role="bridge_worker", since="2026-01-05")
    TOTP.activate(person("ben"), secret := "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    tab = DoorClient("desk").as_("ben")
    assert "They still work elsewhere" in text(desk.get(close(desk).headers["Location"]))
    assert tab.get("/requests/").headers["Location"].startswith("/sign-in/?")
    assert person("ben").is_active
    again = DoorClient("desk")
    again.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD})
    again.post("/sign-in/code/", {"code": code_for(secret)})
    assert "Thurrock" in text(again.get("/me/"))
    own = received().case
    assert again.get(f"/cases/{own.reference}/").status_code == 404


def test_leave_that_names_them_as_cover_says_that_nobody_covers(desk):
    for name, cover, day in (("carys", person("ben"), NOW.date()), ("ben", None, NOW.date() + timedelta(days=3))):
        Absence.objects.create(
            authority_id=SALFORD, person=person(name), cover=cover, since=day, entered_by=f"person:{person(name).pk}"
        )
    assert "They are to cover for Carys" in text(desk.as_("dev").get(f"/people/{person('ben').pk}/close/"))
    close(desk)
    assert "nobody covers now" in text(desk.get(f"/people/{person('ben').pk}/"))
    assert "Ben does not work on cases here any more" in text(desk.get("/teams/"))
    assert not Absence.objects.filter(person=person("ben")).exists()


def test_pressed_twice_the_second_is_told_that_it_is_done(desk):
    assert close(desk).status_code == 302
    again = close(desk)
    assert again.status_code == 409
    assert "does not work here any more" in text(again)
    assert Entry.objects.filter(event="colleague.left").count() == 1


def test_nobody_closes_themselves_or_somebody_above_them(desk):
    own = close(desk, "dev")
    assert own.status_code == 409
    assert "Ask another administrator" in text(own)
    assert close(desk, "ina").status_code == 403
    assert person("dev").is_active
    assert person("ina").is_active
    assert close(desk, "tom").status_code == 404
    assert close(desk, "amina").status_code == 404


def test_they_come_back_by_a_new_invitation(desk):
    close(desk)
    assert "do not work here any more" not in text(desk.get("/people/"))
    assert "ben@people.example" not in text(desk.get("/people/"))
    assert "ben@people.example" in text(desk.get("/people/?show=left"))
    day = NOW.date()
    typed = {"email": "ben@people.example", "name": "Ben", "roles": ["bridge_worker"]}
    typed |= {"since_day": day.day, "since_month": day.month, "since_year": day.year}
    assert desk.post("/people/invite/", typed).status_code == 302
    assert "ben@people.example" in mail.outbox[-1].to


def test_sessions_of_others_go_on(desk):
    carys = DoorClient("desk").as_("carys")
    carys.get("/requests/")
    DoorClient("desk").as_("ben").get("/requests/")
    close(desk)
    assert carys.get("/requests/").status_code == 200
