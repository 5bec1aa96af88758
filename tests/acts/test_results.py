"""What came of a case is noted by those who carry it; figures of earlier years are a manager's, with their source."""

from datetime import date, timedelta

import pytest

from cases.actions.results import AHEAD, TWICE, Said, keep_baseline, note_result, result_mistaken
from cases.models import Baseline, CaseResult
from cases.result_words import RESULTS, Result
from cases.results_seen import baselines, figures_of, results_of
from cases.words import Capacity, Part
from core import clock
from core.events import Event
from core.refusals import Invalid, NotAllowed
from ledger.models import Entry
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)


@pytest.fixture
def case(world):
    return received(by=who("amina")).case


def ninety_five(**changes) -> Said:
    return Said(**{"measure": Result.ASSESSMENT, "year": 2016, "figure": 95, "source": "The yearly report, page 4",
                   "dated_on": date(2018, 9, 30), **changes})  # fmt: skip


def test_every_result_has_its_words():
    assert set(RESULTS) == set(Result)


def test_a_result_is_noted_and_one_that_was_a_mistake_says_so_and_stays(case):
    row = note_result(case.pk, Result.TRIBUNAL, DAY, " EH355/26/00012 ", by=who("ben"))
    result_mistaken(case.pk, row.pk, by=who("carys"))
    result_mistaken(case.pk, row.pk, by=who("ben"))
    note_result(case.pk, Result.TRIBUNAL, DAY, "", by=who("ben"))
    seen = results_of({case.pk: case.reference})
    assert [(one.words, one.came_on, one.note, one.noted_by, one.mistaken_by) for one in seen] == [
        (RESULTS[Result.TRIBUNAL], DAY, "", "Ben", ""),
        (RESULTS[Result.TRIBUNAL], DAY, "EH355/26/00012", "Ben", "Carys"),
    ]
    told = Entry.objects.filter(event=Event.RESULT_NOTED, case_ref=case.pk).order_by("recorded_at", "pk")
    assert [entry.facts["done"] for entry in told] == ["tribunal", "mistaken", "tribunal"]
    assert {entry.part for entry in told} == {Part.CONTACT}


def test_no_day_to_come_and_nothing_twice_for_one_day(case):
    with pytest.raises(Invalid, match=AHEAD):
        note_result(case.pk, Result.COMPLAINT, clock.today() + timedelta(days=1), "", by=who("ben"))
    note_result(case.pk, Result.COMPLAINT, DAY, "", by=who("ben"))
    with pytest.raises(Invalid, match=TWICE):
        note_result(case.pk, Result.COMPLAINT, DAY, "", by=who("carys"))
    note_result(case.pk, Result.COMPLAINT, DAY - timedelta(days=1), "", by=who("carys"))
    assert CaseResult.objects.count() == 2


def test_only_who_carries_the_case_notes_it(case):
    put_on(case, "health_adviser", Capacity.ADVISER)
    put_on(case, "social_worker", Capacity.ADVISER)
    for name in ("health_adviser", "social_worker", "caf_worker", "tom", "dev", "amina"):
        with pytest.raises(NotAllowed):
            note_result(case.pk, Result.COMPLAINT, DAY, "", by=who(name))
    assert not CaseResult.objects.exists()


def test_a_result_of_another_case_is_not_marked_from_this_one(case):
    row = note_result(received(given_name="Bilal").case.pk, Result.COMPLAINT, DAY, "", by=who("ben"))
    with pytest.raises(CaseResult.DoesNotExist):
        result_mistaken(case.pk, row.pk, by=who("ben"))


def test_a_figure_of_an_earlier_year_is_kept_in_versions_and_the_newest_counts(world):
    keep_baseline(ninety_five(figure=59), by=who("carys"))
    keep_baseline(ninety_five(), by=who("sena"))
    keep_baseline(ninety_five(measure=Result.TRIBUNAL, figure=0), by=who("hal"))
    standing = figures_of(who("analyst"), 2016)
    assert {measure: row.figure for measure, row in standing.items()} == {Result.ASSESSMENT: 95, Result.TRIBUNAL: 0}
    assert [(one.year, one.figure, one.stands, one.entered_by) for one in baselines(who("carys"))] == [
        ("2016/17", 95, True, "Sena"), ("2016/17", 59, False, "Carys"), ("2016/17", 0, True, "Hal"),
    ]  # fmt: skip
    keep_baseline(ninety_five(figure=None, source="It was of another council"), by=who("carys"))
    assert set(figures_of(who("carys"), 2016)) == {Result.TRIBUNAL}
    assert figures_of(who("carys"), 2017) == {} == figures_of(who("irene"), 2016)
    told = Entry.objects.filter(event=Event.BASELINE_KEPT).order_by("recorded_at", "pk")
    assert [entry.facts["done"] for entry in told] == ["kept", "kept", "kept", "taken"]
    assert "yearly report" not in str([entry.facts for entry in told])


def test_a_figure_wants_a_source_and_a_day_that_has_been_and_a_manager(world):
    with pytest.raises(Invalid) as wrong:
        keep_baseline(ninety_five(source=" ", dated_on=clock.today() + timedelta(days=1)), by=who("carys"))
    assert set(wrong.value.fields) == {"source", "dated_on"}
    for name in ("ben", "analyst", "commissioner", "dev", "locality_manager"):
        with pytest.raises(NotAllowed):
            keep_baseline(ninety_five(), by=who(name))
    assert not Baseline.objects.exists()
