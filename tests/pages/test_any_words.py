"""Whatever anybody writes, in whatever script: it is taken or refused in words, kept as it is, and shown as text."""

from html import escape

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cases.models import Case
from people.models import Child
from referrals.models import Referral
from referrals.words import AsksFor
from tests.factories.requests import received
from tests.pages.asking import answer, answer_everything, send
from tests.personas import who

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
ANYTHING = st.characters(exclude_categories=["Cs"])
NAME = st.text(ANYTHING, min_size=1, max_size=80)
WORDS = st.text(ANYTHING, min_size=1, max_size=400)
PATIENT = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
FROM_END_TO_END = settings(PATIENT, max_examples=10)
VECTORS = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'onmouseover='alert(1)", "{{ 7|add:7 }}",
    "</textarea><script>alert(1)</script>", "</title><svg/onload=alert(1)>", "javascript:alert(1)", "<!--", "]]>",
    "{% now 'Y' %}", "&lt;b&gt;",
    "${7*7}", "%(name)s %s {0} {name}", "\\", "\u202eevil\u202c", "\ufeff", "a\u0301", "'; DROP TABLE people_child; --",
    "=cmd|' /C calc'!A0", "x" * 80, "\x01\x1b[31m", "🧒🏽👩‍👦", "Ⅷ", "‪‮⁦",
]  # fmt: skip


def shows_no_markup(page, *typed: str) -> None:
    """Nothing typed that could be markup stands on a page unescaped."""
    text = page.content.decode()
    for words in typed:
        for line in words.splitlines():
            if len(line) > 3 and any(sign in line for sign in "<>&\"'") and line != escape(line):
                assert line not in text.replace(escape(line), ""), line


@pytest.fixture
def asking(family):
    answer(family, "what")
    answer(family, "who")
    return family


@PATIENT
@given(given=NAME, family_name=NAME, preferred=st.one_of(st.just(""), NAME))
@example(given="\x00", family_name="a\x00b", preferred="")
@example(given=" ", family_name="\u3000", preferred="\u200b")
@example(given="ß" * 80, family_name="İ" * 80, preferred="ﷺ" * 80)
def test_any_name_is_taken_or_refused_in_words(asking, given, family_name, preferred):
    with transaction.atomic():
        typed = {"given_name": given, "family_name": family_name, "preferred_name": preferred}
        page = answer(asking, "child", **typed)
        assert page.status_code in {200, 302}
        onward = asking.get("/salford/ask/happening/") if page.status_code == 302 else page
        assert onward.status_code == 200
        shows_no_markup(onward, given, family_name, preferred)
        transaction.set_rollback(True)


@FROM_END_TO_END
@given(words=WORDS, wanted=st.one_of(st.just(""), WORDS), learns_at=st.text(ANYTHING, max_size=160))
@example(words="a\x00b", wanted="", learns_at="")
@example(words="\r\n\r\n", wanted="\u2028\u2029", learns_at="\x85")
def test_any_words_go_through_to_the_officer_as_text(family, desk, words, wanted, learns_at):
    with transaction.atomic():
        cache.clear()
        answer_everything(family)
        told = answer(family, "happening", words=words, wanted=wanted)
        home = answer(family, "home", learns_at=learns_at)
        assert {told.status_code, home.status_code} <= {200, 302}
        shows_no_markup(family.get("/salford/ask/check/"), words, wanted, learns_at)
        send(family)
        reference = Case.objects.get().reference
        for page in (desk.as_("ben").get(f"/requests/{reference}/"), desk.get(f"/cases/{reference}/")):
            assert page.status_code == 200
            shows_no_markup(page, words, wanted, learns_at)
        transaction.set_rollback(True)
    family.cookies.clear()


def are_text(vector: str, *pages) -> None:
    """Each of these pages opens, and shows the vector as text where it shows it."""
    for page in pages:
        assert page.status_code in {200, 409}, page
        if page.headers["Content-Type"].startswith("text/html"):
            shows_no_markup(page, vector)


@pytest.mark.parametrize("vector", VECTORS)
def test_a_poisoned_request_is_text_on_every_page_it_reaches(desk, family, vector):
    """In every field at once, on every page that shows it, at both doors."""
    name = vector[:80]
    referral = received(
        AsksFor.UNSURE, by=who("amina"), given_name=name, family_name=name, preferred_name=name, words=vector,
        wanted=vector, learns_at=vector, sender_name=vector,
    )  # fmt: skip
    assert Child.objects.get().given_name == name
    reference = referral.case.reference
    desk.as_("ben")
    sure = {"answer": "assessment", "reason": "The words ask for it."}
    are_text(
        vector, desk.get("/requests/"), desk.get(f"/requests/{reference}/"), desk.get(f"/cases/{reference}/"),
        desk.get(f"/cases/{reference}/looked/"), desk.get("/find/", {"q": vector[:40]}), desk.get("/api/v1/requests/"),
        desk.post(f"/requests/{reference}/", sure), desk.post(f"/requests/{reference}/", {}),
    )  # fmt: skip
    family.as_("amina")
    are_text(vector, family.get("/mine/"), family.get(f"/mine/{reference}/"))


@pytest.mark.parametrize("vector", VECTORS)
def test_a_poisoned_reason_is_text_for_the_officer_and_for_the_family(desk, family, vector):
    reference = received(AsksFor.UNSURE, by=who("amina")).case.reference
    address, typed = f"/requests/{reference}/", {"answer": "assessment", "reason": vector}
    desk.as_("ben")
    are_text(vector, desk.post(address, typed), desk.post(address, typed | {"back": "1"}))
    assert desk.post(address, typed | {"sure": "1"}).status_code == 302
    assert Referral.objects.get().settled_because == vector.strip()
    are_text(vector, desk.get(address), desk.get(f"/cases/{reference}/"), desk.post(address, typed | {"sure": "1"}))
    are_text(vector, family.as_("amina").get(f"/mine/{reference}/"))
