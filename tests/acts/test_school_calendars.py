"""Term dates are kept in versions: the newest is in force, none is lost, and the days that count follow."""

from datetime import date

import pytest

from accounts.models import SchoolCalendar, Setting
from accounts.selectors_school import (
    WithDates,
    closure_around,
    closure_that_excuses,
    in_force,
    school_days_of,
    settings_with_calendars,
)
from cases.actions.keep_calendar import bring_back, follow_council
from cases.actions.keep_setting import keep_setting
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from statute.closures import Closure
from statute.school_days import sessions
from tests.factories.settings import a_setting, a_year
from tests.law.years_of_school import TERMS_2026, TERMS_2027, YEAR_2026, closed, term
from tests.personas import SALFORD, THURROCK, who

pytestmark = pytest.mark.django_db
SNOWED_IN = (*YEAR_2026, closed("2027-01-21", "2027-01-22", "Snow"))


@pytest.fixture
def oakfield(world) -> Setting:
    return a_setting(urn="105432")


def test_a_setting_is_added_and_renamed_and_history_says_so(oakfield):
    keep_setting(oakfield.pk, name="Oakfield Academy", kind="primary", urn="105432", by=who("carys"))
    assert Setting.objects.get().name == "Oakfield Academy"
    told = Entry.objects.filter(event=Event.SETTING_KEPT).order_by("recorded_at", "id")
    assert [entry.facts for entry in told] == [{"done": "added"}, {"done": "changed"}]
    assert {(entry.about, entry.case_ref, entry.authority) for entry in told} == {(oakfield.pk, None, SALFORD)}


def test_two_settings_may_share_a_name_and_not_a_number(oakfield):
    a_setting(urn="105433")
    a_setting()
    a_setting()
    with pytest.raises(Refused, match="number"):
        a_setting("Another", urn="105432")
    assert Setting.objects.count() == 4
    a_setting("Elsewhere", urn="105432", by="irene")


@pytest.mark.parametrize("name", ["ben", "hal", "stella", "amina", "eve"])
def test_nobody_else_keeps_settings_or_dates(oakfield, name):
    with pytest.raises(NotAllowed):
        a_setting(by=name)
    with pytest.raises(NotAllowed):
        a_year(oakfield, by=name)
    assert not SchoolCalendar.objects.exists()


def test_another_councils_setting_is_not_there(oakfield):
    with pytest.raises(Setting.DoesNotExist):
        a_year(oakfield, by="irene")
    with pytest.raises(Setting.DoesNotExist):
        keep_setting(oakfield.pk, name="Ours", kind="primary", by=who("irene"))
    a_year(oakfield)
    assert school_days_of(oakfield.pk, THURROCK) == []
    assert settings_with_calendars(who("irene")) == []


def test_dates_are_kept_with_who_and_when_and_the_days_that_count(oakfield):
    kept = a_year(oakfield)
    assert (kept.version, kept.days, kept.until) == (1, 191, date(2027, 7, 22))
    assert kept.entered_by == who("dev").ref
    assert school_days_of(oakfield.pk, SALFORD) == sessions(YEAR_2026)
    assert sorted(SchoolCalendar.objects.get().stretches, key=str) == sorted(YEAR_2026, key=str)
    entry = Entry.objects.get(event=Event.CALENDAR_KEPT)
    assert entry.facts == {"year": "2026", "version": "1", "source": "typed", "setting": str(oakfield.pk)}


def test_the_newest_version_is_in_force_and_the_first_can_be_brought_back(oakfield):
    a_year(oakfield)
    a_year(oakfield, SNOWED_IN, after=1)
    assert len(school_days_of(oakfield.pk, SALFORD)) == 189
    bring_back(oakfield.pk, 2026, 1, by=who("carys"), after=2)
    assert len(school_days_of(oakfield.pk, SALFORD)) == 191
    rows = SchoolCalendar.objects.order_by("version")
    assert [(row.version, row.days, row.source) for row in rows] == [
        (1, 191, "typed"), (2, 189, "typed"), (3, 191, "brought_back"),
    ]  # fmt: skip


def test_what_somebody_else_saved_meanwhile_is_never_overwritten(oakfield):
    a_year(oakfield)
    with pytest.raises(Refused, match="while you were working"):
        a_year(oakfield, SNOWED_IN)
    with pytest.raises(Refused, match="while you were working"):
        bring_back(oakfield.pk, 2026, 1, by=who("dev"), after=5)
    assert SchoolCalendar.objects.get().days == 191


