"""Two records, one child: joined by a named person, undone by a press, and nothing moved."""

import pytest

from cases.actions.join import join, part
from cases.matching import matches
from cases.models import Case, Caseload, Deadline
from cases.rules import Why
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from referrals.words import AsksFor
from sendpath.patrols import findings
from tests.factories.requests import received
from tests.personas import THURROCK

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(world):
    """The same child, asked for twice by different people."""
    first = received(AsksFor.ASSESSMENT).case
    second = received(
        AsksFor.HELP, given_name="Ayan", sender_name="Imran Chowdhury", email="imran@families.example"
    ).case
    return first, second


def test_joining_sets_a_pointer_and_moves_nothing(two, world):
    first, second = two
    before = list(Deadline.objects.order_by("pk").values_list("case", "duty", "due_strict"))
    join(second.pk, first.pk, by=world.who("ben"))
    assert Case.objects.get(pk=second.pk).merged_into_id == first.pk
    assert list(Deadline.objects.order_by("pk").values_list("case", "duty", "due_strict")) == before
    assert Caseload.objects.filter(case=second).count() == 1
    assert Entry.objects.filter(event=Event.CASE_JOINED, case_ref=second.pk).count() == 1
    assert list(findings()) == []


def test_a_joined_record_is_read_together_with_the_childs_own(two, world, desk):
    first, second = two
    join(second.pk, first.pk, by=world.who("ben"))
    page = desk.as_("ben").get(f"/cases/{second.reference}/").content.decode()
    assert first.reference in page
    assert "Say whether or not it will assess" in page
    assert "Two records were joined" in page


def test_undoing_clears_the_pointer(two, world):
    first, second = two
    join(second.pk, first.pk, by=world.who("ben"))
    part(second.pk, by=world.who("carys"))
    assert Case.objects.get(pk=second.pk).merged_into_id is None
    with pytest.raises(Refused) as refusal:
        part(second.pk, by=world.who("carys"))
    assert refusal.value.reasons == (Why.NOT_JOINED,)


def test_a_third_record_points_at_the_childs_own_and_never_at_another(two, world):
    first, second = two
    third = received(AsksFor.UNSURE).case
    join(second.pk, first.pk, by=world.who("ben"))
    join(third.pk, second.pk, by=world.who("ben"))
    assert Case.objects.get(pk=third.pk).merged_into_id == first.pk


@pytest.mark.parametrize(
    ("which", "into", "why"),
    [(0, 0, Why.ITSELF), (0, 2, Why.OTHERS_JOINED_HERE), (1, 2, Why.JOINED_ALREADY)],
)
def test_what_makes_no_sense_is_refused(two, world, which, into, why):
    records = [*two, received(AsksFor.UNSURE).case]
    join(records[1].pk, records[0].pk, by=world.who("ben"))
    with pytest.raises(Refused) as refusal:
        join(records[which].pk, records[into].pk, by=world.who("ben"))
    assert why in refusal.value.reasons


def test_another_councils_record_does_not_exist(two, world):
    from accounts.who import visitor

    theirs = received(AsksFor.HELP, by=visitor(THURROCK)).case
    for case, into in ((two[0], theirs), (theirs, two[0])):
        with pytest.raises(NotAllowed):
            join(case.pk, into.pk, by=world.who("ben"))
    assert [match.reference for match in matches(world.who("ben"), two[1])] == [two[0].reference]


def test_a_parent_neither_joins_nor_learns_of_it(two, world, family):
    mine = received(AsksFor.HELP, by=world.who("amina")).case
    join(mine.pk, two[0].pk, by=world.who("ben"))
    page = family.as_("amina").get(f"/mine/{mine.reference}/").content.decode()
    assert two[0].reference not in page
    assert "joined" not in page.lower()
    with pytest.raises(NotAllowed):
        part(mine.pk, by=world.who("amina"))


def test_likely_matches_are_offered_and_unlike_children_are_not(two, world):
    received(AsksFor.HELP, given_name="Zofia", family_name="Lis", home_postcode="M6 1AA")
    found = matches(world.who("ben"), two[0])
    assert [match.reference for match in found] == [two[1].reference]


def test_joining_and_parting_from_the_page(two, world, desk):
    first, second = two
    ben = desk.as_("ben")
    assert "Could this be someone we know?" in ben.get(f"/requests/{second.reference}/").content.decode()
    ben.post(f"/requests/{second.reference}/same/", {"into": first.reference})
    assert "Take them apart" in ben.get(f"/requests/{second.reference}/").content.decode()
    ben.post(f"/requests/{second.reference}/apart/")
    assert Case.objects.get(pk=second.pk).merged_into_id is None
