"""A parent is tied to their account by a colleague who has checked who they are, and follows the case from then; a
parent who may not be told an address gains none by it."""

from datetime import date, timedelta

import pytest

from accounts.models import Membership, Person
from accounts.roles import AT_DOOR, Role
from accounts.who import standing
from cases.actions.child.address import Place, keep_address
from cases.actions.child.bar import put_bar
from cases.actions.child.details import change_details
from cases.actions.child.follow import Why, end_following, follows, let_follow, signs_in_with
from cases.actions.child.open_record import open_record
from cases.actions.child.person import Person as Somebody
from cases.actions.child.person import keep_person, mark_mistaken
from cases.actions.staff.leave_for_good import leave_for_good
from cases.family import child_for, my_cases
from cases.models import Case, Involvement
from cases.secrecy import is_barred
from cases.words import Capacity
from core import clock
from core.events import Event
from core.refusals import Invalid, NotAllowed, Refused
from ledger.models import Entry
from people.models import Around, Earlier
from referrals.family import mine
from tests.acts.test_the_guard import door_of
from tests.factories.children import details, two_homes
from tests.factories.requests import received
from tests.personas import SALFORD, SINCE, THURROCK, person, who

pytestmark = pytest.mark.django_db
CHECKED = {"responsible": "yes", "checked_how": "birth_certificate", "checked_on": date(2026, 1, 7)}


@pytest.fixture
def case(world) -> Case:
    return received().case


def father(case: Case, email: str = "karim@families.example", **more) -> Around:
    return keep_person(case.pk, None, Somebody("father", "Karim", email=email, **{**CHECKED, **more}), by=who("ben"))


def signed_in(email: str):
    """Whoever signs in with this address at the family's door."""
    return standing(Person.objects.get(email=email), on=clock.today(), among=AT_DOOR["family"], chosen=SALFORD)


def test_who_has_no_account_gets_one_without_a_password_and_follows(case):
    row = let_follow(case.pk, father(case).pk, "photo", by=who("ben"))
    account = Person.objects.get(email="karim@families.example")
    assert not account.has_usable_password(), "whoever opens the mailbox chooses it"
    assert (row.person_id, row.identity_how, row.identity_by) == (account.pk, "photo", who("ben").ref)
    assert [one.pk for one in my_cases(signed_in(account.email))] == [case.pk]
    seen = child_for(signed_in(account.email), case.reference)
    assert (seen.own_name, seen.own_tie, seen.own_responsible) == ("Karim", "Father", "Yes")
    held = Membership.objects.get(person=account)
    assert (held.role, held.authority_id, held.since) == (Role.PARENT, SALFORD, clock.today())


def test_history_says_so_and_names_nobody(case):
    row = father(case)
    let_follow(case.pk, row.pk, "photo", by=who("ben"))
    end_following(case.pk, row.pk, by=who("ben"))
    entries = Entry.objects.filter(event__in=[Event.FOLLOWING_LET, Event.FOLLOWING_ENDED]).order_by("recorded_at")
    account = Person.objects.get(email="karim@families.example")
    assert [(entry.event, entry.about, entry.facts) for entry in entries] == [
        (Event.FOLLOWING_LET, row.pk, {"who": f"person:{account.pk}", "how": "photo"}),
        (Event.FOLLOWING_ENDED, row.pk, {"who": f"person:{account.pk}"}),
    ]
    assert Earlier.objects.filter(about=row.pk, kept__identity_how="photo").exists()


def test_who_has_an_account_keeps_it_and_their_roles(case):
    row = father(case, email="Priya@People.example")
    let_follow(case.pk, row.pk, "met", by=who("ben"))
    assert Around.objects.get(pk=row.pk).person == person("priya")
    assert Membership.objects.filter(person=person("priya")).count() == 1
    assert [one.pk for one in my_cases(who("priya"))] == [case.pk]


