"""Wrong answers on the family's pages: each has a message that says how to mend it, and nothing typed is lost."""

import pytest
from django.core.exceptions import ValidationError

from cases.models import Draft
from pathway.asking.question import telephone
from tests.pages.asking import ANSWERS, answer, answer_everything, send
from tests.pages.reading import assert_an_error_by_the_book, read

pytestmark = pytest.mark.django_db
NAMES = {"given_name": "Ayaan", "family_name": "Chowdhury"}


def born(day, month, year) -> dict[str, str]:
    return {"born_on_day": str(day), "born_on_month": str(month), "born_on_year": str(year)}


@pytest.fixture
def asking(family):
    """A family that has come as far as the child."""
    answer(family, "what")
    answer(family, "who")
    return family


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (born(19, 11, 2026), "The date of birth must be in the past"),
        (born(1, 1, 2127), "The date of birth must be in the past"),
        (born(17, 11, 2000), "SENDPath is for people from birth to 25"),
        (born(14, 6, 1918), "SENDPath is for people from birth to 25"),
        (born(31, 2, 2018), "The date of birth must be a real date"),
        (born(14, 13, 2018), "The date of birth must be a real date"),
        (born("14th", 6, 2018), "The date of birth must be a real date"),
        (born(14, 6, 18), "a year with 4 numbers"),
        (born(14, "", 2018), "The date of birth must include a month"),
        (born("", "", 2018), "The date of birth must include a day and month"),
        (born("٣", 6, 2018), "The date of birth must be a real date"),
        (born(-1, 6, 2018), "The date of birth must be a real date"),
    ],
)
def test_a_birthday_that_cannot_be_is_said_to_be_so(asking, day, message):
    page = answer(asking, "child", **day)
    assert_an_error_by_the_book(page, message, kept=("Ayaan", "Chowdhury", *(v for v in day.values() if v)))
    assert "child" not in Draft.objects.get().answers


@pytest.mark.parametrize("day", [born(18, 11, 2026), born(18, 11, 2001), born(19, 11, 2000), born(29, 2, 2016)])
def test_a_child_born_today_and_somebody_who_is_25_are_taken(asking, day):
    """On the day before their 26th birthday somebody is still 25."""
    assert answer(asking, "child", **day).status_code == 302


@pytest.mark.parametrize(
    ("oldest", "born_on", "taken"),
    [(18, "17/11/2007", False), (18, "19/11/2007", True), (30, "14/6/1997", True)],
)
def test_the_oldest_age_is_a_setting(asking, settings, oldest, born_on, taken):
    settings.OLDEST_AGE = oldest
    page = answer(asking, "child", **born(*born_on.split("/")))
    assert page.status_code == (302 if taken else 200)
    if not taken:
        assert_an_error_by_the_book(page, f"SENDPath is for people from birth to {oldest}")


NOTHING = {
    "what": ({"asks_for": ""}, "Choose what you would like to ask for"),
    "who": ({"who": ""}, "Choose who you are asking for"),
    "child": (dict.fromkeys((*NAMES, *born(1, 1, 1)), ""), ""),
    "happening": ({"words": " "}, "Tell us what is happening. A few words are enough."),
    "you": (dict.fromkeys(ANSWERS["you"], ""), "Choose what you are to Ayaan"),
    "sharing": ({"consent": ""}, "Choose yes or no"),
}


@pytest.mark.parametrize("key", NOTHING)
def test_an_empty_page_is_answered_by_the_book(family, key):
    for earlier in ANSWERS:
        if earlier == key:
            break
        answer(family, earlier)
    changes, message = NOTHING[key]
    assert_an_error_by_the_book(answer(family, key, **changes), *([message] if message else []))


@pytest.mark.parametrize(
    ("key", "wrong", "message"),
    [
        ("home", {"home_postcode": "M5"}, "Enter a full postcode, like M1 2AB, or leave it empty"),
        ("home", {"home_postcode": "12345"}, "Enter a full postcode"),
        ("home", {"home_postcode": "M5 4WT M5 4WT"}, "10"),
        ("home", {"learns_at": "x" * 161}, "160"),
        ("you", {"email": "nasreen at home"}, "email"),
        ("you", {"email": ""}, ""),
        ("you", {"email": "n" * 250 + "@families.example"}, "254"),
        ("you", {"phone": "call my mum"}, "Enter a phone number, like 07700 900 982, or leave it empty"),
        ("you", {"relationship": "self"}, ""),
        ("you", {"sender_name": "x" * 121}, "120"),
        ("happening", {"words": "x" * 5001}, "5000"),
        ("child", {"given_name": "x" * 81}, "80"),
        ("sharing", {"consent": "no"}, "services need to read what you wrote"),
        ("what", {"asks_for": "money"}, ""),
    ],
)
def test_a_slip_keeps_what_was_typed_and_says_how_to_mend_it(family, key, wrong, message):
    for earlier in ANSWERS:
        if earlier == key:
            break
        answer(family, earlier)
    page = answer(family, key, **wrong)
    assert page.status_code == 200, page.content.decode()[:400]
    typed = {**ANSWERS[key], **wrong}
    kept = tuple(value for name, value in typed.items() if value and name not in {"asks_for", "relationship"})
    assert_an_error_by_the_book(page, *([message] if message else []), kept=kept)
    assert key not in Draft.objects.get().answers if Draft.objects.exists() else key == "who"


