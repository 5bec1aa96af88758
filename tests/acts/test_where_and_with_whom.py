"""Where a child lives and learns, and who stands around them: kept in versions, by day, and apart where it must be."""

from datetime import date, datetime, timedelta

import pytest

from cases.actions.child import address as addresses
from cases.actions.child import learning as places
from cases.actions.child import person as people
from cases.actions.child.address import Place, keep_address
from cases.actions.child.bar import answer_bar, ask_to_lift, put_bar
from cases.actions.child.learning import Attended, keep_learning
from cases.actions.child.person import Person, keep_person
from cases.actions.join import join
from cases.child_seen import child_seen
from cases.earlier_seen import earlier
from cases.models import Case
from cases.secrecy import addresses_for, is_secret, may_be_told
from cases.secret_seen import bars_waiting, secrets
from cases.sight import HOLDING, SEES, VISITING
from cases.words import Capacity, Part
from core import clock
from core.clock import LONDON
from core.events import Event
from core.past import hold
from core.refusals import Invalid, NotAllowed, Refused
from ledger.models import Entry
from people.models import Address, Around, Child, Earlier, Learning
from people.words import BarState, Home, Tie
from tests.acts.test_who_a_child_is import put_on
from tests.factories.children import two_homes
from tests.factories.requests import received
from tests.factories.settings import a_setting
from tests.personas import SALFORD, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(world):
    return received(by=who("amina")).case


@pytest.fixture
def family(case):
    return two_homes(case, bar=True)


def again(case) -> Case:
    return Case.objects.select_related("child").get(pk=case.pk)


def home(**changes) -> Place:
    return Place(**{"kind": Home.LIVES, "lines": "14 Broadwalk\nSalford", "postcode": "m54wt", **changes})


def test_a_child_lives_at_two_homes_at_once_and_the_secret_one_is_on_no_page_but_its_own(family, case):
    seen = child_seen(who("ben"), again(case))
    assert [(one.kind, one.postcode, one.now) for one in seen.addresses] == [
        ("Lives here part of the week", "M5 4WT", True)
    ]
    assert seen.has_secrets
    hidden = secrets(who("ben"), again(case))
    assert [(one.postcode, one.told) for one in hidden.addresses] == [("M30 0AA", ("Nadia Rahman",))]
    assert [one.name for one in hidden.learning] == ["Quiet Street Primary"]
    assert [one.name for one in hidden.people] == ["Frances Oyelaran"]


def test_what_is_secret_is_for_those_who_carry_the_case(family, case):
    assert SEES[Part.SECRET] <= HOLDING | VISITING
    put_on(case, "health_adviser", Capacity.ADVISER)
    seen = child_seen(who("health_adviser"), again(case))
    assert not seen.has_secrets
    assert seen.addresses == () and seen.learning == ()
    assert {(one.name, one.email, one.phone) for one in seen.people} == {
        ("Nadia Rahman", "", ""),
        ("Karim Rahman", "", ""),
    }
    with pytest.raises(NotAllowed):
        secrets(who("health_adviser"), again(case))


def test_once_a_home_is_secret_what_the_request_said_of_it_leaves_every_page(family, case):
    child = Child.objects.get(case_ref=case.pk)
    assert (child.home_postcode, child.learns_at) == ("", "")
    kept = Earlier.objects.filter(case_ref=case.pk, secret=True, kind="child")
    assert {one.kept["home_postcode"] or one.kept["learns_at"] for one in kept} == {"M5 4WT", "Broadwalk Primary"}


def test_a_secret_of_one_record_takes_it_off_the_joined_one_too(case):
    other = received().case
    join(other.pk, case.pk, because="One child.", by=who("ben"))
    keep_learning(case.pk, None, Attended("Quiet Street Primary", secret=True), by=who("ben"))
    assert Child.objects.get(case_ref=other.pk).learns_at == ""
    assert is_secret(other.pk)


def test_an_address_that_becomes_secret_takes_its_earlier_versions_with_it(case):
    row = keep_address(case.pk, None, home(), by=who("ben"))
    keep_address(case.pk, row.pk, home(lines="15 Broadwalk"), by=who("ben"))
    references = {case.pk: case.reference}
    assert len(earlier(references, secret=False)) == 1
    keep_address(case.pk, row.pk, home(lines="15 Broadwalk", secret=True), by=who("ben"))
    assert [one.title for one in earlier(references, secret=False)] == []
    assert [one.title for one in earlier(references, secret=True)].count("An address") == 2


