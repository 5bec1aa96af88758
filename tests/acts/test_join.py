"""Two records, one child: joined by a named person, undone by a press, and nothing moved."""

import pytest

from cases.actions.join import join, part
from cases.joinings import joinings_of
from cases.matching import matches
from cases.models import Case, Caseload, Deadline, Joining
from cases.rules import Why
from cases.words import Capacity
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from referrals.words import AsksFor
from sendpath.patrols import findings
from tests.doors.test_the_list_and_the_door_agree import involve
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import THURROCK

pytestmark = pytest.mark.django_db
WHY = "His mother sent both."


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
    join(second.pk, first.pk, because=WHY, by=world.who("ben"))
    assert Case.objects.get(pk=second.pk).merged_into_id == first.pk
    assert list(Deadline.objects.order_by("pk").values_list("case", "duty", "due_strict")) == before
    assert Caseload.objects.filter(case=second).count() == 1
    assert Entry.objects.filter(event=Event.CASE_JOINED, case_ref=second.pk).count() == 1
    assert list(findings()) == []


def test_a_joined_record_is_read_together_with_the_childs_own(two, world, desk):
    first, second = two
    join(second.pk, first.pk, because=WHY, by=world.who("ben"))
    page = desk.as_("ben").get(f"/cases/{second.reference}/").content.decode()
    assert first.reference in page
    assert "Say whether or not it will assess" in page
    assert "Two records were joined" in page


def test_undoing_clears_the_pointer(two, world):
    first, second = two
    join(second.pk, first.pk, because=WHY, by=world.who("ben"))
    part(second.pk, because=WHY, by=world.who("carys"))
    assert Case.objects.get(pk=second.pk).merged_into_id is None
    with pytest.raises(Refused) as refusal:
        part(second.pk, because=WHY, by=world.who("carys"))
    assert refusal.value.reasons == (Why.NOT_JOINED,)


def test_a_third_record_points_at_the_childs_own_and_never_at_another(two, world):
    first, second = two
    third = received(AsksFor.UNSURE).case
    join(second.pk, first.pk, because=WHY, by=world.who("ben"))
    join(third.pk, second.pk, because=WHY, by=world.who("ben"))
    assert Case.objects.get(pk=third.pk).merged_into_id == first.pk


@pytest.mark.parametrize(
    ("which", "into", "why"),
    [(0, 0, Why.ITSELF), (0, 2, Why.OTHERS_JOINED_HERE), (1, 2, Why.JOINED_ALREADY)],
)
def test_what_makes_no_sense_is_refused(two, world, which, into, why):
    records = [*two, received(AsksFor.UNSURE).case]
    join(records[1].pk, records[0].pk, because=WHY, by=world.who("ben"))
    with pytest.raises(Refused) as refusal:
        join(records[which].pk, records[into].pk, because=WHY, by=world.who("ben"))
    assert why in refusal.value.reasons


def test_another_councils_record_does_not_exist(two, world):
    from accounts.who import visitor

    theirs = received(AsksFor.HELP, by=visitor(THURROCK)).case
    for case, into in ((two[0], theirs), (theirs, two[0])):
        with pytest.raises(NotAllowed):
            join(case.pk, into.pk, because=WHY, by=world.who("ben"))
    assert [match.reference for match in matches(world.who("ben"), two[1])] == [two[0].reference]


def test_a_parent_neither_joins_nor_learns_of_it(two, world, family):
    mine = received(AsksFor.HELP, by=world.who("amina")).case
    join(mine.pk, two[0].pk, because=WHY, by=world.who("ben"))
    page = family.as_("amina").get(f"/mine/{mine.reference}/").content.decode()
    assert two[0].reference not in page
    assert "joined" not in page.lower()
    with pytest.raises(NotAllowed):
        part(mine.pk, because=WHY, by=world.who("amina"))


def test_likely_matches_are_offered_and_unlike_children_are_not(two, world):
    received(AsksFor.HELP, given_name="Zofia", family_name="Lis", home_postcode="M6 1AA", email="lis@families.example")
    found = matches(world.who("ben"), two[0])
    assert [match.reference for match in found] == [two[1].reference]


def test_joining_and_parting_from_the_page(two, world, desk):
    first, second = two
    ben = desk.as_("ben")
    assert "Could this be someone we know?" in ben.get(f"/requests/{second.reference}/").content.decode()
    here = f"/requests/{second.reference}"
    for form, given in (("same", {"into": first.reference}), ("apart", {})):
        silent = ben.post(f"{here}/{form}/", given)
        assert silent.status_code == 200
        assert "Error: Say why" in text_of(silent)
        assert (Case.objects.get(pk=second.pk).merged_into_id is None) is (form == "same")
        assert ben.post(f"{here}/{form}/", {**given, "reason": WHY}).status_code == 302
        assert "Take them apart" in text_of(ben.get(f"{here}/")) or form == "apart"
    assert Case.objects.get(pk=second.pk).merged_into_id is None


def test_who_said_so_and_why_stays_to_be_read_from_both_sides(two, world, desk):
    first, second = two
    join(second.pk, first.pk, because="One birth certificate.", by=world.who("ben"))
    said = "Ben joined them, Wednesday 18 November 2026 at 11:02am: “One birth certificate.”"
    for case in two:
        assert said in text_of(desk.as_("carys").get(f"/requests/{case.reference}/"))
    part(second.pk, because="Cousins.", by=world.who("carys"))
    for case, other in ((first, second), (second, first)):
        page = text_of(desk.as_("ben").get(f"/requests/{case.reference}/"))
        assert f"Was joined to {other.reference}, and is not any more" in page
        assert said in page
        assert "Carys took them apart, Wednesday 18 November 2026 at 11:02am: “Cousins.”" in page
    join(second.pk, first.pk, because="No: it was one child.", by=world.who("ben"))
    assert Joining.objects.filter(case=second).count() == 2


def test_nobody_is_joined_or_parted_without_a_reason(two, world):
    first, second = two
    with pytest.raises(Refused) as refusal:
        join(second.pk, first.pk, because="  ", by=world.who("ben"))
    assert refusal.value.reasons == (Why.NO_REASON,)
    join(second.pk, first.pk, because=WHY, by=world.who("ben"))
    with pytest.raises(Refused) as refusal:
        part(second.pk, because="", by=world.who("ben"))
    assert refusal.value.reasons == (Why.NO_REASON,)


def test_what_was_said_is_read_by_nobody_who_may_not_see_both(two, world):
    first, second = two
    join(second.pk, first.pk, because=WHY, by=world.who("ben"))
    involve("ehc_coordinator", second, Capacity.COORDINATOR)
    assert joinings_of(world.who("ehc_coordinator"), Case.objects.get(pk=second.pk)) == []
    assert [one.reference for one in joinings_of(world.who("ben"), second)] == [first.reference]
