"""A colleague is invited: the letter, the code that only their mailbox gets, a password, a second step, and in."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from accounts.models import Invitation, Membership, Person, Team
from core.past import hold
from ledger.models import Entry
from tests.conftest import NOW, DoorClient
from tests.pages.test_sign_in import set_up_second_step
from tests.personas import SALFORD, person

pytestmark = pytest.mark.django_db
LENA = "lena@people.example"
PASSWORD = "violet tractor harbour"


def asked(**changes) -> dict:
    """The form as somebody fills it in."""
    day = NOW.date()
    typed = {
        "email": LENA, "name": "Lena Marsh", "roles": ["bridge_worker"],
        "team": str(Team.objects.get(authority=SALFORD).pk), "agency": "",
        "since_day": day.day, "since_month": day.month, "since_year": day.year,
    }  # fmt: skip
    return typed | changes


def invited(desk, **changes) -> str:
    """Dev invites, and the letter's link comes back as a path."""
    answer = desk.as_("dev").post("/people/invite/", asked(**changes))
    assert answer.status_code == 302, answer.content.decode()
    return path_in(mail.outbox[-1].body)


def path_in(letter: str) -> str:
    return "/" + re.search(r"https?://[^/]+/(invitation/\S+)", letter).group(1)


def code_in(letter: str) -> str:
    return re.search(r"\b([A-Z]{4}-[A-Z]{4})\b", letter).group(1)


def opened(path: str) -> DoorClient:
    """Somebody's browser, with the link opened."""
    browser = DoorClient("desk")
    assert browser.get(path).headers["Location"] == "/invitation/"
    return browser


def with_code(browser: DoorClient) -> str:
    """Asks for the code and reads it from the mailbox."""
    assert browser.post("/invitation/code/").headers["Location"] == "/invitation/code/"
    return code_in(mail.outbox[-1].body)


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_from_the_letter_to_work(desk):
    path = invited(desk)
    assert [message.to for message in mail.outbox] == [[LENA]]
    assert "Reads every request" not in mail.outbox[0].body
    browser = opened(path)
    page = text(browser.get("/invitation/"))
    assert "Bridge worker" in page
    assert "Reads every request that comes in" in page

    code = with_code(browser)
    assert mail.outbox[-1].to == [LENA]
    through = browser.post("/invitation/code/", {"code": f" {code.lower()} "})
    assert through.headers["Location"] == "/invitation/password/"
    assert not Person.objects.filter(email=LENA).exists(), "nobody is made before they accept"

    done = browser.post("/invitation/password/", {"password1": PASSWORD, "password2": PASSWORD})
    assert done.status_code == 302
    assert browser.get("/requests/").headers["Location"] == "/second-step/set-up/"
    set_up_second_step(browser)
    assert browser.get("/requests/").status_code == 200

    standing = Membership.objects.get(person__email=LENA)
    assert (standing.role, standing.authority_id, standing.since) == ("bridge_worker", SALFORD, NOW.date())
    assert "Accepted" in text(desk.get("/people/invitations/"))
    told = list(Entry.objects.filter(event__startswith="colleague").values_list("facts", flat=True))
    told += list(Entry.objects.filter(event="invitation.accepted").values_list("facts", flat=True))
    assert len(told) == 2
    assert "Lena" not in str(told)


def test_opening_the_link_spends_nothing_however_often_a_scanner_does(desk):
    path = invited(desk)
    before = Invitation.objects.values().get()
    for _time in range(3):
        opened(path).get("/invitation/")
        DoorClient("desk").head(path)
    assert DoorClient("desk").post(path).status_code == 405
    assert Invitation.objects.values().get() == before
    assert len(mail.outbox) == 1


def test_the_address_loses_its_secret_and_tells_it_to_nobody(desk):
    path = invited(desk)
    browser = DoorClient("desk")
    answer = browser.get(path)
    assert answer.content == b""
    assert "no-store" in answer["Cache-Control"]
    page = browser.get("/invitation/").content.decode()
    assert path.split("/")[2] not in page
    assert "http" not in "".join(re.findall(r'(?:src|href)="([^"]+)"', page))
    assert not Invitation.objects.filter(digest__contains=path.split("/")[2]).exists()


def test_a_forwarded_link_is_of_no_use_the_code_goes_to_the_invited_mailbox(desk):
    path = invited(desk)
    thief, lena = opened(path), opened(path)
    with_code(thief)
    assert mail.outbox[-1].to == [LENA]
    code = with_code(lena)
    refused = thief.post("/invitation/code/", {"code": code})
    assert "That is not the newest code" in text(refused)
    assert thief.get("/invitation/password/").headers["Location"] == "/invitation/"
    assert lena.post("/invitation/code/", {"code": code}).headers["Location"] == "/invitation/password/"


