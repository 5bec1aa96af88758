"""What may harm a child and what protects one: written down with its evidence, ended and never deleted, read by few."""

from datetime import date, timedelta

import pytest

from cases import sight
from cases.actions.factors import (
    AHEAD,
    BEFORE_BIRTH,
    ENDS_FIRST,
    NO_EVIDENCE,
    NO_WHY,
    Evidence,
    factor_over,
    note_factor,
)
from cases.actions.join import join
from cases.factor_words import FACTORS, GUARDED, PROTECTING, Factor, Side, Whence, open_factors
from cases.factors_seen import factors_of, kinds_standing, picture
from cases.models import Case, CaseFactor, Deadline
from cases.words import Capacity, Part
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import Invalid, NotAllowed
from ledger.family_words import SAY_TO_FAMILY
from ledger.models import Entry
from notices.models import Dispatch
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
OPEN = frozenset({Part.CIRCUMSTANCES, Part.SAFEGUARDING})


@pytest.fixture
def case(world) -> Case:
    return received().case


def evidence(kind=Factor.ABSENT, words="Away 14 days of 30.", **more) -> Evidence:
    given = {"seen_by": "Mr Okafor, class teacher", "whence": Whence.RECORD, "since": TODAY - timedelta(days=40)}
    return Evidence(kind, words, **(given | more))


def seen(name: str, case: Case):
    return factors_of({case.pk: case.reference}, {case.pk: sight.parts_open_to(who(name), case)})


def test_every_kind_has_its_words_its_side_and_its_part():
    assert set(FACTORS) == set(Factor)
    assert {kind for kind in Factor if kind.side == Side.PROTECTS} == PROTECTING
    assert not GUARDED & PROTECTING, "what protects a child is nothing to hide from those who help"
    assert open_factors([Part.CIRCUMSTANCES]) == [kind for kind in Factor if kind not in GUARDED]


def test_it_is_written_down_with_who_saw_it_and_moves_nothing(case):
    before = (Dispatch.objects.count(), set(Deadline.objects.values_list("pk", "plan_for")))
    row = note_factor(case.pk, evidence(), by=who("ben"))
    (one,) = seen("ben", case)
    assert (one.kind, one.evidence, one.seen_by) == (Factor.ABSENT, "Away 14 days of 30.", "Mr Okafor, class teacher")
    assert (one.whence, one.stands, one.noted_on) == ("From a record or a report", True, TODAY)
    assert (Dispatch.objects.count(), set(Deadline.objects.values_list("pk", "plan_for"))) == before
    entry = Entry.objects.get(event=Event.FACTOR_KEPT)
    assert (entry.part, entry.about, entry.facts) == (Part.CIRCUMSTANCES, row.pk, {"done": "noted"})
    assert SAY_TO_FAMILY[Event.FACTOR_KEPT] is None


def test_what_a_concern_may_be_about_is_read_by_those_who_may_know_of_one(case):
    note_factor(case.pk, evidence(Factor.VIOLENCE, "Shouting was heard."), by=who("ben"))
    note_factor(case.pk, evidence(Factor.TRUSTED_ADULT, "Talks to Mrs Bell."), by=who("ben"))
    put_on(case, "educational_psychologist", Capacity.SERVICE)
    put_on(case, "health_adviser", Capacity.ADVISER)
    assert [one.kind for one in seen("ben", case)] == [Factor.VIOLENCE, Factor.TRUSTED_ADULT]
    assert [one.kind for one in seen("educational_psychologist", case)] == [Factor.TRUSTED_ADULT]
    assert seen("health_adviser", case) == []
    assert Entry.objects.filter(event=Event.FACTOR_KEPT, part=Part.SAFEGUARDING).count() == 1
    parts = {case.pk: sight.parts_open_to(who("educational_psychologist"), case)}
    assert kinds_standing([case.pk], parts) == {Factor.TRUSTED_ADULT}
    with pytest.raises(NotAllowed):
        note_factor(case.pk, evidence(), by=who("educational_psychologist"))


def test_it_ends_with_why_and_stays_to_be_read(case):
    over, wrong = (note_factor(case.pk, evidence(), by=who("ben")) for _one in range(2))
    factor_over(case.pk, over.pk, TODAY, "Comes every day since half-term.", by=who("carys"))
    factor_over(case.pk, wrong.pk, None, "Another child’s register.", by=who("ben"))
    factor_over(case.pk, wrong.pk, TODAY, "Too late.", by=who("carys"))
    rows = {row.key: row for row in seen("ben", case)}
    assert (rows[over.pk].until, rows[over.pk].ended_by) == (TODAY, "Carys")
    assert rows[over.pk].ended_because == "Comes every day since half-term."
    assert rows[wrong.pk].mistaken and rows[wrong.pk].ended_because == "Another child’s register."
    assert CaseFactor.objects.count() == 2
    assert picture(list(rows.values())).risks == ()


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"since": TODAY + timedelta(days=1)}, "since", AHEAD),
        ({"since": date(1990, 1, 1)}, "since", BEFORE_BIRTH),
        ({"words": " "}, "evidence", NO_EVIDENCE),
    ],
)
def test_what_cannot_be_so_is_refused(case, given, field, said):
    with pytest.raises(Invalid) as refusal:
        note_factor(case.pk, evidence(**given), by=who("ben"))
    assert refusal.value.fields == {field: said}


def test_an_end_has_its_day_and_its_reason(case):
    row = note_factor(case.pk, evidence(), by=who("ben"))
    for until, because, wrong in (
        (TODAY + timedelta(days=1), "Better.", {"until": AHEAD}),
        (TODAY - timedelta(days=90), "Better.", {"until": ENDS_FIRST}),
        (TODAY, " ", {"because": NO_WHY}),
    ):
        with pytest.raises(Invalid) as refusal:
            factor_over(case.pk, row.pk, until, because, by=who("ben"))
        assert refusal.value.fields == wrong


def test_what_it_comes_to_counts_each_kind_once_and_asks_about_what_is_old(case):
    assert "Nobody has written anything down" in picture(seen("ben", case)).words
    for words in ("Away 14 days of 30.", "Away on Mondays."):
        note_factor(case.pk, evidence(words=words), by=who("ben"))
    assert "Nothing that protects" in picture(seen("ben", case)).words
    note_factor(case.pk, evidence(Factor.STRENGTH, "Draws trains."), by=who("ben"))
    assert "At least as much that protects" in picture(seen("ben", case)).words
    note_factor(case.pk, evidence(Factor.LOSS, "Her grandmother died."), by=who("ben"))
    came = picture(seen("ben", case))
    assert (len(came.risks), len(came.protects), came.old) == (2, 1, 0)
    assert "More that may harm" in came.words
    with hold(clock.now() + timedelta(days=200)):
        assert picture(seen("ben", case)).old == 4


def test_it_is_read_from_every_record_of_the_child(case):
    other = received(given_name="Ayan").case
    note_factor(other.pk, evidence(), by=who("ben"))
    join(other.pk, case.pk, because="One child.", by=who("ben"))
    parts = {one.pk: OPEN for one in (case, other)}
    (one,) = factors_of({case.pk: case.reference, other.pk: other.reference}, parts)
    assert one.reference == other.reference


def test_another_councils_people_do_not_reach_it(case):
    row = note_factor(case.pk, evidence(), by=who("ben"))
    with pytest.raises(NotAllowed):
        factor_over(case.pk, row.pk, TODAY, "Better.", by=who("tom"))