def test_an_address_ends_with_its_last_day_and_is_kept(case):
    row = keep_address(case.pk, None, home(since=date(2026, 9, 1)), by=who("ben"))
    keep_address(case.pk, row.pk, home(since=date(2026, 9, 1), until=clock.today()), by=who("ben"))
    assert [one.now for one in child_seen(who("ben"), again(case)).addresses] == [True]
    with hold(datetime(2026, 11, 19, 0, 0, 1, tzinfo=LONDON)):  # one second after the last day
        assert [one.now for one in child_seen(who("ben"), again(case)).addresses] == [False]
    told = Entry.objects.filter(event=Event.ADDRESS_KEPT).order_by("pk").values_list("facts", flat=True)
    assert list(told) == [{"done": "added"}, {"done": "changed"}]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"lines": " \n"}, "lines"),
        ({"lines": "a\nb\nc\nd\ne\nf\ng"}, "lines"),
        ({"postcode": "Salford"}, "postcode"),
        ({"kind": "castle"}, "kind"),
        ({"since": date(2026, 2, 1), "until": date(2026, 1, 1)}, "until"),
    ],
)
def test_an_address_that_cannot_be_is_refused_at_its_place(case, wrong, field):
    with pytest.raises(Invalid) as refused:
        keep_address(case.pk, None, home(**wrong), by=who("ben"))
    assert set(refused.value.fields) == {field}


def test_a_mistake_leaves_the_page_and_stays_among_what_stood_before(case):
    row = keep_address(case.pk, None, home(), by=who("ben"))
    addresses.mark_mistaken(case.pk, row.pk, by=who("ben"))
    place = keep_learning(case.pk, None, Attended("Nowhere School"), by=who("ben"))
    places.mark_mistaken(case.pk, place.pk, by=who("ben"))
    seen = child_seen(who("ben"), again(case))
    assert (seen.addresses, seen.learning) == ((), ())
    assert {one.title for one in earlier({case.pk: case.reference}, secret=False)} == {"An address", "Where they learn"}
    with pytest.raises(Address.DoesNotExist):
        keep_address(case.pk, row.pk, home(), by=who("ben"))


def test_a_setting_of_the_register_is_linked_and_any_other_is_kept_in_words(case):
    known = a_setting("Oakfield Primary", urn="123456")
    for typed in ("oakfield primary", "123456", "The Barn, Tuesdays"):
        keep_learning(case.pk, None, Attended(typed, until=clock.today() - timedelta(1)), by=who("ben"))
    rows = Learning.objects.filter(case_ref=case.pk).order_by("pk")
    assert [(row.setting_id, row.words) for row in rows] == [
        (known.pk, ""), (known.pk, ""), (None, "The Barn, Tuesdays"),
    ]  # fmt: skip


def test_two_settings_of_one_name_are_not_guessed_at(case):
    a_setting("St Mary’s"), a_setting("St Mary’s")
    assert keep_learning(case.pk, None, Attended("St Mary’s"), by=who("ben")).setting is None


def test_history_tells_nothing_of_what_is_secret_to_who_may_not_know(family, case):
    parts = set(Entry.objects.filter(case_ref=case.pk, event=Event.BAR_PUT).values_list("part", flat=True))
    assert parts == {Part.SECRET}
    secret_ones = Entry.objects.filter(case_ref=case.pk, about__in=[family.secret_home.pk, family.school.pk])
    assert set(secret_ones.values_list("part", flat=True)) == {Part.SECRET}
    everything = str(list(Entry.objects.filter(case_ref=case.pk).values("facts")))
    assert not any(word in everything for word in ("Hidden", "M30", "Quiet", "Oyelaran", "court"))


# ---- the people around


def test_whoever_asked_is_there_and_more_is_written_down_once(case):
    sender = case.referrals.get().sender
    assert [(one.name, one.carer) for one in child_seen(who("ben"), again(case)).people] == [
        ("Nasreen Chowdhury", sender.pk)
    ]
    said = Person(Tie.MOTHER, "Nasreen Chowdhury", responsible="yes", checked_how="birth_certificate",
                  checked_on=date(2026, 11, 1))  # fmt: skip
    row = keep_person(case.pk, None, said, by=who("ben"), carer=sender.pk)
    assert (row.checked_by, row.carer_id) == (who("ben").ref, sender.pk)
    [seen] = child_seen(who("ben"), again(case)).people
    assert (seen.responsible, seen.checked, seen.checked_by, seen.email) == (
        "Yes", "Birth certificate seen", "Ben", "nasreen@families.example",
    )  # fmt: skip
    assert keep_person(case.pk, None, said, by=who("ben"), carer=sender.pk).carer is None, "once"


