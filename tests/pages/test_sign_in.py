"""Signing in: a password, and a second step that nobody gets round."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.management import call_command

from accounts.models import Person

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


def code_for(secret: str, *, later: int = 0) -> str:
    """What the app on the phone shows now, or ``later`` half-minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def set_up_second_step(client) -> str:
    """Goes through the set-up page and returns the secret."""
    page = client.get("/second-step/set-up/").content.decode()
    secret = "".join(re.search(r"(?:[A-Z2-7]{4}\s){7}[A-Z2-7]{4}", page).group(0).split())
    done = client.post("/second-step/set-up/", {"code": code_for(secret)})
    assert done.status_code == 302, done.content.decode()
    return secret


def test_a_password_alone_opens_nothing_but_the_set_up_of_the_second_step(desk):
    signed_in = desk.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD})
    assert signed_in.status_code == 302
    assert desk.get("/requests/").headers["Location"] == "/second-step/set-up/"

    set_up_second_step(desk)
    assert desk.get("/requests/").status_code == 200


def test_the_second_time_the_code_is_asked_for(desk):
    desk.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD})
    secret = set_up_second_step(desk)
    desk.post("/sign-out/")
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/")

    asked = desk.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD})
    assert asked.headers["Location"].startswith("/sign-in/code/")
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/")
    assert desk.post("/sign-in/code/", {"code": "000000"}).status_code == 200
    assert desk.get("/requests/").status_code == 302
    through = desk.post("/sign-in/code/", {"code": code_for(secret)})
    assert through.status_code == 302, through.content.decode()
    assert desk.get("/requests/").status_code == 200


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(desk):
    wrong = desk.post("/sign-in/", {"login": "ben@people.example", "password": "not it at all"})
    unknown = desk.post("/sign-in/", {"login": "nobody@people.example", "password": "not it at all"})
    plain = [re.sub(r'value="[^"]*"', "", page.content.decode()) for page in (wrong, unknown)]
    assert wrong.status_code == unknown.status_code == 200
    assert plain[0] == plain[1]
    assert "Error:" in plain[0]


def test_nobody_signs_themselves_up(desk, family):
    for client in (desk, family):
        assert client.get("/sign-up/").status_code == 404
        assert client.get("/accounts/signup/").status_code == 404


def test_an_admitted_person_chooses_a_password_by_post(desk):
    call_command("admit", "lena@people.example", "Lena Marsh", "--authority", "355", "--role", "bridge_worker")
    assert not Person.objects.get(email="lena@people.example").has_usable_password()

    desk.post("/password/", {"email": "lena@people.example"})
    link = re.search(r"https?://\S+/password/\S+", mail.outbox[0].body).group(0)
    path = "/" + link.split("/", 3)[3]
    page = desk.get(path, follow=True)
    assert page.status_code == 200, page.redirect_chain
    form_path = page.redirect_chain[-1][0] if page.redirect_chain else path
    chosen = {"password1": "quite another long one", "password2": "quite another long one"}
    assert desk.post(form_path, chosen, follow=True).status_code == 200

    desk.post("/sign-in/", {"login": "lena@people.example", "password": "quite another long one"})
    set_up_second_step(desk)
    assert desk.get("/requests/").status_code == 200


def test_a_parent_has_no_work_at_the_desk_and_staff_have_none_at_the_family_door(desk, family):
    assert desk.as_("amina").get("/").status_code == 403
    assert desk.get("/requests/").status_code == 404
    assert family.as_("ben").get("/mine/").status_code == 404


def test_after_five_wrong_passwords_the_sixth_is_not_even_tried(desk, settings):
    for _ in range(5):
        desk.post("/sign-in/", {"login": "carys@people.example", "password": "wrong"})
    page = desk.post("/sign-in/", {"login": "carys@people.example", "password": PASSWORD})
    assert page.status_code in {200, 429}
    assert desk.get("/requests/").status_code == 302
