"""Twins, siblings and namesakes: a named person says that two records are two children, and may take it back."""

import pytest

from accounts.who import visitor
from cases.actions.join import join
from cases.actions.keep_apart import keep_apart, undo
from cases.apart import from_case
from cases.matching import matches
from cases.models import KeptApart
from cases.rules import Why
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from sendpath.patrols import findings
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import THURROCK, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def twins(world):
    return received().case, received(given_name="Zofia").case


def offered(case) -> list[str]:
    return [match.reference for match in matches(who("ben"), case, apart=from_case(case))]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_they_are_not_offered_again_from_either_side_and_both_histories_say_so(twins, order):
    one, other = (twins[place] for place in order)
    assert offered(one) == [other.reference]
    keep_apart(one.pk, other.pk, by=who("ben"))
    assert (offered(one), offered(other)) == ([], [])
    entries = Entry.objects.filter(event=Event.CASE_KEPT_APART)
    assert {entry.case_ref for entry in entries} == {one.pk, other.pk}
    assert list(findings()) == []


def test_it_can_be_taken_back_from_the_other_side_and_the_row_stays(twins):
    keep_apart(twins[0].pk, twins[1].pk, by=who("ben"))
    undo(twins[1].pk, twins[0].pk, by=who("carys"))
    assert offered(twins[0]) == [twins[1].reference]
    assert KeptApart.objects.get().undone_on is not None
    with pytest.raises(Refused) as refusal:
        undo(twins[0].pk, twins[1].pk, by=who("ben"))
    assert refusal.value.reasons == (Why.NOT_KEPT,)
    keep_apart(twins[0].pk, twins[1].pk, by=who("ben"))
    assert KeptApart.objects.count() == 2


def test_what_makes_no_sense_is_refused(twins):
    one, other = twins
    keep_apart(one.pk, other.pk, by=who("ben"))
    for act, why in (
        (lambda: keep_apart(other.pk, one.pk, by=who("ben")), Why.KEPT_ALREADY),
        (lambda: keep_apart(one.pk, one.pk, by=who("ben")), Why.ITSELF),
        (lambda: join(other.pk, one.pk, because="One child.", by=who("ben")), Why.KEPT_APART),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.reasons == (why,)
    undo(one.pk, other.pk, by=who("ben"))
    join(other.pk, one.pk, because="One child.", by=who("ben"))
    with pytest.raises(Refused) as refusal:
        keep_apart(one.pk, other.pk, by=who("ben"))
    assert refusal.value.reasons == (Why.ONE_CHILD,)


def test_another_councils_record_does_not_exist(twins):
    theirs = received(by=visitor(THURROCK)).case
    for one, other in ((twins[0].pk, theirs.pk), (theirs.pk, twins[0].pk)):
        with pytest.raises(NotAllowed):
            keep_apart(one, other, by=who("ben"))
    assert not KeptApart.objects.exists()


def test_the_page_says_who_said_so_and_takes_it_back(twins, desk):
    one, other = twins
    ben = desk.as_("ben")
    address = f"/requests/{one.reference}/"
    assert ben.post(f"{address}two-children/", {"other": other.reference}).status_code == 302
    for record, looks in ((one, other), (other, one)):
        page = text_of(ben.get(f"/requests/{record.reference}/"))
        assert "Could this be someone we know?" not in page
        assert f"{looks.child.full_name}, {looks.reference} Ben said so, 18 November 2026" in page
    assert "they are two children" in text_of(ben.get(f"/cases/{other.reference}/"))
    assert ben.post(f"{address}two-children/back/", {"other": other.reference}).status_code == 302
    assert "Could this be someone we know?" in text_of(ben.get(address))