def test_a_colleague_who_is_a_parent_follows_at_the_familys_door_alone(case):
    row = father(case, email="social_worker@people.example")
    let_follow(case.pk, row.pk, "met", by=who("ben"))
    assert [one.pk for one in my_cases(signed_in("social_worker@people.example"))] == [case.pk]
    assert Role.PARENT not in who("social_worker").roles


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"email": ""}, Why.NO_EMAIL),
        ({"responsible": "not_known"}, Why.NOT_CHECKED),
        ({"checked_how": "", "checked_on": None}, Why.NOT_CHECKED),
        ({"checked_how": "says_so"}, Why.NOT_CHECKED),
        ({"responsible": "no", "lives_with": False}, Why.NO_PART),
        ({"until": date(2026, 1, 9)}, Why.OVER),
        ({"email": "ben@people.example"}, Why.ONESELF),
        ({"email": "nasreen@elsewhere.example"}, Why.ANOTHER),
    ],
)
def test_what_must_be_known_first(case, more, why):
    keep_person(case.pk, None, Somebody("mother", "Nasreen", email="nasreen@elsewhere.example"), by=who("ben"))
    row = father(case, **more)
    with pytest.raises(Refused) as refused:
        let_follow(case.pk, row.pk, "photo", by=who("ben"))
    assert why in refused.value.reasons
    assert not follows(Around.objects.get(pk=row.pk))
    assert not Person.objects.filter(email="karim@families.example").exists()


def test_a_carer_without_parental_responsibility_follows_while_the_child_lives_with_them(case):
    row = father(case, responsible="no", lives_with=True)
    assert follows(let_follow(case.pk, row.pk, "photo", by=who("ben")))


def test_a_colleague_of_another_council_does_not_come_in_this_way(case):
    row = keep_person(
        case.pk, None, Somebody("placing_worker", "Sam", acts_for="Leeds", email="sam@leeds.example", **CHECKED),
        by=who("ben"),
    )  # fmt: skip
    with pytest.raises(Refused, match="Colleagues come in by invitation"):
        let_follow(case.pk, row.pk, "photo", by=who("ben"))


def test_how_it_was_checked_must_be_said(case):
    row = father(case)
    with pytest.raises(Invalid):
        let_follow(case.pk, row.pk, "", by=who("ben"))


@pytest.mark.parametrize("name", ["tom", "health_adviser", "dev", "amina", "social_worker"])
def test_nobody_lets_them_follow_but_who_carries_the_case(case, name):
    row = father(case)
    with pytest.raises((NotAllowed, Case.DoesNotExist)):
        let_follow(case.pk, row.pk, "photo", by=who(name))
    assert not Involvement.objects.filter(capacity=Capacity.FAMILY).exists()


def test_a_closed_account_is_not_opened_from_here(case):
    Person.objects.create_user("karim@families.example", "Karim")
    Person.objects.filter(email="karim@families.example").update(is_active=False, idle_since=SINCE)
    row = father(case)
    with pytest.raises(Refused, match="Ask an administrator"):
        let_follow(case.pk, row.pk, "photo", by=who("ben"))


def test_a_colleague_who_left_comes_back_as_a_father_and_as_nothing_else(case):
    leave_for_good(person("social_worker").pk, None, by=who("dev"))
    row = father(case, email="social_worker@people.example")
    let_follow(case.pk, row.pk, "met", by=who("ben"))
    account = person("social_worker")
    assert (account.is_active, account.has_usable_password()) == (True, False)
    assert standing(account, on=clock.today(), among=AT_DOOR["desk"], chosen=SALFORD).roles == frozenset()
    assert [one.pk for one in my_cases(signed_in(account.email))] == [case.pk]


def test_another_address_is_not_let_follow_beside_the_first(case):
    row = father(case)
    let_follow(case.pk, row.pk, "photo", by=who("ben"))
    keep_person(case.pk, row.pk, Somebody("father", "Karim", email="new@families.example", **CHECKED), by=who("ben"))
    assert signs_in_with(Around.objects.get(pk=row.pk)) == "karim@families.example"
    with pytest.raises(Refused, match="End that first"):
        let_follow(case.pk, row.pk, "photo", by=who("ben"))
    assert not Person.objects.filter(email="new@families.example").exists()
    end_following(case.pk, row.pk, by=who("ben"))
    let_follow(case.pk, row.pk, "photo", by=who("ben"))
    assert my_cases(signed_in("karim@families.example")) == []
    assert len(my_cases(signed_in("new@families.example"))) == 1


def test_twice_is_as_good_as_once_and_it_is_ended_and_begun_again(case):
    row = father(case)
    for _ in range(2):
        let_follow(case.pk, row.pk, "photo", by=who("ben"))
    assert Entry.objects.filter(event=Event.FOLLOWING_LET).count() == 1
    end_following(case.pk, row.pk, by=who("ben"))
    assert my_cases(signed_in("karim@families.example")) == []
    with pytest.raises(Case.DoesNotExist):
        child_for(signed_in("karim@families.example"), case.reference)
    end_following(case.pk, row.pk, by=who("ben"))
    let_follow(case.pk, row.pk, "papers", by=who("ben"))
    assert len(my_cases(signed_in("karim@families.example"))) == 1


