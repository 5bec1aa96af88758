"""Times and tables of the page of activity, worked by hand."""

from datetime import date

import pytest

from insight.activity_rules import ALL, UNKNOWN, periods, results, table, year_of

TYPES = {"pvi": 27, "centre": 4, "primary": 55, "secondary": 18, "special": 1, "primary_pru": 6, "medical_pru": 1,
         "secondary_pru": 1}  # fmt: skip
NEEDS = {"adhd": 4, "asd": 15, "attachment": 2, "behaviour": 20, "complex_health": 6, "complex_needs": 7,
         "development": 7, "hearing": 3, "physical": 6, "semh": 15, "sen": 22, "speech": 31, "transition": 12,
         "visual": 3}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "year"), [(date(2017, 8, 31), 2016), (date(2017, 9, 1), 2017), (date(2018, 8, 31), 2017)]
)
def test_activity_counts_from_the_first_of_september(day, year):
    assert year_of(day) == year


def test_times_go_back_to_the_first_record_and_all_time_is_for_the_team_alone():
    today = date(2026, 11, 22)
    team = periods(date(2024, 8, 31), today, whole=True)
    assert [one.code for one in team] == ["2026", "2025", "2024", "2023", ALL]
    assert (team[0].words, team[0].since, team[0].until) == (
        "School year 2026/27", date(2026, 9, 1), date(2027, 8, 31),
    )  # fmt: skip
    assert [one.code for one in periods(None, today, whole=False)] == ["2026"]
    assert [one.code for one in periods(date(2026, 11, 22), date(2026, 8, 31), whole=False)] == ["2025"]
    years = periods(date(2018, 1, 1), today, whole=False)
    for later, earlier in zip(years, years[1:], strict=False):
        assert (later.since - earlier.until).days == 1, "no day is in two years, and none in no year"


def test_the_published_figures_are_shown_whole_to_the_team():
    types, needs = (table(of, {"type": TYPES, "need": NEEDS}, hides=False) for of in ("type", "need"))
    assert {line.code: line.count for line in types.lines} == TYPES
    assert {line.code: line.count for line in needs.lines} == NEEDS
    assert (types.total, needs.total) == (113, 153)


def test_outside_the_team_no_small_number_is_shown_and_none_can_be_worked_out():
    for of, found in (("type", TYPES), ("need", NEEDS)):
        seen = table(of, {of: found}, hides=True)
        hidden = [line.code for line in seen.lines if line.count is None]
        assert {code for code, count in found.items() if 0 < count < 5} <= set(hidden)
        assert len(hidden) > 1, "one alone would be the total less the rest"
        rest = seen.total - sum(line.count or 0 for line in seen.lines)
        assert rest == sum(found[code] for code in hidden) >= 5


def test_a_small_list_hides_its_total_as_well():
    seen = table("reason", {"reason": {"social_care": 2, "": 1}}, hides=True)
    assert [line.count for line in seen.lines] == [None, None]
    assert seen.total is None
    assert [line.key for line in seen.lines] == ["social_care", UNKNOWN]


def test_lines_without_anybody_stand_for_settings_and_needs_and_not_for_reasons():
    empty = {of: table(of, {of: {}}, hides=False) for of in ("type", "need", "reason")}
    assert {of: len(one.lines) for of, one in empty.items()} == {"type": 8, "need": 14, "reason": 0}


@pytest.mark.parametrize(
    ("count", "children", "outside"), [(0, 113, 0), (86, 113, 86), (2, 113, None), (110, 113, None), (113, 113, 113)]
)
def test_a_result_is_hidden_where_it_or_the_rest_of_the_children_is_small(count, children, outside):
    found = {"result": {"assessment": count}}
    assert results(found, children, hides=False)[0].count == count
    assert results(found, children, hides=True)[0].count == outside
    assert [line.count for line in results(found, children, hides=True)[1:]] == [0, 0]
