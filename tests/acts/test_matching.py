"""Which records are offered as very likely the same child, and which as perhaps another of the family."""

from datetime import date

import pytest

from cases.actions.child.details import change_details
from cases.actions.join import join
from cases.actions.keep_apart import keep_apart
from cases.apart import from_case
from cases.child_seen import child_seen
from cases.matching import matches
from cases.models import Case
from cases.words import Capacity
from core.keys import new_key
from tests.acts.test_who_a_child_is import put_on
from tests.doors.test_the_list_and_the_door_agree import grant
from tests.factories.children import details
from tests.factories.requests import at_work, referred
from tests.factories.requests import received as asked_for
from tests.personas import who

pytestmark = pytest.mark.django_db
OTHER_DAY = date(2016, 11, 29)


def received(*args, **more):
    """A request from a parent of its own, unless it says whose."""
    return asked_for(*args, **{"email": f"{new_key().hex}@families.example", **more})


def offered(**other) -> list[tuple[bool, bool]]:
    """How Ayaan Chowdhury's record is offered beside another, asked for later: likely, and could be a sibling."""
    received(preferred_name="Zee")
    return [(match.likely, match.sibling) for match in matches(who("ben"), received(**other).case)]


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"given_name": "AYAAN"},
        {"given_name": "Zee"},
        {"given_name": "Mohammed", "preferred_name": "ayaan"},
        {"given_name": "Mohammed", "preferred_name": "Zee"},
        {"family_name": "Begum", "home_postcode": ""},
        {"given_name": "Zée", "family_name": "Chowdhury"},
        {"given_name": "Ayan"},
        {"given_name": "Ayan", "family_name": "Choudhry", "home_postcode": ""},
        {"given_name": "Chowdhury", "family_name": "Ayaan"},
        {"born_on": date(2018, 6, 15)},
        {"born_on": date(2018, 6, 14).replace(year=2008)},
        {"given_name": "Aayan", "born_on": date(2019, 6, 14)},
    ],
)
def test_the_same_birthday_and_a_first_name_in_common_is_very_likely(world, other):
    assert offered(**other) == [(True, False)]


@pytest.mark.parametrize("given_name", ["Zofia", "Chowdhury"])
def test_the_same_birthday_and_the_family_name_alone_may_be_a_twin_and_is_not_likely(world, given_name):
    assert offered(given_name=given_name) == [(False, True)]


@pytest.mark.parametrize("other", [{"born_on": OTHER_DAY}, {"given_name": "Zofia", "family_name": "Lis"}])
def test_the_same_whole_name_or_the_same_home_is_no_more_than_perhaps(world, other):
    assert offered(**other) == [(False, False)]


def test_the_page_says_that_it_could_be_a_twin(world, desk):
    received()
    twin = received(given_name="Zofia").case
    page = desk.as_("ben").get(f"/requests/{twin.reference}/").content.decode()
    assert "Could be a brother, sister or twin" in page
    assert "Very likely" not in page


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({}, "Same name; born the same day; same postcode"),
        (
            {"given_name": "Ayan", "family_name": "Choudhry"},
            "Sounds the same; born the same day; same postcode",
        ),
        (
            {"given_name": "Chowdhury", "family_name": "Ayaan", "home_postcode": ""},
            "First and last name the other way round; born the same day",
        ),
        (
            {"given_name": "Ayan", "born_on": date(2018, 8, 14)},
            "First name sounds the same; same last name; one digit of the date of birth differs; same postcode",
        ),
        ({"given_name": "Zofia"}, "Same last name; born the same day; same postcode"),
        ({"born_on": OTHER_DAY, "home_postcode": ""}, "Same name"),
    ],
)
def test_the_page_says_why(world, desk, other, why):
    received()
    second = received(**other).case
    assert [match.why for match in matches(who("ben"), second)] == [why]
    assert why in desk.as_("ben").get(f"/requests/{second.reference}/").content.decode()


def test_day_and_month_the_other_way_round(world):
    received(born_on=date(2018, 6, 4))
    second = received(born_on=date(2018, 4, 6), family_name="Choudhury", home_postcode="").case
    [match] = matches(who("ben"), second)
    assert (match.likely, match.why) == (
        True,
        "Same first name; last name sounds the same; day and month of birth the other way round",
    )


def test_the_likeliest_are_first(world):
    received(given_name="Zofia")
    received(born_on=OTHER_DAY)
    received(given_name="Ayan", born_on=date(2018, 6, 15))
    received()
    found = matches(who("ben"), received().case)
    assert [match.likely for match in found] == [True, True, False, False]
    assert found[0].why == "Same name; born the same day; same postcode"


def test_a_name_that_only_sounds_a_little_alike_is_not_offered(world):
    received(given_name="Ian", family_name="Pemberton", born_on=OTHER_DAY, home_postcode="M6 1AA")
    received(given_name="Zofia", family_name="Chaudhary", born_on=OTHER_DAY)
    assert matches(who("ben"), received().case) == []


