"""What a council, a locality and an organisation may be: no database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from accounts.alike import likely
from accounts.opening import (
    LEAST_CONTRAST,
    RESERVED,
    Identity,
    Why,
    against_colour,
    against_opening,
    contrast_with_white,
)  # fmt: skip
from accounts.places import Area, against_area, district_of, districts_in, outside
from accounts.places import Why as PlaceWhy

SALFORD = Identity("355", "Salford City Council", "salford", "SAL", "#134e5e")
DAY = date(2026, 9, 1)


def anytown(**other: str) -> Identity:
    typed = {"code": "999", "name": "Anytown Council", "slug": "anytown", "letters": "any", "colour": "#134E5E"}
    return Identity.tidied(**{**typed, **other})


def test_a_council_like_no_other_may_be_opened():
    assert against_opening(anytown(), [SALFORD]) == {}
    assert anytown().letters == "ANY"


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("code", "35", Why.CODE),
        ("code", "35٥", Why.CODE),
        ("code", "355", Why.CODE_TAKEN),
        ("name", "salford  CITY council", Why.NAME_TAKEN),
        ("slug", "Any town", Why.SLUG),
        ("slug", "-anytown", Why.SLUG),
        ("slug", "any--town", Why.SLUG),
        ("slug", "9town", Why.SLUG),
        ("slug", "mine", Why.SLUG_OURS),
        ("slug", "salford", Why.SLUG_TAKEN),
        ("letters", "AN", Why.LETTERS),
        ("letters", "ÅNY", Why.LETTERS),
        ("letters", "sal", Why.LETTERS_TAKEN),
        ("colour", "teal", Why.COLOUR),
        ("colour", "#1d70b8", Why.PALE),
        ("colour", "#ffdd00", Why.PALE),
    ],
)
def test_each_rule_speaks_of_its_own_field(field, typed, why):
    assert against_opening(anytown(**{field: typed}), [SALFORD]) == {field: why}


def test_contrast_is_counted_as_wcag_counts_it():
    assert contrast_with_white("#ffffff") == pytest.approx(1)
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast_with_white("#134e5e") == pytest.approx(9.2, abs=0.1)


@given(some.integers(0, 0xFFFFFF), some.sampled_from([0, 2, 4]))
def test_a_darker_colour_is_never_harder_to_read(number, channel):
    colour = f"#{number:06x}"
    value = int(colour[1 + channel : 3 + channel], 16)
    darker = f"{colour[: 1 + channel]}{value // 2:02x}{colour[3 + channel :]}"
    assert contrast_with_white(darker) >= contrast_with_white(colour)
    if not against_colour(colour):
        assert contrast_with_white(colour) >= LEAST_CONTRAST


def test_every_first_word_of_the_familys_door_is_kept_for_it():
    from tests.doors.walk import patterns

    firsts = {route.lstrip("^").partition("/")[0].partition(".")[0] for route, _pattern in patterns("family")}
    assert {word for word in firsts if word and "<" not in word} <= RESERVED


def area(name="Ordsall", since=DAY, until=None, districts="M5", key=None) -> Area:
    return Area(name, since, until, districts_in(districts)[0], key=key)


def test_districts_are_read_however_they_are_typed():
    assert districts_in("m5, M6;  sw1a") == (frozenset({"M5", "M6", "SW1A"}), True)
    assert districts_in("M5 4WT")[1] is False
    assert districts_in("") == (frozenset(), True)


@pytest.mark.parametrize(("postcode", "district"), [("M5 4WT", "M5"), ("sw1a1aa", "SW1A"), ("", ""), ("M5", "")])
def test_the_district_of_a_postcode(postcode, district):
    assert district_of(postcode) == district


def test_two_localities_do_not_share_a_district_on_one_day():
    ended = area("Weaste", until=DAY + timedelta(9))
    assert against_area(area(since=DAY + timedelta(9)), [ended]) == {"districts": PlaceWhy.SHARED}
    assert against_area(area(since=DAY + timedelta(10)), [ended]) == {}


def test_a_locality_has_a_name_of_its_own_an_end_after_its_start_and_somewhere():
    assert against_area(area(), [area("ordsall", districts="M6")]) == {"name": PlaceWhy.NAME_TAKEN}
    assert against_area(area(until=DAY - timedelta(1)), []) == {"until": PlaceWhy.ENDS_FIRST}
    assert against_area(area(districts=""), []) == {"districts": PlaceWhy.NOWHERE}


def test_a_request_is_warned_of_outside_the_days_of_its_locality_and_only_there():
    areas = [area(until=DAY + timedelta(30)), area("Weaste", DAY + timedelta(90), districts="M6")]
    assert outside("M5 4WT", DAY, areas) is None
    assert outside("M5 4WT", DAY + timedelta(30), areas) is None
    late = outside("M5 4WT", DAY + timedelta(31), areas)
    assert late and (late.name, late.too_soon) == ("Ordsall", False)
    early = outside("M6 7AA", DAY, areas)
    assert early and (early.name, early.too_soon) == ("Weaste", True)
    assert outside("OL1 1AA", DAY, areas) is None
    assert outside("", DAY, areas) is None
    assert outside("M5 4WT", DAY, []) is None


def test_organisations_that_may_be_one_are_found_and_others_are_not():
    register = [
        "Irwell Valley Community Health",
        "Northern Care Alliance NHS Foundation Trust",
        "Weaste Family Support",
    ]
    assert likely("Irwell Valley Community Health NHS Trust", register) == [register[0]]
    assert likely("The Northern Care Alliance", register) == [register[1]]
    assert likely("Weaste Familly Suport", register) == [register[2]]
    assert likely("Quays Children’s Centre", register) == []
    assert likely("NHS", register) == []
