"""Single sign-on against a provider that really answers: who gets in, who does not, when our second step is asked."""

from urllib.parse import urlsplit

import pytest
import requests
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured

from accounts.models import Membership, Person
from sendpath import env
from sendpath.sso import provider_id, says_second_step
from tests.conftest import DoorClient
from tests.factories.provider import CLIENT, SECRET, Provider
from tests.pages.test_invitations import text
from tests.pages.test_sign_in import code_for
from tests.personas import person

pytestmark = pytest.mark.django_db
BEN = {"sub": "of ben", "email": "Ben@people.example", "email_verified": True, "name": "Ben"}
MFA = {"amr": ["pwd", "mfa"]}
APP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def set_up(settings, monkeypatch, url: str) -> None:
    monkeypatch.setenv("SENDPATH_SSO_CLIENT", CLIENT)
    monkeypatch.setenv("SENDPATH_SSO_SECRET", SECRET)
    settings.SOCIALACCOUNT_PROVIDERS = env.single_sign_on(url)


@pytest.fixture
def provider(settings, monkeypatch, world):
    running = Provider()
    set_up(settings, monkeypatch, running.url)
    yield running
    running.stop()


def come_in(provider, claims: dict, browser: DoorClient | None = None):
    """Presses the button, goes to the provider, and comes back with its answer."""
    provider.claims = claims
    browser = browser or DoorClient("desk")
    sent = browser.post(f"/sign-in/with/{provider_id()}/")
    assert sent.status_code == 302, text(sent)
    there = requests.get(sent.headers["Location"], allow_redirects=False, timeout=10)
    back = urlsplit(there.headers["Location"])
    return browser, browser.get(f"{back.path}?{back.query}")


def test_the_button_is_there_only_where_it_is_set_up(provider, settings):
    assert "Sign in with your council account" in text(DoorClient("desk").get("/sign-in/"))
    assert "council account" not in text(DoorClient("family").get("/sign-in/"))
    assert DoorClient("desk").get("/sign-in/with/sso-made-up/").status_code == 404
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "council account" not in text(DoorClient("desk").get("/sign-in/"))
    assert DoorClient("desk").get(f"/sign-in/with/{provider_id() or 'none'}/").status_code == 404


def test_with_the_providers_second_step_somebody_is_in(provider):
    browser, back = come_in(provider, BEN | MFA)
    assert back.status_code == 302
    assert browser.get("/requests/").status_code == 200
    assert provider.asked[-1]["code_challenge_method"] == "S256"
    assert provider.asked[-1]["state"]


def test_without_it_our_own_is_set_up_or_asked_for(provider):
    browser, _back = come_in(provider, BEN)
    assert browser.get("/requests/").headers["Location"] == "/second-step/set-up/"

    TOTP.activate(person("ben"), APP_SECRET)
    browser, back = come_in(provider, BEN)
    assert back.headers["Location"].startswith("/sign-in/code/")
    assert browser.get("/requests/").headers["Location"].startswith("/sign-in/?")
    browser.post("/sign-in/code/", {"code": code_for(APP_SECRET)})
    assert browser.get("/requests/").status_code == 200


def test_the_first_time_by_address_and_ever_after_by_issuer_and_subject(provider, settings, monkeypatch):
    come_in(provider, BEN | MFA)
    bound = SocialAccount.objects.get()
    assert (bound.user, bound.uid) == (person("ben"), "of ben")
    browser, _back = come_in(provider, BEN | MFA | {"email": "new.name@people.example"})
    assert browser.get("/requests/").status_code == 200, "a new address at the provider changes nothing"

    _browser, back = come_in(provider, BEN | MFA | {"sub": "of another", "email": "stranger@people.example"})
    assert back.status_code == 403

    other = Provider()
    set_up(settings, monkeypatch, other.url)
    _browser, back = come_in(other, BEN | MFA | {"email": "stranger@people.example"})
    assert back.status_code == 403, "the same subject under another issuer is somebody else"
    other.stop()


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "nobody@people.example"},
        {"email_verified": False},
        {"email_verified": None},
        {"email": "eve@people.example"},
        {"email": "amina@people.example"},
        {"email": ""},
    ],
    ids=["unknown", "not verified", "not said", "no standing", "a parent", "no address"],
)
def test_everybody_else_is_turned_away_alike_and_nobody_is_made(provider, claims):
    before = Person.objects.count()
    browser, back = come_in(provider, BEN | MFA | claims)
    assert back.status_code == 403
    assert "whom an administrator has invited and who work here today" in text(back)
    assert browser.get("/requests/").headers["Location"].startswith("/sign-in/?")
    assert Person.objects.count() == before
    assert not SocialAccount.objects.exists()


