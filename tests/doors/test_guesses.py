"""Guesses at passwords and codes: five, one after another or all at once, told plainly and alike for everybody."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.db import connection

from tests.conftest import DoorClient
from tests.pages.test_invitations import text
from tests.pages.test_sign_in import PASSWORD, code_for
from tests.personas import person

pytestmark = pytest.mark.django_db
BEN, NOBODY = "ben@people.example", "not.known@people.example"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LOCKED = "Too many wrong tries. Wait 15 minutes"
WRONG = "do not fit together"
CODE_IS_WRONG = "Incorrect code"


def sign_in(client, login=BEN, password=None, place="203.0.113.5"):
    password = password or "wrong"
    return client.post("/sign-in/", {"login": login, "password": password}, REMOTE_ADDR=place)


@pytest.mark.parametrize("login", [BEN, NOBODY])
def test_the_sixth_wrong_password_is_not_looked_at_and_neither_is_the_right_one(desk, login):
    said = [text(sign_in(desk, login)) for _time in range(6)]
    assert [WRONG in one for one in said] == [True] * 5 + [False]
    assert LOCKED in said[5]
    assert LOCKED in text(sign_in(desk, login, PASSWORD))
    assert LOCKED in text(sign_in(DoorClient("desk"), login.upper(), PASSWORD)), "another browser is the same place"


def test_locked_known_and_unknown_read_the_same_to_the_byte(desk):
    pages = []
    for login in (BEN, NOBODY):
        answers = [sign_in(DoorClient("desk"), login) for _time in range(6)]
        plain = [re.sub(r'value="[^"]*"', "", one.content.decode()) for one in answers]
        pages.append([(one.status_code, sorted(one.headers), page) for one, page in zip(answers, plain, strict=True)])
    assert pages[0] == pages[1]


def test_somebody_who_sits_elsewhere_is_not_locked_out_by_a_guesser(desk):
    for _time in range(7):
        sign_in(DoorClient("desk"))
    assert sign_in(desk, password=PASSWORD, place="198.51.100.7").status_code == 302


def test_but_an_account_guessed_at_from_many_places_waits_for_everybody(desk):
    for number in range(20):
        sign_in(DoorClient("desk"), place=f"203.0.113.{number}")
    assert LOCKED in text(sign_in(desk, password=PASSWORD, place="198.51.100.7"))


def test_one_place_guesses_at_a_hundred_accounts_and_no_more(desk, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": None, "login": None}
    for number in range(100):
        sign_in(desk, f"somebody{number}@people.example")
    assert LOCKED in text(sign_in(desk, password=PASSWORD))


def test_a_right_password_forgets_the_wrong_ones_before_it(desk):
    for _round in range(3):
        for _time in range(4):
            sign_in(desk)
        assert sign_in(desk, password=PASSWORD).status_code == 302
        desk.post("/sign-out/")


def at_once(client, path: str, guesses: list[dict]) -> list[str]:
    """Everything posted as nearly at the same moment as threads can, from one browser."""
    cookies = client.cookies.output(header="", sep=";")

    def post(data: dict) -> str:
        one = DoorClient("desk")
        one.settles = False
        one.cookies.load(cookies)
        try:
            return text(one.post(path, data))
        finally:
            connection.close()

    with client.at_the_door(), ThreadPoolExecutor(25) as pool:
        return list(pool.map(post, guesses))


@pytest.mark.django_db(transaction=True)
def test_fifty_passwords_at_once_allow_five(desk, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": None, "login": None}
    desk.get("/sign-in/")
    said = at_once(desk, "/sign-in/", [{"login": BEN, "password": f"guess {number}"} for number in range(50)])
    assert sum(WRONG in one for one in said) == 5
    assert sum(LOCKED in one for one in said) == 45
    assert LOCKED in text(desk.post("/sign-in/", {"login": BEN, "password": PASSWORD}))


@pytest.mark.django_db(transaction=True)
def test_fifty_codes_at_once_allow_five(desk, settings):
    TOTP.activate(person("ben"), SECRET)
    right = {code_for(SECRET, later=later) for later in range(-3, 4)}
    wrong = [f"{number:06}" for number in range(100) if f"{number:06}" not in right][:50]
    desk.post("/sign-in/", {"login": BEN, "password": PASSWORD})
    said = at_once(desk, "/sign-in/code/", [{"code": code} for code in wrong])
    assert sum(CODE_IS_WRONG in one for one in said) == 5
    assert LOCKED in text(desk.post("/sign-in/code/", {"code": code_for(SECRET)}))
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/")


def test_a_spare_code_works_once_and_the_second_time_says_why(desk):
    TOTP.activate(person("ben"), SECRET)
    spare, other = RecoveryCodes.activate(person("ben")).get_unused_codes()[:2]
    sign_in(desk, password=PASSWORD)
    assert desk.post("/sign-in/code/", {"code": spare}).status_code == 302
    desk.post("/sign-out/")
    sign_in(desk, password=PASSWORD)
    again = desk.post("/sign-in/code/", {"code": spare})
    assert "That spare code has been used already" in text(again)
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/")
    assert desk.post("/sign-in/code/", {"code": other}).status_code == 302
    assert desk.get("/requests/").status_code == 200


def test_showing_that_it_is_still_you_counts_guesses_too(desk):
    TOTP.activate(person("ben"), SECRET)
    ben = desk.as_("ben")
    said = [text(ben.post("/sign-in/again/", {"password": "wrong"})) for _time in range(6)]
    assert LOCKED in said[5]
    assert all(LOCKED not in one for one in said[:5])


def test_the_password_shows_that_it_is_still_you(desk):
    TOTP.activate(person("ben"), SECRET)
    ben = desk.as_("ben")
    assert ben.get("/second-step/passkeys/add/").headers["Location"].startswith("/sign-in/again/")
    assert ben.post("/sign-in/again/", {"password": PASSWORD}).status_code == 302
    assert ben.get("/second-step/passkeys/add/").status_code == 200
