"""Rules in school days, by hand, on the calendar of one school: INSET days and holidays are not school days.

Autumn 2025 from Tuesday 2 September (INSET on the 1st) to Friday 24 October; from Tuesday 4 November (INSET on the
3rd) to Friday 19 December. Spring 2026 from Tuesday 6 January to Friday 13 February; from Monday 23 February to
Friday 27 March. Summer from Monday 13 April to Friday 22 May (Early May on 4 May); from Monday 1 June to Tuesday
21 July.
"""

from datetime import date, timedelta

import pytest

from statute.counting import SchoolDaysEndTooSoon, dates_of
from statute.duty import Anchor
from statute.timetable import duty

SPELLS = [
    ("2025-09-02", "2025-10-24"), ("2025-11-04", "2025-12-19"), ("2026-01-06", "2026-02-13"),
    ("2026-02-23", "2026-03-27"), ("2026-04-13", "2026-05-22"), ("2026-06-01", "2026-07-21"),
]  # fmt: skip


def school_days():
    days = []
    for first, last in SPELLS:
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            if day.weekday() < 5 and day != date(2026, 5, 4):
                days.append(day)
            day += timedelta(days=1)
    return days


DAYS = school_days()

FIFTEEN_AFTER = [
    # Wed 1 Oct: 2, 3 (2); 6 to 10 (7); 13 to 17 (12); 20, 21, 22 (15).
    ("2025-10-01", "2025-10-22", "2025-10-21"),
    # Mon 20 Oct: 21 to 24 (4); half term; 4 to 7 Nov (8); 10 to 14 (13); 17, 18 (15).
    ("2025-10-20", "2025-11-18", "2025-11-17"),
    # Mon 8 Dec: 9 to 12 (4); 15 to 19 (9); Christmas; 6 to 9 Jan (13); 12, 13 (15).
    ("2025-12-08", "2026-01-13", "2026-01-12"),
    # Told in the holidays, Mon 27 Oct: nothing counts before 4 Nov, so both readings agree. 4 to 7 (4), 9, 14 Nov
    # (9), 21 (14), Mon 24 (15).
    ("2025-10-27", "2025-11-24", "2025-11-24"),
]
TWENTY_AFTER = [
    ("2025-10-01", "2025-11-06", "2025-11-05"),  # 15 on 22 Oct; 23, 24 (17); 4, 5, 6 Nov
    ("2025-11-10", "2025-12-08", "2025-12-05"),  # four full weeks of five
    ("2026-03-16", "2026-04-27", "2026-04-24"),  # 17 to 20 (4); 23 to 27 (9); 13 to 17 Apr (14); 20 to 24 (19); 27
]
SIXTH = [
    ("2025-10-01", "2025-10-08"),  # Wed 1, Thu 2, Fri 3, Mon 6, Tue 7, Wed 8
    ("2025-10-22", "2025-11-06"),  # 22, 23, 24, then 4, 5, 6 Nov
    ("2025-12-17", "2026-01-08"),  # 17, 18, 19, then 6, 7, 8 Jan
    ("2026-04-29", "2026-05-07"),  # 29, 30, 1; Early May out; 5, 6, 7
]
FIFTH = [("2025-10-01", "2025-10-07"), ("2025-10-22", "2025-11-05"), ("2025-12-17", "2026-01-07")]
FIFTY_AFTER = [
    # Wed 3 Sep: 2 to Fri 5 (2); 8 Sep to 24 Oct is 7 weeks (37); 4 to 7 Nov (41); 10 to 14 (46); 17 to 20 (50).
    ("2025-09-03", "2025-11-20", "2025-11-19"),
    # Mon 10 Nov: 11 to 14 (4); 17 Nov to 19 Dec is 5 weeks (29); 6 to 9 Jan (33); 12 to 16 (38); 19 to 23 (43);
    # 26 to 30 (48); 2, 3 Feb (50).
    ("2025-11-10", "2026-02-03", "2026-02-02"),
    # Mon 2 Mar: 3 to 6 (4); to 27 Mar (19); 13 Apr to 1 May (34); 5 to 8 May (38); 11 to 22 May (48); 1, 2 June.
    ("2026-03-02", "2026-06-02", "2026-06-01"),
]
TEN_AFTER = [
    ("2025-10-01", "2025-10-15", "2025-10-14"),
    ("2025-10-20", "2025-11-11", "2025-11-10"),  # 21 to 24 (4); 4 to 7 Nov (8); 10, 11
    ("2025-12-15", "2026-01-13", "2026-01-12"),  # 16 to 19 (4); 6 to 9 Jan (8); 12, 13
]