def test_every_limit_that_a_page_allows_fits_what_is_kept(family):
    """The longest of everything goes through to the end: no field takes more than its column."""
    answer_everything(
        family,
        child={
            "given_name": "Ж" * 80, "family_name": "é" * 80, "preferred_name": "名" * 80,
            **born(14, 6, 2018),
        },
        happening={"words": "ш" * 5000, "wanted": "ß" * 2000},
        home={"home_postcode": "SW1A 1AA", "learns_at": "Ω" * 160},
        you={
            **ANSWERS["you"], "sender_name": "ü" * 120, "phone": "+44 (0)7700 900 982 900 982 99",
            "email": "n" * 64 + "@" + ".".join(["a" * 60] * 3) + ".ex",
        },
    )  # fmt: skip
    assert "We have your request" in send(family)


def test_saving_asks_for_an_address_and_coming_back_for_a_birthday_by_the_book(family):
    from django.core import mail

    answer_everything(family)
    assert_an_error_by_the_book(family.post("/salford/ask/save/", {"email": "nope"}), "email", kept=("nope",))
    family.post("/salford/ask/save/", {"email": "nasreen@families.example"})
    link = "/" + next(line for line in mail.outbox[0].body.splitlines() if "/back/" in line).split("/", 3)[3]
    wrong = family.post(link, born(1, 2, 2018))
    assert_an_error_by_the_book(wrong, "That is not the date of birth you gave us", kept=("1", "2", "2018"))


def test_an_officers_form_is_answered_by_the_book_and_keeps_the_reason(family, desk):
    answer_everything(family, asks_for="unsure")
    receipt = send(family)
    import re

    reference = re.search(r"[A-Z]{3}-\w{4}-\w{4}", receipt).group(0)
    address = f"/requests/{reference}/"
    desk.as_("ben")
    assert_an_error_by_the_book(desk.post(address, {"answer": "help", "reason": ""}), "Say why", kept=("help",))
    page = desk.post(address, {"answer": "", "reason": "Because she asks for it."})
    assert_an_error_by_the_book(page, "Choose what this request is", kept=("Because she asks for it.",))
    long = desk.post(address, {"answer": "help", "reason": "x" * 2001})
    assert_an_error_by_the_book(long, "2000", kept=("help", "x" * 2001))


@pytest.mark.parametrize("client", ["desk", "family"])
def test_signing_in_is_answered_by_the_book(request, client):
    door = request.getfixturevalue(client)
    page = door.post("/sign-in/", {"login": "not an address", "password": ""})
    assert_an_error_by_the_book(page, kept=("not an address",))
    assert_an_error_by_the_book(door.post("/password/", {"email": "nope"}), kept=("nope",))


def test_a_first_page_has_no_error(family):
    page = read(family.get("/salford/ask/what/"))
    assert not page.title.strip().startswith("Error:")
    assert not page.summary


def test_a_page_that_is_not_asked_of_this_family_leads_on(family):
    answer_everything(family, asks_for="assessment")
    assert family.get("/salford/ask/sharing/").headers["Location"] == "/salford/ask/check/"


@pytest.mark.parametrize(
    ("typed", "digits"), [("07700 900 1", 9), ("+44 7700 90098", 10), ("0044 (0)7700 900 98", 10), ("07700 900 98", 10)]
)
def test_a_mobile_number_that_lacks_a_digit_says_how_many_it_has(typed, digits):
    with pytest.raises(ValidationError, match=f"and this has {digits}"):
        telephone(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "07700 900 982",
        "+44 7700 900982",
        "0161 496 0142 ext 12",
        "0800 1111",
        "+48 601 234 567",
        "07700 900 982 x4",
        "",
    ],
)
def test_a_number_as_people_write_it_is_taken(typed):
    assert telephone(f" {typed} ") == typed