def test_who_checked_stays_when_something_else_is_put_right(case):
    said = {"tie": Tie.FATHER, "name": "Imran", "responsible": "yes", "checked_how": "court_order",
            "checked_on": date(2026, 11, 2)}  # fmt: skip
    row = keep_person(case.pk, None, Person(**said), by=who("ben"))
    assert (
        keep_person(case.pk, row.pk, Person(**said, phone="07700 900 001"), by=who("carys")).checked_by
        == who("ben").ref
    )
    changed = said | {"responsible": "no", "checked_how": "social_care"}
    assert keep_person(case.pk, row.pk, Person(**changed), by=who("carys")).checked_by == who("carys").ref
    assert [one.kept["responsible"] for one in Earlier.objects.filter(about=row.pk).order_by("pk")] == ["yes", "yes"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"tie": "pet"}, "tie"),
        ({"name": " "}, "name"),
        ({"tie": Tie.PLACING_WORKER}, "acts_for"),
        ({"checked_how": "court_order"}, "checked_on"),
        ({"checked_on": date(2026, 1, 1)}, "checked_how"),
        ({"checked_how": "court_order", "checked_on": date(2027, 1, 1)}, "checked_on"),
        ({"email": "not one"}, "email"),
        ({"home": "one line"}, "home"),
        ({"tie": Tie.SIBLING, "sibling": "SAL-346789BX"}, "sibling"),
        ({"sibling": "anything"}, "sibling"),
    ],
)
def test_somebody_who_cannot_be_so_is_refused_at_the_place(case, wrong, field):
    with pytest.raises(Invalid) as refused:
        keep_person(case.pk, None, Person(**{"tie": Tie.MOTHER, "name": "Nadia", **wrong}), by=who("ben"))
    assert set(refused.value.fields) == {field}


def test_a_sibling_is_linked_for_whoever_may_see_the_other_record_and_named_for_others(case):
    sister = received(given_name="Zara", by=who("priya")).case
    row = keep_person(case.pk, None, Person(Tie.SIBLING, "", sibling=sister.reference), by=who("ben"))
    assert row.name == "Zara Chowdhury"
    put_on(case, "social_worker", Capacity.LEAD)
    named = {
        one.name: one.sibling for name in ("ben", "social_worker") for one in child_seen(who(name), again(case)).people
    }
    assert named["Zara Chowdhury"] == ""
    assert [one.sibling for one in child_seen(who("ben"), again(case)).people][0] == sister.reference
    with pytest.raises(Invalid):  # unknown and forbidden look the same
        keep_person(case.pk, None, Person(Tie.SIBLING, "Z", sibling=sister.reference), by=who("social_worker"))
    kept = keep_person(case.pk, row.pk, Person(Tie.SIBLING, "Zara C"), by=who("social_worker"))
    assert kept.sibling_ref == sister.pk, "what they may not see they do not take out"


def test_a_foster_carer_is_neither_the_parent_nor_the_council(case):
    for tie, name, council, consents in (
        (Tie.FOSTER_CARER, "Frances", "Leeds City Council", False),
        (Tie.CORPORATE, "Leeds children’s services", "Leeds City Council", True),
        (Tie.PLACING_WORKER, "Sam Achebe", "Leeds City Council", True),
        (Tie.HOST_CONTACT, "The Bridge", "Salford City Council", False),
    ):
        keep_person(
            case.pk, None, Person(tie, name, acts_for=council, responsible="no", consents=consents), by=who("ben")
        )
    seen = {one.tie: one for one in child_seen(who("ben"), again(case)).people if one.key}
    assert seen["Foster carer"].acts_for == "Leeds City Council"
    assert [one.name for one in seen.values() if one.consents] == ["Leeds children’s services", "Sam Achebe"]


# ---- who may not be told


def test_a_secret_address_is_told_to_who_is_named_on_it_and_to_nobody_else(family):
    assert may_be_told(family.mother, family.secret_home)
    assert not may_be_told(family.father, family.secret_home)
    assert not may_be_told(family.foster_carer, family.secret_home)