def ends(code, anchor, start):
    return dates_of(duty(code), {Anchor(anchor): date.fromisoformat(start)}, DAYS)


def three(code, anchor, table):
    return [(code, anchor, *row) for row in table]


@pytest.mark.parametrize(
    ("code", "anchor", "start", "ordinary", "strict"),
    three("GB-15", "notice_received", FIFTEEN_AFTER)
    + three("IRP-APPLY", "notice_given", FIFTEEN_AFTER)
    + three("IRP-HEAR", "made", FIFTEEN_AFTER)
    + three("INYEAR", "received", FIFTEEN_AFTER)
    + three("FAP-PLACE", "agreed", TWENTY_AFTER)
    + three("GB-50", "notice_received", FIFTY_AFTER)
    + three("IRP-RECON", "notice_given", TEN_AFTER),
)
def test_school_days_after_a_day(code, anchor, start, ordinary, strict):
    found = ends(code, anchor, start)
    assert [found.ordinary.isoformat(), found.strict.isoformat()] == [ordinary, strict]
    assert found.plan_for == found.strict, "a school day is a working day"


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [(code, *row) for code in ("EXC-D6-PEX", "EXC-D6-SUSP") for row in SIXTH]
    + [(code, *row) for code in ("EXC-WORK", "EXC-PUBLIC") for row in FIFTH],
)
def test_the_first_excluded_school_day_is_day_one(code, start, end):
    found = ends(code, "first_day", start)
    assert found.ordinary == found.strict == found.plan_for == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "ordinary", "strict"),
    [
        ("2025-10-08", "2025-10-06", "2025-10-03"),  # two before Wednesday: Tue 7, Mon 6; clear: Fri 3
        ("2025-11-04", "2025-10-23", "2025-10-22"),  # over half term
        ("2026-01-07", "2025-12-19", "2025-12-18"),  # Tue 6, then Fri 19 December
    ],
)
def test_two_school_days_before_a_day_off_site(start, ordinary, strict):
    found = ends("OFF-NOTICE", "starts", start)
    assert [found.ordinary.isoformat(), found.strict.isoformat()] == [ordinary, strict]


@pytest.mark.parametrize(
    ("code", "start", "last", "not_before"),
    [
        ("CME-20", "2025-09-08", "2025-10-03", "2025-10-04"),  # four school weeks
        ("CME-20", "2025-10-13", "2025-11-17", "2025-11-18"),  # 10 to 24 Oct; 4 to 7 (14); 10 to 14 (19); 17
        ("CME-20", "2026-04-20", "2026-05-18", "2026-05-19"),  # 10 to 1 May; 5 to 8 (14); 11 to 15 (19); 18
        ("CME-20-LEAVE", "2025-09-08", "2025-09-19", "2025-09-20"),
        ("CME-20-LEAVE", "2025-10-20", "2025-11-10", "2025-11-11"),
        ("CME-20-LEAVE", "2026-04-27", "2026-05-11", "2026-05-12"),
    ],
)
def test_no_deletion_before_so_many_school_days(code, start, last, not_before):
    found = ends(code, "first_day", start)
    assert [found.ordinary.isoformat(), found.not_before.isoformat()] == [last, not_before]


def test_without_a_school_calendar_an_in_year_answer_counts_working_days_which_end_sooner():
    found = dates_of(duty("INYEAR"), {Anchor.RECEIVED: date(2025, 10, 20)})
    assert [found.ordinary, found.strict] == [date(2025, 11, 10), date(2025, 11, 7)]
    assert found.ordinary <= ends("INYEAR", "received", "2025-10-20").ordinary


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ([], "was not given"),
        (DAYS[:30], "ends before the answer: its last day is 2025-10-13"),
    ],
)
def test_a_calendar_that_ends_too_soon_is_refused(days, says):
    with pytest.raises(SchoolDaysEndTooSoon, match=says):
        dates_of(duty("GB-15"), {Anchor.NOTICE_RECEIVED: date(2025, 10, 1)}, days)


def test_a_calendar_that_begins_too_late_for_a_notice_is_refused():
    with pytest.raises(SchoolDaysEndTooSoon, match="begins too late"):
        dates_of(duty("OFF-NOTICE"), {Anchor.STARTS: date(2025, 9, 3)}, DAYS)
