"""The demonstration's settings: there once, in any year, with dates that the law can count."""

import pytest

from accounts.models import SchoolCalendar, Setting
from accounts.selectors_school import school_days_of
from demo.families import NAMES
from demo.schools import COUNCIL, SETTINGS, SORTS, insets, open_schools, terms
from demo.standing import stand_up
from statute.school_days import cautions, faults


@pytest.mark.parametrize("year", range(2024, 2040))
def test_the_invented_terms_are_a_school_year_in_any_year(year):
    spans = [*terms(year), *insets(year)]
    assert faults(year, spans) == []
    assert [line for line in cautions(year, spans) if "Bank holidays are on file" not in line] == []


@pytest.mark.django_db
def test_the_settings_are_there_once_with_dates_of_every_kind():
    stand_up()
    open_schools()
    open_schools()
    named = {name for sort in SORTS for name in NAMES[sort] if name}
    assert Setting.objects.count() == len(SETTINGS) + len(named), "those that invented requests name are there too"
    assert set(SchoolCalendar.objects.values_list("version", flat=True)) == {1, 2}
    for setting in Setting.objects.all():
        assert 170 <= len(school_days_of(setting.pk, COUNCIL)) <= 400