def test_a_bar_holds_at_once_and_is_answered_by_somebody_else(family, case):
    assert not may_be_told(family.father, family.open_home)
    with pytest.raises(NotAllowed):
        answer_bar(case.pk, family.bar.pk, True, by=who("ben"))
    put = put_bar(case.pk, family.mother.pk, [str(family.open_home.pk)], "Another order.", by=who("carys"))
    with pytest.raises(Refused, match="A second person"):
        answer_bar(case.pk, put.pk, True, by=who("carys"))
    answered = answer_bar(case.pk, put.pk, True, by=who("hal"))
    assert (answered.state, answered.answered_by) == (BarState.AGREED, who("hal").ref)
    with pytest.raises(Refused, match="already"):
        answer_bar(case.pk, put.pk, False, by=who("sena"))
    assert not may_be_told(family.mother, family.open_home)
    assert may_be_told(family.mother, family.secret_home), "only the one address"


def test_lifting_takes_two_people_and_until_then_it_holds(family, case):
    with pytest.raises(Refused):
        ask_to_lift(case.pk, family.bar.pk, "Not agreed yet.", by=who("carys"))
    answer_bar(case.pk, family.bar.pk, True, by=who("carys"))
    ask_to_lift(case.pk, family.bar.pk, "The order has ended.", by=who("carys"))
    assert not may_be_told(family.father, family.open_home)
    with pytest.raises(Refused):
        answer_bar(case.pk, family.bar.pk, True, by=who("carys"))
    assert answer_bar(case.pk, family.bar.pk, False, by=who("hal")).state == BarState.AGREED
    ask_to_lift(case.pk, family.bar.pk, "The order has ended.", by=who("ben"))
    assert answer_bar(case.pk, family.bar.pk, True, by=who("carys")).state == BarState.LIFTED
    assert may_be_told(family.father, family.open_home)
    assert not may_be_told(family.father, family.secret_home)


def test_what_waits_for_a_second_person_is_before_those_who_may_answer(family, case):
    assert [one.key for one in bars_waiting(who("carys"))] == [family.bar.pk]
    assert bars_waiting(who("ben")) == []
    assert bars_waiting(who("irene")) == []
    answer_bar(case.pk, family.bar.pk, True, by=who("carys"))
    assert bars_waiting(who("hal")) == []
    ask_to_lift(case.pk, family.bar.pk, "The order has ended.", by=who("carys"))
    assert bars_waiting(who("carys")) == []
    assert [one.lifting for one in bars_waiting(who("hal"))] == [True]


def test_a_bar_on_one_record_holds_for_the_same_person_on_a_joined_one(family, case):
    other = received().case
    twin = keep_person(other.pk, None, Person(Tie.FATHER, "K Rahman", email="Karim@families.example"), by=who("ben"))
    there = keep_address(other.pk, None, home(), by=who("ben"))
    assert may_be_told(twin, there)
    join(other.pk, case.pk, because="One child.", by=who("ben"))
    assert not may_be_told(twin, there)
    assert addresses_for([twin], clock.today()) == []


def test_somebody_barred_cannot_be_taken_out_as_a_mistake(family, case):
    with pytest.raises(Refused, match="Lift the bar first"):
        people.mark_mistaken(case.pk, family.father.pk, by=who("ben"))


def test_addresses_for_a_letter_are_those_its_reader_may_be_told_that_stand_today(family):
    today = clock.today()
    assert [one.pk for one in addresses_for([family.mother], today)] == [family.secret_home.pk, family.open_home.pk]
    assert addresses_for([family.father], today) == []
    assert [one.pk for one in addresses_for([family.foster_carer], today)] == [family.open_home.pk]


def test_a_bar_names_addresses_of_this_child_alone(family, case):
    stranger = keep_address(received(given_name="Bilal").case.pk, None, home(), by=who("ben"))
    with pytest.raises(Invalid):
        put_bar(case.pk, family.father.pk, [str(stranger.pk)], "Why", by=who("ben"))
    with pytest.raises(Around.DoesNotExist):
        put_bar(received().case.pk, family.father.pk, [], "Why", by=who("ben"))
    with pytest.raises(Invalid):
        put_bar(case.pk, family.father.pk, [], " ", by=who("ben"))
    assert Address.objects.filter(authority_id=SALFORD).count() == 3