def numbered(case, **changes):
    """The record with the numbers of the official examples."""
    told = {name: getattr(case.child, name) for name in ("given_name", "family_name", "born_on", "preferred_name")}
    change_details(case.pk, details(**{**told, "upn": "", "uln": "", **changes}), by=who("ben"))
    return Case.objects.get(pk=case.pk)


ELSE = {"given_name": "Zofia", "family_name": "Lis", "born_on": OTHER_DAY, "home_postcode": "M6 1AA"}


def test_one_nhs_number_comes_before_everything_else(world, desk):
    received()
    other = numbered(received(**ELSE).case)
    case = numbered(received().case)
    found = matches(who("ben"), case)
    assert [(match.reference == other.reference, match.likely) for match in found] == [(True, False), (False, True)]
    assert found[0].why == "Same NHS number and nothing else: one may be mistyped"
    page = desk.as_("ben").get(f"/requests/{case.reference}/").content.decode()
    assert page.index("One number on both") < page.index(found[0].why) < page.index(found[1].why)


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ({"nhs_number": "", "upn": "H801200001001"}, "Same UPN; same name"),
        ({"nhs_number": "", "uln": "1000000000"}, "Same ULN; same name"),
        ({"uln": "1000000000"}, "Same NHS number and ULN; same name"),
    ],
)
def test_each_number_counts_and_is_named(world, numbers, why):
    numbered(received(born_on=OTHER_DAY, home_postcode="M6 1AA").case, **numbers)
    case = numbered(received().case, **numbers)
    assert [(match.why, match.likely) for match in matches(who("ben"), case)] == [(why, True)]


def test_a_number_on_a_joined_record_leads_to_the_childs_own(world):
    own, joined = received(**ELSE).case, received(**ELSE).case
    numbered(joined)
    join(joined.pk, own.pk, because="One child.", by=who("ben"))
    assert [match.reference for match in matches(who("ben"), numbered(received().case))] == [own.reference]


def test_a_number_counts_for_nobody_who_may_not_read_it_on_both(world):
    """The lead of one case is named on the other by exception: they see it, and not its numbers."""
    other = numbered(received(**ELSE).case)
    case = numbered(received().case)
    put_on(case, "engagement_lead", Capacity.LEAD)
    assert matches(who("engagement_lead"), case) == []
    grant(other, "engagement_lead", "live")
    assert matches(who("engagement_lead"), case) == []
    put_on(other, "engagement_lead", Capacity.LEAD)
    assert [match.reference for match in matches(who("engagement_lead"), case)] == [other.reference]


def test_those_somebody_said_are_two_children_are_not_offered_and_their_one_number_still_stands_out(world):
    one, other = numbered(received().case), numbered(received(**ELSE).case)
    keep_apart(one.pk, other.pk, by=who("ben"))
    assert matches(who("ben"), one, apart=from_case(one)) == []
    assert [clash.references for clash in child_seen(who("ben"), one).clashes] == [(other.reference,)]


@pytest.mark.parametrize(
    ("other", "why", "likely", "sibling"),
    [
        ({"given_name": "Kesia"}, "First name sounds the same; same email address for a parent", True, False),
        ({"given_name": "Kezia", "family_name": "Oduya", "home_postcode": ""}, None, True, False),
        ({"given_name": "Tom", "born_on": date(2018, 6, 14)}, None, False, False),
    ],
)
def test_one_parents_address_on_both_is_a_sign(world, other, why, likely, sibling):
    """The address in capitals, as the one who asked typed it the second time."""
    received(given_name="Kezia", email="Mother@families.example")
    elsewhere = {"born_on": OTHER_DAY, "family_name": "Marsh", "home_postcode": "M6 1AA", **other}
    [match] = matches(who("ben"), received(**elsewhere, email="mother@families.example").case)
    assert (match.likely, match.sibling) == (likely, sibling)
    assert match.why.endswith("same email address for a parent")
    assert why in (None, match.why)


def test_nobody_is_told_of_a_parent_whose_address_they_may_not_read_on_both(world):
    other = received(**{**ELSE, "given_name": "Kezia"}, email="mother@families.example").case
    case = received(given_name="Kezia", email="mother@families.example").case
    put_on(case, "engagement_lead", Capacity.LEAD)
    grant(other, "engagement_lead", "live")
    assert all("email" not in match.why for match in matches(who("engagement_lead"), case))
    put_on(other, "engagement_lead", Capacity.LEAD)
    assert any("email" in match.why for match in matches(who("engagement_lead"), case))


def test_whoever_works_with_many_children_is_nobodys_parent(world):
    for name in ("Kezia", "Kesia"):
        referred(**{**ELSE, "given_name": name}, email="senco@school.example", work=at_work(parent=None))
    assert "email" not in str([one.why for one in matches(who("ben"), Case.objects.latest("received_on"))])
