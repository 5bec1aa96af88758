"""What a child needs help with: named by those who carry the case, over or a mistake later, and nothing is lost."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from cases.actions.join import join
from cases.actions.needs import name_needs, write_needs
from cases.child_seen import child_seen
from cases.models import Case, CaseNeed
from cases.need_words import (
    LISTS,
    NEED_LISTS,
    PATHWAY_NEEDS,
    SEN_TYPES,
    STATUTORY,
    NeedList,
    Needs,
    PathwayNeed,
    SenType,
)
from cases.needs_seen import needs_of, standing_needs
from cases.words import Capacity
from core.clock import LONDON
from core.events import Event
from core.keys import new_key
from core.past import hold
from core.refusals import NotAllowed, OutsideAnAction
from ledger.models import Entry
from tests.acts.test_the_guard import door_of
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db
AUTISM_AND_SPEECH = Needs(frozenset({PathwayNeed.ASD, PathwayNeed.SPEECH}), frozenset({SenType.ASD}))


@pytest.fixture
def case(world):
    with hold(datetime(2026, 8, 31, 12, tzinfo=LONDON)):
        return received(by=who("amina")).case


def of_case(case) -> list[tuple[str, bool, date | None, bool]]:
    return [(need.words, need.stands, need.until, need.mistaken) for need in needs_of({case.pk: case.reference})]


def test_the_two_lists_and_how_they_answer_to_each_other():
    assert len(PathwayNeed) == len(SenType) == 14
    assert set(PATHWAY_NEEDS) == set(STATUTORY) == set(PathwayNeed)
    assert set(SEN_TYPES) == set(SenType)
    assert set(NEED_LISTS) == set(LISTS) == set(NeedList)
    none_says_the_same = {need for need, kind in STATUTORY.items() if kind is None}
    assert {PathwayNeed.ATTACHMENT, PathwayNeed.BEHAVIOUR, PathwayNeed.TRANSITION} <= none_says_the_same
    assert STATUTORY[PathwayNeed.HEARING] is SenType.HI
    assert all(len(code) <= CaseNeed._meta.get_field("code").max_length for codes in LISTS.values() for code in codes)


def test_needs_are_named_over_and_mistaken_and_every_version_is_kept(case):
    with hold(datetime(2026, 9, 1, 12, tzinfo=LONDON)):
        name_needs(case.pk, more=AUTISM_AND_SPEECH, by=who("ben"))
    assert standing_needs(case) == AUTISM_AND_SPEECH
    with hold(datetime(2026, 10, 1, 12, tzinfo=LONDON)):
        name_needs(case.pk, over=Needs(frozenset({PathwayNeed.SPEECH})), by=who("carys"))
    name_needs(case.pk, mistaken=Needs(sen=frozenset({SenType.ASD})), by=who("ben"))
    name_needs(case.pk, more=Needs(frozenset({PathwayNeed.SPEECH})), by=who("ben"))
    assert of_case(case) == [
        ("ASD/ASC (autism)", True, None, False),
        ("Speech and language", True, None, False),
        ("Speech and language", False, date(2026, 10, 1), False),
        ("Autistic spectrum disorder (ASD)", False, None, True),
    ]
    told = Entry.objects.filter(case_ref=case.pk, event=Event.NEEDS_NAMED).order_by("recorded_at")
    assert sorted(entry.facts["done"] for entry in told) == ["mistaken", "named", "named", "over"]
    assert not [entry for entry in told if "speech" in str(entry.facts)], "history never says which need"


def test_what_changes_nothing_leaves_no_trace(case):
    name_needs(case.pk, more=AUTISM_AND_SPEECH, by=who("ben"))
    before = Entry.objects.count()
    name_needs(case.pk, more=AUTISM_AND_SPEECH, by=who("carys"))
    name_needs(case.pk, over=Needs(frozenset({PathwayNeed.ADHD})), by=who("carys"))
    assert Entry.objects.count() == before
    assert CaseNeed.objects.filter(case=case).count() == 3


def test_an_act_writes_needs_within_its_own_doorway_and_nowhere_else(case):
    with pytest.raises(OutsideAnAction):
        write_needs(case, pathway=["adhd"], by=who("ben"))
    with door_of(case.referrals.get()) as act:
        write_needs(act.case, pathway=["adhd", PathwayNeed.SEN], sen=["NSA"], since=date(2026, 9, 1), by=who("ben"))
        act.abandon()
    assert standing_needs(case) == Needs(frozenset({PathwayNeed.ADHD, PathwayNeed.SEN}), frozenset({SenType.NSA}))
    with pytest.raises(ValueError, match="rhubarb"), door_of(case.referrals.get()) as act:
        write_needs(act.case, pathway=["rhubarb"], by=who("ben"))


def test_who_works_with_the_child_reads_them_and_only_who_carries_the_case_says_them(case):
    name_needs(case.pk, more=AUTISM_AND_SPEECH, by=who("ben"))
    put_on(case, "health_adviser", Capacity.ADVISER)
    seen = child_seen(who("health_adviser"), Case.objects.get(pk=case.pk))
    assert seen.pathway_needs == ["ASD/ASC (autism)", "Speech and language"]
    assert seen.sen_types == ["Autistic spectrum disorder (ASD)"]
    for stranger in ("health_adviser", "social_worker", "dev", "tom", "amina"):
        with pytest.raises(NotAllowed):
            name_needs(case.pk, over=AUTISM_AND_SPEECH, by=who(stranger))
    assert standing_needs(case) == AUTISM_AND_SPEECH


def test_two_records_of_one_child_name_a_need_once_on_the_page(case):
    other = received(given_name="Ayan").case
    for one in (case, other):
        name_needs(one.pk, more=AUTISM_AND_SPEECH, by=who("ben"))
    join(other.pk, case.pk, because="One child.", by=who("ben"))
    seen = child_seen(who("ben"), Case.objects.get(pk=case.pk))
    assert seen.pathway_needs == ["ASD/ASC (autism)", "Speech and language"]
    assert len(seen.needs) == 6


def test_the_database_refuses_a_need_twice_and_one_that_is_half_over(case):
    with hold(datetime(2026, 9, 1, 12, tzinfo=LONDON)):
        name_needs(case.pk, more=Needs(frozenset({PathwayNeed.ADHD})), by=who("ben"))
    half = ({"until": date(2026, 9, 2)}, {"mistaken": True}, {"ended_by": "person:x"}, {"pk": new_key()})
    for wrong in half:
        with pytest.raises(IntegrityError), transaction.atomic(), door_of(case.referrals.get()):
            row = CaseNeed.objects.get()
            for name, value in wrong.items():
                setattr(row, name, value)
            row.save(force_insert="pk" in wrong)
    assert CaseNeed.objects.count() == 1