def test_dates_that_cannot_be_are_refused_with_every_reason_and_nothing_is_kept(oakfield):
    with pytest.raises(Refused) as refusal:
        a_year(oakfield, [term("2026-12-18", "2026-09-02"), closed("2029-01-04")])
    assert len(refusal.value.reasons) == 2
    assert not SchoolCalendar.objects.exists()
    assert not Entry.objects.filter(event=Event.CALENDAR_KEPT).exists()


def test_a_version_in_force_is_not_brought_back_on_top_of_itself(oakfield):
    a_year(oakfield)
    with pytest.raises(Refused, match="in force already"):
        bring_back(oakfield.pk, 2026, 1, by=who("dev"), after=1)
    assert SchoolCalendar.objects.count() == 1


def test_a_version_that_is_not_there_cannot_be_brought_back(oakfield):
    a_year(oakfield)
    for year, version in ((2026, 7), (2027, 1)):
        with pytest.raises(Refused, match="no such version"):
            bring_back(oakfield.pk, year, version, by=who("dev"), after=1)


def test_without_dates_of_its_own_a_setting_follows_the_councils(oakfield):
    assert school_days_of(oakfield.pk, SALFORD) == []
    a_year(None, TERMS_2026)
    assert len(school_days_of(oakfield.pk, SALFORD)) == 196
    assert school_days_of(None, SALFORD) == school_days_of(oakfield.pk, SALFORD)
    a_year(oakfield)
    assert len(school_days_of(oakfield.pk, SALFORD)) == 191
    assert len(school_days_of(None, SALFORD)) == 196


def test_a_setting_goes_back_to_the_councils_dates_and_keeps_its_own_to_read(oakfield):
    a_year(None, TERMS_2026)
    a_year(oakfield)
    follow_council(oakfield.pk, 2026, by=who("dev"), after=1)
    assert len(school_days_of(oakfield.pk, SALFORD)) == 196
    with pytest.raises(Refused, match="already follows"):
        follow_council(oakfield.pk, 2026, by=who("dev"), after=2)
    bring_back(oakfield.pk, 2026, 1, by=who("dev"), after=2)
    assert len(school_days_of(oakfield.pk, SALFORD)) == 191


def test_each_year_has_its_own_fallback_and_years_join_where_nothing_is_missing(oakfield):
    a_year(oakfield)
    a_year(None, TERMS_2027, 2027)
    days = school_days_of(oakfield.pk, SALFORD)
    assert days == sorted({*sessions(YEAR_2026), *sessions(TERMS_2027)})
    assert list(in_force(oakfield.pk, SALFORD)) == [2026, 2027]


def test_the_days_stop_at_a_year_that_nobody_entered(oakfield):
    a_year(oakfield)
    a_year(oakfield, [term("2028-09-04", "2029-07-20")], 2028)
    assert school_days_of(oakfield.pk, SALFORD)[-1] == date(2027, 7, 22)
    assert school_days_of(oakfield.pk, SALFORD, date(2028, 10, 2))[0] == date(2028, 9, 4)
    assert school_days_of(oakfield.pk, SALFORD, date(2026, 7, 1)) == []


def test_the_summer_that_excuses_is_read_from_both_years(oakfield):
    a_year(oakfield)
    assert closure_that_excuses(oakfield.pk, SALFORD, date(2027, 8, 2)) is None, "nobody knows when it opens again"
    a_year(oakfield, TERMS_2027, 2027)
    summer = Closure(date(2027, 7, 24), date(2027, 9, 2))
    assert closure_that_excuses(oakfield.pk, SALFORD, date(2027, 8, 2)) == summer
    assert closure_around(oakfield.pk, SALFORD, date(2027, 8, 30)) == summer
    assert closure_that_excuses(oakfield.pk, SALFORD, date(2027, 8, 30)) is None


def test_where_days_can_be_counted_is_listed_with_the_councils_own_first(oakfield):
    beech, empty, left = a_setting("Beech Nursery"), a_setting("Nothing Yet"), a_setting("Left Again")
    a_year(oakfield)
    a_year(beech, TERMS_2026[:2])
    a_year(None, TERMS_2026)
    a_year(left)
    follow_council(left.pk, 2026, by=who("dev"), after=1)
    assert settings_with_calendars(who("ben")) == [
        WithDates(None, "The council’s own term dates", date(2027, 7, 23)),
        WithDates(beech.pk, "Beech Nursery", date(2026, 12, 18)),
        WithDates(oakfield.pk, "Oakfield Primary", date(2027, 7, 22)),
    ]
    assert empty.pk not in {one.key for one in settings_with_calendars(who("ben"))}
