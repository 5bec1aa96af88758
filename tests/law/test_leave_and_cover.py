"""Leave that cannot be entered so, and who answers for somebody who is away. No database."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from accounts.rules import (
    STEPS,
    Away,
    Gap,
    Why,
    against_absence,
    against_ending,
    against_taking_out,
    answering,
    cover_away,
)

BEN, CARYS, RUTH, SARA, TOM = PEOPLE = [UUID(int=number) for number in range(1, 6)]
HERE = {BEN, CARYS, RUTH, SARA}
"""Tom works for another council."""
TODAY = date(2026, 11, 18)


def december(day: int) -> date:
    return date(2026, 12, day)


def away(person: UUID, first: int, last: int | None, cover: UUID | None = None) -> Away:
    return Away(person, december(first), december(last) if last else None, cover)


def why(wanted: Away, *others: Away) -> list[Why]:
    return against_absence(wanted, others, colleagues=HERE, today=TODAY)


def test_ben_takes_a_week_and_carys_covers():
    assert why(away(BEN, 7, 11, CARYS)) == []
    assert why(away(BEN, 7, 7, CARYS)) == [], "one day is enough"
    assert why(away(BEN, 7, None, CARYS)) == [], "nobody knows how long an illness lasts"
    assert why(away(BEN, 7, 11)) == [], "nobody covers: warned of, and not refused"


def test_leave_does_not_end_before_it_begins():
    assert why(away(BEN, 11, 7, CARYS)) == [Why.ENDS_FIRST]


def test_days_that_have_passed_are_not_entered_but_an_illness_that_began_last_week_is():
    assert why(Away(BEN, date(2026, 11, 10), date(2026, 11, 17))) == [Why.OVER]
    assert why(Away(BEN, date(2026, 11, 10), TODAY)) == []
    assert why(Away(BEN, date(2026, 11, 10), None)) == []


def test_a_year_typed_wrong_is_noticed():
    assert why(Away(BEN, date(2062, 12, 7), None)) == [Why.FAR_OFF]
    assert why(Away(BEN, date(2016, 12, 7), None)) == [Why.FAR_OFF]
    assert why(Away(BEN, TODAY + timedelta(366), None)) == []


def test_what_has_begun_is_ended_and_what_has_not_is_taken_out():
    begun, to_come = Away(BEN, TODAY), Away(BEN, TODAY + timedelta(1))
    assert (against_ending(begun, TODAY), against_taking_out(begun, TODAY)) == ([], [Why.BEGUN])
    assert (against_ending(to_come, TODAY), against_taking_out(to_come, TODAY)) == ([Why.NOT_BEGUN], [])


def test_nobody_covers_for_themselves():
    assert why(away(BEN, 7, 11, BEN)) == [Why.THEMSELVES]


def test_cover_comes_from_the_same_authority():
    assert why(away(BEN, 7, 11, TOM)) == [Why.ELSEWHERE]


def test_one_persons_absences_do_not_overlap():
    assert why(away(BEN, 7, 11), away(BEN, 11, 12)) == [Why.OVERLAPS]
    assert why(away(BEN, 7, 11), away(BEN, 12, 12)) == []
    assert why(away(BEN, 7, None), away(BEN, 28, 31)) == [Why.OVERLAPS], "an end nobody knows reaches over everything"
    assert why(away(BEN, 7, 11), away(RUTH, 7, 11)) == [], "two people may be away at once"


def test_two_people_do_not_cover_for_each_other_on_the_same_days():
    assert why(away(BEN, 7, 11, CARYS), away(CARYS, 10, 14, BEN)) == [Why.IN_A_CIRCLE]
    assert why(away(BEN, 7, 11, CARYS), away(CARYS, 14, 18, BEN)) == [], "a week each, one after the other"


def test_a_circle_of_three_is_seen_and_only_on_days_all_three_share():
    others = [away(CARYS, 7, 9, RUTH), away(RUTH, 9, 11, BEN)]
    assert why(away(BEN, 7, 11, CARYS), *others) == [Why.IN_A_CIRCLE]
    assert why(away(BEN, 7, 8, CARYS), *others) == [], "Ruth is still there on the 7th and 8th"


def test_a_circle_that_others_made_does_not_stop_ben():
    assert why(away(BEN, 7, 11, CARYS), away(CARYS, 7, 11, RUTH), away(RUTH, 7, 11, CARYS)) == []


def test_more_than_one_reason_is_given_at_once():
    assert why(away(BEN, 7, 11, TOM), away(BEN, 7, 8)) == [Why.OVERLAPS, Why.ELSEWHERE]


def test_we_warn_of_the_days_on_which_the_cover_is_away_too():
    others = [away(CARYS, 10, 14, SARA), away(CARYS, 1, 7), away(RUTH, 1, 31)]
    assert cover_away(away(BEN, 7, 11, CARYS), others) == [
        Gap(december(7), december(7), None),
        Gap(december(10), december(11), SARA),
    ]
    assert cover_away(away(BEN, 8, 9, CARYS), others) == []
    assert cover_away(away(BEN, 12, None, CARYS), [away(CARYS, 10, None)]) == [Gap(december(12), None, None)]
    assert cover_away(away(BEN, 7, 11), others) == []


def test_the_cover_answers():
    assert answering(BEN, {BEN: CARYS}, HERE) == CARYS


def test_nobody_answers_where_nobody_was_named_or_the_one_named_has_left():
    assert answering(BEN, {BEN: None}, HERE) is None
    assert answering(BEN, {BEN: TOM}, HERE) is None


def test_the_covers_cover_answers_when_the_cover_is_away_too():
    assert answering(BEN, {BEN: CARYS, CARYS: RUTH}, HERE) == RUTH
    assert answering(BEN, {BEN: CARYS, CARYS: RUTH, RUTH: SARA}, HERE) == SARA
    assert answering(BEN, {BEN: CARYS, CARYS: None}, HERE) is None


def test_three_steps_and_no_further():
    longer = {BEN: CARYS, CARYS: RUTH, RUTH: SARA, SARA: TOM}
    assert STEPS == 3
    assert answering(BEN, longer, HERE | {TOM}) is None
    assert answering(CARYS, longer, HERE | {TOM}) == TOM


def test_a_circle_has_nobody_in_it():
    assert answering(BEN, {BEN: CARYS, CARYS: BEN}, HERE) is None
    assert answering(BEN, {BEN: CARYS, CARYS: RUTH, RUTH: CARYS}, HERE) is None


somebody = st.sampled_from(PEOPLE)


@given(st.dictionaries(somebody, st.none() | somebody), st.sets(somebody), somebody)
def test_whoever_answers_is_here_and_not_away(covers, here, person):
    answers = answering(person, covers, here)
    assert answers is None or (answers in here and answers not in covers and answers != person)


some_days = st.builds(
    lambda person, first, length, cover: Away(
        person, december(1) + timedelta(first), length and december(1) + timedelta(first + length - 1), cover
    ),
    somebody,
    st.integers(0, 9),
    st.none() | st.integers(1, 9),
    st.none() | somebody,
)


@given(st.lists(some_days, max_size=12))
def test_absences_let_in_one_by_one_never_make_a_circle_on_any_day(asked):
    kept: list[Away] = []
    for wanted in asked:
        if not against_absence(wanted, kept, colleagues=PEOPLE, today=TODAY):
            kept.append(wanted)
    for day in (december(1) + timedelta(number) for number in range(20)):
        on = [one for one in kept if one.since <= day and (one.until is None or one.until >= day)]
        assert len({one.person for one in on}) == len(on), "nobody is away twice"
        covers = {one.person: one.cover for one in on}
        for person in covers:
            seen, cover = {person}, covers[person]
            while cover in covers and cover is not None:
                assert cover not in seen
                seen.add(cover)
                cover = covers[cover]