def test_five_wrong_codes_and_even_the_right_one_is_over_but_a_new_one_works(desk):
    browser = opened(invited(desk))
    code = with_code(browser)
    said = [text(browser.post("/invitation/code/", {"code": "XXXX-XXXX"})) for _time in range(5)]
    assert "4 tries left" in said[0]
    assert "1 try left" in said[3]
    assert "fifth wrong code" in said[4]
    assert "That code is over" in text(browser.post("/invitation/code/", {"code": code}))
    assert browser.post("/invitation/code/", {"code": with_code(browser)}).status_code == 302


def test_a_code_works_once_and_for_ten_minutes(desk):
    browser = opened(invited(desk))
    code = with_code(browser)
    with hold(NOW + timedelta(minutes=10, seconds=1)):
        assert browser.post("/invitation/code/", {"code": code}).status_code == 200
    code = with_code(browser)
    assert browser.post("/invitation/code/", {"code": code}).status_code == 302
    assert browser.post("/invitation/code/", {"code": code}).status_code == 200


def test_five_codes_an_hour_are_enough(desk):
    browser = opened(invited(desk))
    for _time in range(5):
        with_code(browser)
    assert browser.post("/invitation/code/").status_code == 429
    assert len(mail.outbox) == 6


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("withdrawn", "This invitation has been withdrawn"),
        ("expired", "This invitation has run out"),
        ("accepted", "This invitation has been accepted already"),
        ("replaced", "This link does not work"),
        ("cut short", "This link does not work"),
    ],
)
def test_each_link_that_is_over_says_why_and_nothing_is_lost(desk, what, words):
    path = invited(desk)
    one = Invitation.objects.get()
    if what == "withdrawn":
        desk.post(f"/people/invitations/{one.pk}/withdraw/")
    if what == "accepted":
        Invitation.objects.update(accepted_at=NOW, person=person("ben"))
    if what == "replaced":
        desk.post(f"/people/invitations/{one.pk}/again/")
    if what == "expired":
        Invitation.objects.update(ends_at=NOW)
    browser = opened(path[:-5] + "/" if what == "cut short" else path)
    for page in ("/invitation/", "/invitation/code/", "/invitation/password/"):
        answer = browser.get(page)
        assert answer.status_code == 410
        assert words in text(answer)
    assert browser.post("/invitation/code/").status_code == 410
    assert browser.post("/invitation/password/", {"password1": PASSWORD, "password2": PASSWORD}).status_code == 410
    assert Membership.objects.filter(person__email=LENA).count() == 0


def test_an_invitation_that_ran_out_is_sent_again_as_it_was(desk):
    invited(desk)
    one = Invitation.objects.get()
    Invitation.objects.update(ends_at=NOW - timedelta(days=3))
    assert "Run out" in text(desk.get("/people/invitations/"))
    desk.post(f"/people/invitations/{one.pk}/again/")
    again = Invitation.objects.get()
    assert (again.name, again.roles) == (one.name, one.roles)
    assert opened(path_in(mail.outbox[-1].body)).get("/invitation/").status_code == 200


def test_somebody_with_an_account_elsewhere_accepts_after_signing_in_and_keeps_their_password(desk):
    path = invited(desk, email="Tom@people.example", name="Somebody")
    assert not Membership.objects.filter(person=person("tom"), authority=SALFORD).exists(), "not before he accepts"
    before = person("tom").password
    stranger = opened(path)
    stranger.post("/invitation/code/", {"code": with_code(stranger)})
    assert "You have an account already" in text(stranger.get("/invitation/password/"))
    stranger.post("/invitation/password/", {"password1": PASSWORD, "password2": PASSWORD})
    assert person("tom").password == before

    tom = DoorClient("desk").as_("tom")
    tom.get(path)
    assert "Accept" in text(tom.get("/invitation/"))
    assert tom.post("/invitation/accept/").status_code == 302
    assert Membership.objects.filter(person=person("tom"), authority=SALFORD, role="bridge_worker").exists()
    assert person("tom").name == "Tom"


def test_somebody_else_who_is_signed_in_cannot_accept_it(desk):
    path = invited(desk)
    ben = DoorClient("desk").as_("ben")
    ben.get(path)
    assert "for somebody else: you are signed in as Ben" in text(ben.get("/invitation/"))
    assert ben.post("/invitation/accept/").status_code == 409
    assert Invitation.objects.get().accepted_at is None


