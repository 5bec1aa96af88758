"""Counts of children for planning: one's own council's, and those of councils whose agreement shows them; each child
once, nothing small, and nothing of where a child is who must not be found."""

from datetime import date, timedelta

import pytest

from accounts.models import Agency, Setting, Ward, WardPostcode
from accounts.places import Area
from accounts.who import visitor
from cases.actions.child.learning import Attended, keep_learning
from cases.actions.join import join
from cases.actions.staff.agreement import end_agreement, keep_agreement
from cases.actions.staff.locality import keep_locality
from core import clock
from core.past import hold
from core.refusals import NotAllowed
from insight.footprint import footprint
from insight.footprint_rules import BANDS, TYPES
from pathway.actions.answer_request import answer_request
from pathway.actions.receive_request import receive_request
from referrals.actions.answering import Answer
from referrals.words import Said
from tests.acts.test_setting_up import agreement
from tests.factories.children import two_homes
from tests.factories.requests import received, request
from tests.factories.settings import a_setting
from tests.factories.wards import BELHUS, TILBURY
from tests.personas import SALFORD, THURROCK, who

pytestmark = pytest.mark.django_db
ADA = "commissioner"
SCHOOL = date(2018, 6, 14)
NURSERY = date(2024, 1, 9)


def children(number: int, setting: Setting | None = None, **said) -> list:
    """Records of so many children, who go to a setting."""
    found = []
    for place in range(number):
        case = received(given_name=f"Child{place}", email=f"{place}@families.example", **said).case
        if setting:
            keep_learning(case.pk, None, Attended(setting.name, since=date(2025, 9, 1)), by=who("ben"))
        found.append(case)
    return found


def at(council, what: str) -> dict:
    """A council's list by the words of its lines."""
    order = {"types": TYPES, "ages": [words for _first, _last, words in BANDS]}[what]
    return {one: count for one, count in zip(order, getattr(council, what).counts, strict=True) if count != 0}


def test_who_plans_from_counts_sees_them_and_nobody_else(world):
    for name in (ADA, "analyst"):
        assert footprint(who(name)).totals.counts == (0,)
    for name in ("ben", "hal", "dev", "stella", "tom", "petra"):
        with pytest.raises(NotAllowed):
            footprint(who(name))


def test_children_are_counted_by_setting_and_age_and_what_is_small_is_hidden_with_another(world):
    primary, pru, college = a_setting(), a_setting("Moor PRU", "medical_pru"), a_setting("Quays College", "college")
    children(7, primary)
    children(2, pru, born_on=date(2012, 1, 9))
    children(6, college, born_on=date(2009, 1, 9))
    children(5, born_on=NURSERY)
    (council,) = footprint(who(ADA)).councils
    assert (council.code, council.own, council.types.total) == (SALFORD, True, 20)
    assert at(council, "types") == {"primary": 7, "medical_pru": None, "another": 6, None: None}
    assert at(council, "ages") == {"0 to 4": None, "5 to 10": 7, "11 to 15": None, "16 to 18": 6}


def test_what_a_child_went_to_before_or_by_mistake_or_will_go_to_does_not_count(world):
    one, two = a_setting(), a_setting("Irwell High", "secondary")
    for case in children(5, two):
        keep_learning(case.pk, None, Attended(one.name, since=date(2020, 9, 1), until=date(2025, 7, 20)), by=who("ben"))
        keep_learning(case.pk, None, Attended(one.name, since=date(2030, 9, 1)), by=who("ben"))
    (council,) = footprint(who(ADA)).councils
    assert at(council, "types") == {"secondary": 5}


def test_two_records_of_one_child_are_one(world):
    school = a_setting()
    first, *others = children(6, school)
    assert footprint(who(ADA)).totals.counts == (6,)
    twin = received(email="other@families.example").case
    assert footprint(who(ADA)).totals.counts == (7,)
    join(first.pk, twin.pk, because="They are one child.", by=who("ben"))
    (council,) = footprint(who(ADA)).councils
    assert (council.types.total, at(council, "types")) == (6, {"primary": 6})


def test_a_child_who_must_not_be_found_is_counted_by_age_alone(world):
    wards()
    school = a_setting()
    children(5, school)
    for case in children(5, school):
        two_homes(case)
    (council,) = footprint(who(ADA)).councils
    assert at(council, "types") == {"primary": 5, None: 5}
    assert [(one.name, one.count) for one in council.places if one.count] == [
        ("Belhus", 5), ("Elsewhere, not known, or kept apart", 5),
    ]  # fmt: skip
    assert at(council, "ages") == {"5 to 10": 10}


def wards() -> None:
    """Belhus, and Tilbury St Chads, which the council looks at."""
    known = ((BELHUS, "Belhus", "M5 4WT", 1), (TILBURY, "Tilbury St Chads", "M30 0AA", None))
    for code, name, postcode, fifth in known:
        ward = Ward.objects.create(authority_id=SALFORD, code=code, name=name, of_interest=code == TILBURY)
        WardPostcode.objects.create(authority_id=SALFORD, postcode=postcode, ward=ward, fifth=fifth)


