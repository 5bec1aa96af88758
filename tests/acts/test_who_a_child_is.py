"""Who a child is: put right by those who hold the case, with nothing lost and nothing told in history."""

from datetime import date

import pytest

from accounts.roles import Role
from cases.actions.child.details import change_details
from cases.actions.child.open_record import open_record
from cases.actions.join import join
from cases.child_seen import child_seen
from cases.models import Case, Caseload, Involvement
from cases.words import Capacity
from core.events import Event
from core.keys import new_key
from core.refusals import Invalid, NotAllowed
from ledger.models import Entry
from notices.models import Dispatch
from people.models import Child, Earlier
from people.numbers import against_nhs, against_uln, against_upn, bare, in_threes, is_temporary
from tests.acts.test_the_guard import door_of
from tests.factories.children import details
from tests.factories.requests import received
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (against_nhs, ["9434765919", "4010232137"]),
        (against_upn, ["H801200001001", "T883200001001", "K857201700012", "R35520012300A"]),
        (against_uln, ["1000000000", "1234567899", "7000000006"]),
    ],
)
def test_numbers_of_the_official_examples_are_taken(check, right):
    assert [number for number in right if check(number)] == []
    for number in right:
        wrong = [number[:at] + other + number[at + 1 :] for at in range(1, 10) for other in "0123456789"]
        caught = [one for one in wrong if one != number and check(one)]
        assert len(caught) >= 0.9 * (len(wrong) - 9), "one slip is caught"


@pytest.mark.parametrize(
    ("check", "number", "says"),
    [
        (against_nhs, "9434765918", "one of its digits must be wrong"),
        (against_nhs, "943476591", "has 10 digits. This has 9."),
        (against_nhs, "94347659I9", "digits alone"),
        (against_uln, "0123456789", "does not begin with 0"),
        *[(against_uln, f"987654321{digit}", "one of its digits must be wrong") for digit in range(10)],
        (against_upn, "I801200001001", "never with I, O or S"),
        (against_upn, "H80120000100", "has 13 characters. This has 12."),
        (against_upn, "H8012000A1001", "are digits"),
        (against_upn, "A801200001001", "first letter does not fit"),
        (against_upn, "R35520012300I", "letter other than I, O and S"),
    ],
)
def test_what_is_wrong_with_a_number_is_said(check, number, says):
    assert says in check(number)


def test_a_upn_of_a_council_newer_than_the_librarys_list_is_taken():
    from stdnum.gb import upn

    new = next(f"{upn.calc_check_digit(rest)}{rest}" for rest in ["940200001001"])  # North Northamptonshire
    assert not upn.is_valid(new)
    assert against_upn(new) is None


def test_numbers_are_kept_bare_and_shown_in_threes():
    assert bare(" 943 476\u20115919 ") == "9434765919"
    assert in_threes("9434765919") == "943 476 5919"
    assert is_temporary("R35520012300A")
    assert not is_temporary("H801200001001")


@pytest.fixture
def case(world):
    return received(by=who("amina")).case


def test_it_is_put_right_and_what_stood_before_is_kept(case):
    change_details(case.pk, details(given_name="Aayan"), by=who("ben"))
    change_details(case.pk, details(given_name="Ayaan"), by=who("ben"))
    child = Child.objects.get(case_ref=case.pk)
    assert (child.given_name, child.nhs_number, child.interpreter) == ("Ayaan", "9434765919", "yes")
    before = list(Earlier.objects.filter(case_ref=case.pk).order_by("until_at", "pk"))
    assert [one.kept["given_name"] for one in before] == ["Ayaan", "Aayan"]
    assert before[0].kept["nhs_number"] == ""
    told = list(Entry.objects.filter(event=Event.CHILD_CHANGED).order_by("pk").values_list("facts", flat=True))
    assert told == [{"what": "several"}, {"what": "names"}]


def test_saving_what_is_there_already_leaves_no_trace(case):
    change_details(case.pk, details(), by=who("ben"))
    count = Entry.objects.count()
    change_details(case.pk, details(), by=who("ben"))
    assert (Entry.objects.count(), Earlier.objects.count()) == (count, 1)


def test_a_wrong_number_a_future_birthday_and_no_name_are_refused_each_at_its_place(case):
    with pytest.raises(Invalid) as refused:
        change_details(
            case.pk, details(nhs_number="9434765918", born_on=date(2027, 1, 1), family_name=" "), by=who("ben")
        )
    assert set(refused.value.fields) == {"nhs_number", "born_on", "family_name"}
    assert not Earlier.objects.exists()