def test_a_leaver_is_out_here_too(provider):
    come_in(provider, BEN | MFA)
    Membership.objects.filter(person=person("ben")).update(until="2026-11-17")
    assert come_in(provider, BEN | MFA)[1].status_code == 403
    Membership.objects.filter(person=person("ben")).update(until=None)
    assert come_in(provider, BEN | MFA)[1].status_code == 302
    Person.objects.filter(pk=person("ben").pk).update(is_active=False)
    assert come_in(provider, BEN | MFA)[1].status_code == 403


def test_entra_says_that_an_address_is_its_owners_in_its_own_way(provider):
    said = {name: value for name, value in BEN.items() if name != "email_verified"}
    assert come_in(provider, said | MFA | {"xms_edov": "1"})[1].status_code == 302


@pytest.mark.parametrize("what", ["cancelled", "made up", "twice", "other browser"])
def test_what_goes_wrong_on_the_way_is_said_and_nobody_is_in(provider, what):
    if what == "cancelled":
        provider.refuses = "access_denied"
        browser, back = come_in(provider, BEN | MFA)
    else:
        browser = DoorClient("desk")
        provider.claims = BEN | MFA
        sent = browser.post(f"/sign-in/with/{provider_id()}/")
        there = requests.get(sent.headers["Location"], allow_redirects=False, timeout=10)
        way_back = urlsplit(there.headers["Location"])
        address = f"{way_back.path}?{way_back.query}"
        if what == "made up":
            back = browser.get(f"{way_back.path}?code=made-up&state=made-up")
        elif what == "other browser":
            browser = DoorClient("desk")
            back = browser.get(address)
        else:
            browser.get(address)
            browser.post("/sign-out/")
            back = browser.get(address)
    assert back.status_code == 403
    assert "You are not signed in" in text(back)
    assert browser.get("/requests/").headers["Location"].startswith("/sign-in/?")


def test_opening_the_address_starts_nothing_without_a_press(provider):
    page = DoorClient("desk").get(f"/sign-in/with/{provider_id()}/")
    assert page.status_code == 200
    assert provider.asked == []


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"amr": ["mfa"]}, True),
        ({"amr": "mfa"}, True),
        ({"amr": ["pwd", "rsa", "ngcmfa"]}, True),
        ({"acr": "http://schemas.microsoft.com/claims/multipleauthn"}, True),
        ({"acr": "urn:example:mfa"}, True),
        ({"acr": "1"}, False),
        ({"amr": ["pwd"]}, False),
        ({"amr": None}, False),
        ({"amr": ["notmfa"]}, False),
        ({}, False),
    ],
)
def test_when_a_token_says_that_a_second_step_was_given(claims, said):
    assert says_second_step(claims) is said


def test_settings_that_are_half_given_are_refused_in_words(monkeypatch):
    with pytest.raises(ImproperlyConfigured, match="SENDPATH_SSO_CLIENT is missing"):
        env.single_sign_on("https://login.example/tenant/v2.0")
    with pytest.raises(ImproperlyConfigured, match="must begin with https"):
        env.single_sign_on("http://login.example")
    assert env.single_sign_on("") == {}
    assert env.origin("https://login.example/tenant/v2.0") == ["https://login.example"]
