"""Whatever can sign somebody in leads to a second step; a link in a letter signs nobody in by being opened."""

import ast
import re

import pytest
from django.core import mail

from tests.conftest import DoorClient
from tests.doors.walk import patterns
from tests.house.tree import dotted, modules, parsed
from tests.pages.test_sign_in import PASSWORD, set_up_second_step

pytestmark = pytest.mark.django_db
SIGNS_IN = {"login", "perform_login", "perform_password_login", "resume_login", "force_login"}
OURS = {
    "desk.people.accepting": "a password chosen after the mailbox was proved: tests/pages/test_invitations.py",
    "demo.people": "one click, in the demonstration alone, which production does not have",
}
ROUTES = {
    "account_login": "a password, then the second step: below",
    "account_logout": "signs out",
    "account_inactive": "words",
    "account_reauthenticate": "asks somebody who is signed in already",
    "account_reset_password": "sends a letter",
    "account_reset_password_done": "words",
    "account_reset_password_from_key": "changes a password and signs nobody in: below",
    "account_reset_password_from_key_done": "words",
    "mfa_authenticate": "the second step itself",
    "mfa_reauthenticate": "asks somebody who is signed in already",
    "mfa_reauthenticate_webauthn": "asks somebody who is signed in already",
    "mfa_login_webauthn": "a passkey with a finger, a face or a PIN is two in one: tests/browser",
    "mfa_activate_totp": "sets the second step up",
    "mfa_index": "for those with a second step",
    "mfa_deactivate_totp": "for those with a second step",
    "mfa_view_recovery_codes": "for those with a second step",
    "mfa_generate_recovery_codes": "for those with a second step",
    "mfa_add_webauthn": "for those with a second step",
    "mfa_list_webauthn": "for those with a second step",
    "mfa_edit_webauthn": "for those with a second step",
    "mfa_remove_webauthn": "for those with a second step",
    "openid_connect_login": "leads to the provider",
    "openid_connect_callback": "ours is asked unless the token says so: tests/pages/test_single_sign_on.py",
}
"""Every page of the sign-in package that has an address, and why none leaves somebody in with one step."""


def test_every_page_of_the_sign_in_package_is_known():
    found = set()
    for door in ("desk", "family"):
        for _route, pattern in patterns(door):
            if pattern.name and re.match(r"(account|mfa|openid|socialaccount|usersessions)_", pattern.name):
                found.add(pattern.name)
    assert found == set(ROUTES)


def test_nothing_else_of_ours_signs_anybody_in():
    found = set()
    for path in modules():
        module = dotted(path)
        for call in ast.walk(parsed(path)):
            if isinstance(call, ast.Call):
                called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                if called in SIGNS_IN and not module.startswith("sendpath.sso"):
                    found.add(module)
    assert found == set(OURS)


def test_a_new_password_signs_nobody_in_and_opening_its_link_spends_nothing(desk):
    desk.post("/password/", {"email": "ben@people.example"})
    link = "/" + re.search(r"https?://[^/]+/(password/\S+)", mail.outbox[0].body).group(1)
    for _time in range(3):
        scanner = DoorClient("desk")
        opened = scanner.get(link, follow=True)
        assert link.rstrip("/").rpartition("-")[2] not in opened.content.decode()
        assert "Choose a new password" in opened.content.decode()
    page = desk.get(link, follow=True).redirect_chain[-1][0]
    new = "violet tractor harbour"
    assert desk.post(page, {"password1": new, "password2": new}).status_code == 302
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/?")
    assert "no longer works" in DoorClient("desk").get(link, follow=True).content.decode()
    desk.post("/sign-in/", {"login": "ben@people.example", "password": new})
    assert desk.get("/requests/").headers["Location"] == "/second-step/set-up/"


def test_the_key_of_a_session_changes_with_the_second_step_too(desk):
    desk.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD})
    cookie = desk.settings["SESSION_COOKIE_NAME"]
    before = desk.cookies[cookie].value
    set_up_second_step(desk)
    assert desk.cookies[cookie].value != before
    stale = DoorClient("desk")
    stale.cookies[cookie] = before
    assert stale.get("/requests/").headers["Location"].startswith("/sign-in/?")