@pytest.mark.parametrize("name", ["tom", "amina", "dev", "social_worker"])
def test_nobody_who_does_not_carry_the_case_changes_it(case, name):
    with pytest.raises(NotAllowed):
        change_details(case.pk, details(), by=who(name))


def test_who_works_with_the_child_and_does_not_carry_the_case_changes_nothing(case):
    put_on(case, "social_worker", Capacity.ADVISER)
    with pytest.raises(NotAllowed):
        change_details(case.pk, details(), by=who("social_worker"))


def put_on(case, name: str, capacity: Capacity) -> None:
    with door_of(case.referrals.get()) as act:
        Involvement(
            authority_id=SALFORD, case_id=case.pk, person_id=person(name).pk, capacity=capacity, since=case.received_on
        ).save()
        act.abandon()


def test_one_nhs_number_on_two_records_is_kept_and_shown_to_whoever_sees_both(case):
    other = received(given_name="Bilal").case
    change_details(case.pk, details(), by=who("ben"))
    change_details(other.pk, details(given_name="Bilal"), by=who("ben"))
    numbers = Child.objects.filter(case_ref__in=[case.pk, other.pk]).values_list("nhs_number", flat=True)
    assert list(numbers) == ["9434765919"] * 2
    assert {clash.references for clash in child_seen(who("ben"), case).clashes} == {(other.reference,)}


def test_who_sees_one_of_the_two_learns_nothing_of_the_other(case):
    other = received(given_name="Bilal").case
    for one in (case, other):
        change_details(one.pk, details(given_name=one.child.given_name), by=who("ben"))
    put_on(case, "health_adviser", Capacity.ADVISER)
    assert child_seen(who("health_adviser"), case).clashes == ()


def test_two_records_that_were_joined_are_one_child_and_no_clash(case):
    other = received().case
    for one in (case, other):
        change_details(one.pk, details(), by=who("ben"))
    join(other.pk, case.pk, because="One child.", by=who("ben"))
    assert child_seen(who("ben"), Case.objects.get(pk=case.pk)).clashes == ()
    assert child_seen(who("ben"), Case.objects.get(pk=other.pk)).clashes == ()


def test_the_details_of_joined_records_are_read_from_the_childs_own(case):
    other = received(given_name="Ayan").case
    change_details(case.pk, details(), by=who("ben"))
    join(other.pk, case.pk, because="One child.", by=who("ben"))
    seen = child_seen(who("ben"), Case.objects.select_related("child").get(pk=other.pk))
    assert (seen.child.given_name, seen.home.reference) == ("Ayaan", case.reference)


ENTERS = {
    "ben": None,
    "ehc_coordinator": Capacity.COORDINATOR,
    "engagement_lead": Capacity.LEAD,
    "health_adviser": Capacity.ADVISER,
    "senco": Capacity.SETTING,
    "sendiass_adviser": Capacity.ADVISER,
}


@pytest.mark.parametrize("name", list(ENTERS))
def test_a_colleague_of_any_agency_enters_a_child_we_should_know(world, name):
    case = open_record(details(), by=who(name))
    assert case.reference.startswith("SAL-")
    assert not case.referrals.exists()
    assert Caseload.objects.filter(case=case, team__kind="bridge", next_duty="").exists()
    assert not case.deadlines.exists()
    mine = case.involvements.filter(person=person(name).pk).values_list("capacity", flat=True)
    assert list(mine) == ([ENTERS[name]] if ENTERS[name] else [])
    assert [entry.event for entry in Entry.objects.filter(case_ref=case.pk)] == [Event.CASE_OPENED]
    letter = Dispatch.objects.get(case_ref=case.pk)
    assert letter.template == "new_record"
    assert "Ayaan" not in letter.subject + letter.body
    assert child_seen(who(name), case).child.full_name == "Ayaan Chowdhury"


def test_the_same_form_sent_twice_gives_the_first_record_again(world):
    key = new_key()
    first, second = (open_record(details(), by=who("ben"), key=key) for _time in range(2))
    assert first.reference == second.reference
    assert Case.objects.count() == 1


@pytest.mark.parametrize("name", ["dev", "stella", "amina", "panel_chair"])
def test_who_opens_no_cases_enters_none(world, name):
    with pytest.raises(NotAllowed):
        open_record(details(), by=who(name))
    assert not Case.objects.exists()


def test_every_role_of_a_case_enters_and_nobody_else():
    from accounts.roles import CASE_STAFF
    from cases.powers import MAY

    assert MAY[Event.CASE_OPENED] == CASE_STAFF
    assert Role.HEALTH_ADVISER in CASE_STAFF
