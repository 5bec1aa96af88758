"""How many hours of meetings a month needs, worked out by hand."""

from datetime import date

from insight.capacity_rules import AHEAD, by_month, forecast, hours_of, months_from, usual_minutes

TODAY = date(2026, 11, 18)
NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)


def test_months_and_hours():
    assert [months_from(TODAY, by) for by in (-11, 0, 1, 2)] == [date(2025, 12, 1), NOVEMBER, DECEMBER, JANUARY]
    assert [hours_of(minutes) for minutes in (0, 90, 100, 45)] == [0, 1.5, 1.7, 0.8]
    assert usual_minutes([]) == 60 and usual_minutes([30, 60, 120]) == 60 and usual_minutes([45, 60]) == 52


def test_what_is_late_is_owed_this_month():
    assert by_month([date(2026, 9, 1), TODAY, date(2026, 12, 31)], NOVEMBER) == {NOVEMBER: 2, DECEMBER: 1}


def test_a_forecast_by_hand():
    months = forecast(
        TODAY, {NOVEMBER: (2, 150)}, first=[date(2026, 10, 1), date(2026, 12, 3)], reviews=[date(2027, 1, 5)],
        new_before=20, usual=45,
    )  # fmt: skip
    assert len(months) == AHEAD
    november, december, january = months[:3]
    assert (november.planned, november.first, november.reviews, november.new) == (2, 1, 0, 0)
    assert november.minutes == 150 + 45 and november.meetings == 3
    assert (december.first, december.new, december.minutes) == (1, 3, 4 * 45)
    assert (january.reviews, january.minutes) == (1, 4 * 45)
    assert december.over(3) is None and december.over(None) is None, "three hours are enough"
    assert december.over(2) == 1.0