def test_where_they_live_is_by_ward_once_there_are_any_and_by_locality_before(world):
    for name, district in (("South", "M5"), ("Quays", "M50")):
        keep_locality(None, Area(name, date(2026, 1, 5), None, frozenset({district})), by=who("dev"))
    children(6)
    children(7, home_postcode="M50 3AZ")
    children(5, home_postcode="")
    (council,) = footprint(who(ADA)).councils
    places = [(one.name, one.of_interest, one.count) for one in council.places]
    assert places == [("Quays", False, 7), ("South", False, 6), ("Elsewhere, not known, or kept apart", False, 5)]
    wards()
    (council,) = footprint(who(ADA)).councils
    assert [(one.name, one.of_interest, one.deprived, one.count) for one in council.places] == [
        ("Tilbury St Chads", True, "", 0), ("Belhus", False, "1 of 1", 6),
        ("Elsewhere, not known, or kept apart", False, "–", 12),
    ]  # fmt: skip


def pools(**other):
    """Thurrock's agreement with Salford: its counts may be seen there."""
    salford = Agency.objects.get(council=SALFORD)
    by = who("irene").__class__(**{**vars(who("irene")), "roles": who("dev").roles})
    wanted = agreement(**({"name": "Counts", "parties": frozenset({salford.pk}), "pools": True} | other))
    return keep_agreement(None, wanted, by=by), by


def of_thurrock(number: int) -> None:
    for place in range(number):
        receive_request(request(given_name=f"T{place}", email=f"{place}@t.example"), by=visitor(THURROCK))


def codes() -> list[str]:
    return [one.code for one in footprint(who(ADA)).councils]


def test_another_councils_counts_are_seen_while_its_own_agreement_says_so(world):
    children(6)
    of_thurrock(9)
    assert codes() == [SALFORD]
    agreed, by = pools()
    seen = footprint(who(ADA))
    assert [(one.code, one.own, one.types.total) for one in seen.councils] == [
        (SALFORD, True, 6), (THURROCK, False, 9),
    ]  # fmt: skip
    assert (seen.totals.all.number, seen.totals.all.whole) == (15, True)
    assert [(one.name, one.agreement) for one in seen.here] == [("Thurrock Council", "Counts")]
    assert seen.shown_to == ()
    with hold(clock.now() + timedelta(days=91)):
        assert codes() == [SALFORD]
    end_agreement(agreed.pk, clock.today() - timedelta(days=1), by=by)
    assert codes() == [SALFORD]


@pytest.mark.parametrize(
    "other",
    [
        {"pools": False},
        {"parties": "a health trust"},
        {"since": "tomorrow"},
    ],
    ids=str,
)
def test_an_agreement_that_does_not_say_so_shows_nothing(world, other):
    tomorrow = clock.today() + timedelta(days=1)
    if "parties" in other:
        other = {"parties": frozenset({Agency.objects.create(name="A trust", kind="health").pk})}
    if "since" in other:
        other = {"since": tomorrow, "review_on": tomorrow}
    of_thurrock(9)
    pools(**other)
    assert codes() == [SALFORD]


def test_our_own_agreement_shows_ours_and_not_theirs(world):
    of_thurrock(9)
    thurrock = Agency.objects.get(council=THURROCK)
    keep_agreement(None, agreement(parties=frozenset({thurrock.pk}), pools=True), by=who("dev"))
    seen = footprint(who(ADA))
    assert [one.code for one in seen.councils] == [SALFORD]
    assert [one.name for one in seen.shown_to] == ["Thurrock Council"]


def test_a_small_council_is_hidden_whole_and_not_given_away_by_the_sum(world):
    children(6)
    of_thurrock(3)
    pools()
    seen = footprint(who(ADA))
    assert seen.totals.counts == (6, None)
    assert (seen.totals.all.number, seen.totals.all.whole) == (6, False)
    assert {row.counts[1] for row in (*seen.types, *seen.ages)} == {0, None}
    assert all(row.all.number == sum(count or 0 for count in row.counts) for row in (*seen.types, *seen.ages))


def test_a_child_of_whom_nothing_is_open_has_no_open_record(world):
    answered, joined, *_others = children(7)
    for case in (answered, joined):
        answer = Answer("The school can do this.", instead="The school’s SENCO meets you.")
        answer_request(case.referrals.get().pk, Said.DECLINE, answer, by=who("ben"))
    assert footprint(who(ADA)).totals.counts == (5,)
    join(received(email="other@families.example").case.pk, joined.pk, because="They are one child.", by=who("ben"))
    assert footprint(who(ADA)).totals.counts == (6,), "another request for that child is open"