def test_what_began_earlier_ends_with_yesterday_and_its_days_are_kept(case):
    row = father(case)
    let_follow(case.pk, row.pk, "photo", by=who("ben"))
    with door_of(case.referrals.get()) as act:
        Involvement.objects.filter(capacity=Capacity.FAMILY).update(since=SINCE)
        act.abandon()
    end_following(case.pk, row.pk, by=who("ben"))
    assert my_cases(signed_in("karim@families.example")) == []
    ended = Involvement.objects.get(capacity=Capacity.FAMILY)
    assert (ended.since, ended.until) == (SINCE, clock.today() - timedelta(days=1))


def test_whoever_asked_while_signed_in_follows_by_the_same_thing_and_it_ends_the_same_way(world):
    case = received(by=who("amina")).case
    sender = case.referrals.get().sender
    row = keep_person(
        case.pk, None, Somebody("mother", "Amina", email="amina@people.example", **CHECKED), by=who("ben"),
        carer=sender.pk,
    )  # fmt: skip
    assert follows(row)
    end_following(case.pk, row.pk, by=who("ben"))
    assert my_cases(who("amina")) == []
    let_follow(case.pk, row.pk, "photo", by=who("ben"))
    assert [one.pk for one in my_cases(who("amina"))] == [case.pk]


def test_who_follows_is_not_marked_as_a_mistake_before_that_is_ended(case):
    row = father(case)
    let_follow(case.pk, row.pk, "photo", by=who("ben"))
    with pytest.raises(Refused, match="End that first"):
        mark_mistaken(case.pk, row.pk, by=who("ben"))
    end_following(case.pk, row.pk, by=who("ben"))
    mark_mistaken(case.pk, row.pk, by=who("ben"))


def test_a_barred_father_follows_and_is_told_no_address(case):
    """What helps when talking says where they live: he reads nothing of it."""
    family = two_homes(case, bar=True)
    told = Somebody("father", "Karim Rahman", email="karim@families.example", **CHECKED)
    keep_person(case.pk, family.father.pk, told, by=who("ben"))
    change_details(case.pk, details(communication="Ring them at 3 Hidden Lane, M30 0AA"), by=who("ben"))
    row = let_follow(case.pk, family.father.pk, "photo", by=who("ben"))
    assert child_for(signed_in("karim@families.example"), case.reference).communication == ""
    for address in (family.open_home, family.secret_home):
        assert is_barred(row, address)


def test_a_bar_holds_for_whoever_signs_in_as_him_under_whatever_name_and_address_he_was_written_down(case):
    """Two rows, of which one is barred and the other follows; they share nothing but the account."""
    barred = father(case)
    let_follow(case.pk, barred.pk, "photo", by=who("ben"))
    home = keep_address(case.pk, None, Place("lives", "14 Broadwalk", "M5 4WT"), by=who("ben"))
    account = Person.objects.get(email="karim@families.example")
    other = keep_person(case.pk, None, Somebody("other", "K. Rahman", email="kr@other.example"), by=who("ben"))
    with door_of(case.referrals.get()) as act:
        Around.objects.filter(pk=other.pk).update(
            person=account, identity_how="met", identity_by="person:x", identity_on=clock.today()
        )
        act.abandon()
    put_bar(case.pk, barred.pk, [], "An order.", by=who("ben"))
    assert is_barred(Around.objects.get(pk=other.pk), home)


def test_a_child_nobody_asked_for_is_followed_from_the_familys_list(world):
    case = open_record(details(), by=who("ben"))
    let_follow(case.pk, father(case).pk, "social_care", by=who("ben"))
    seen = mine(signed_in("karim@families.example"))
    assert seen.requests == []
    assert [(one.reference, one.called) for one in seen.children] == [(case.reference, "Ayaan")]


def test_another_council_is_nobodys_business(case):
    row = father(case, email="irene@people.example")
    let_follow(case.pk, row.pk, "photo", by=who("ben"))
    there = standing(person("irene"), on=clock.today(), among=AT_DOOR["desk"], chosen=THURROCK)
    assert there.roles == {Role.OPERATIONAL_MANAGER}