def test_a_first_day_to_come_is_kept_and_they_are_told_when_they_sign_in(desk):
    path = invited(desk, since_day=1, since_month=12)
    browser = opened(path)
    browser.post("/invitation/code/", {"code": with_code(browser)})
    browser.post("/invitation/password/", {"password1": PASSWORD, "password2": PASSWORD})
    set_up_second_step(browser)
    assert "not begun yet" in text(browser.get("/"))
    with hold(NOW + timedelta(days=13)):
        again = DoorClient("desk")
        again.cookies = browser.cookies
        assert Membership.objects.get(person__email=LENA).since == (NOW + timedelta(days=13)).date()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": "not an address"}, "Enter an email address in the correct format"),
        ({"email": ""}, "Enter their email address"),
        ({"name": " "}, "Enter their name"),
        ({"roles": []}, "Choose what they will be"),
        ({"roles": ["installation_administrator"]}, "Choose from the roles shown"),
        ({"roles": ["parent"]}, "Choose from the roles shown"),
        ({"roles": ["machine"]}, "Choose from the roles shown"),
        ({"since_day": 17}, "The first day must be today or later"),
        ({"since_year": 2028}, "within a year"),
        ({"until_day": 17, "until_month": 11, "until_year": 2026}, "same as or after the first"),
        ({"email": "BEN@people.example"}, "has that role here already"),
    ],
)
def test_a_form_with_something_wrong_says_so_and_keeps_what_was_typed(desk, changes, words):
    page = desk.as_("dev").post("/people/invite/", asked(**changes))
    assert page.status_code == 200
    assert words in page.content.decode()
    assert "Error:" in page.content.decode()
    if "name" not in changes:
        assert 'value="Lena Marsh"' in page.content.decode()
    assert not Invitation.objects.exists()
    assert mail.outbox == []


def test_one_invitation_to_an_address_at_a_time(desk):
    invited(desk)
    page = desk.post("/people/invite/", asked(email=LENA.upper()))
    assert "waiting already" in page.content.decode()
    assert Invitation.objects.count() == 1


def test_a_team_of_another_council_cannot_be_chosen(desk):
    page = desk.as_("dev").post("/people/invite/", asked(team=str(Team.objects.get(authority="883").pk)))
    assert "Choose one of the answers shown" in page.content.decode()


def test_a_mail_server_that_is_away_loses_no_invitation(desk, settings):
    settings.EMAIL_BACKEND = "tests.doors.test_a_new_password_takes_no_time.NoMailServer"
    desk.as_("dev").post("/people/invite/", asked())
    page = text(desk.get("/people/invitations/"))
    assert "could not be sent" in page
    one = Invitation.objects.get()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    desk.post(f"/people/invitations/{one.pk}/again/")
    assert "could not be sent" not in text(desk.get("/people/invitations/"))
    assert opened(path_in(mail.outbox[-1].body)).get("/invitation/").status_code == 200


@pytest.mark.parametrize("weak", ["short", "password12", "lena@people.example", "1234567890"])
def test_a_weak_password_is_refused_with_its_reason(desk, weak):
    browser = opened(invited(desk))
    browser.post("/invitation/code/", {"code": with_code(browser)})
    page = browser.post("/invitation/password/", {"password1": weak, "password2": weak})
    assert page.status_code == 200
    assert "Error:" in page.content.decode()
    assert not Person.objects.filter(email=LENA).exists()


def test_somebody_whose_account_was_closed_comes_back_by_a_new_invitation(desk):
    eve = person("eve")
    eve.is_active = False
    eve.set_unusable_password()
    eve.save()
    browser = opened(invited(desk, email=eve.email))
    browser.post("/invitation/code/", {"code": with_code(browser)})
    browser.post("/invitation/password/", {"password1": PASSWORD, "password2": PASSWORD})
    eve.refresh_from_db()
    assert eve.is_active
    assert eve.check_password(PASSWORD)
    assert browser.get("/requests/").headers["Location"] == "/second-step/set-up/"


@pytest.mark.django_db(transaction=True)
def test_fifty_guesses_of_a_code_at_once_allow_five(desk):
    browser = opened(invited(desk))
    code = with_code(browser)
    cookies = browser.cookies.output(header="", sep=";")

    def guess(number: int) -> str:
        one = DoorClient("desk")
        one.settles = False
        one.cookies.load(cookies)
        try:
            return text(one.post("/invitation/code/", {"code": f"XXXX-X{number:03}"}))
        finally:
            connection.close()

    with desk.at_the_door(), ThreadPoolExecutor(10) as pool:
        said = list(pool.map(guess, range(50)))
    looked_at = [one for one in said if "That is not the newest" in one or "fifth wrong code" in one]
    assert len(looked_at) == 5
    assert "That code is over" in text(browser.post("/invitation/code/", {"code": code}))
