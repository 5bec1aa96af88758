"""Rules that count from two days and take the earlier or the later end, worked by hand."""

from datetime import date

import pytest

from statute.counting import MissingAnchor, dates_of
from statute.duty import Anchor
from statute.timetable import duty


def found(code, **anchors):
    return dates_of(duty(code), {Anchor(name): date.fromisoformat(day) for name, day in anchors.items()})


def expect(dates, ordinary, strict, plan_for):
    assert [each.isoformat() for each in (dates.ordinary, dates.strict, dates.plan_for)] == [ordinary, strict, plan_for]


@pytest.mark.parametrize(
    ("reviewed", "transferred", "ordinary", "plan_for"),
    [
        ("2025-06-01", "2025-10-01", "2026-05-31", "2026-05-29"),  # the twelve months end last, on a Sunday
        ("2025-01-31", "2025-12-10", "2026-03-09", "2026-03-09"),  # 30 January, or the day before 10 March
        ("2024-02-29", "2024-11-28", "2025-02-27", "2025-02-27"),  # both end on 27 February
        ("2024-11-30", "2025-11-30", "2026-02-27", "2026-02-27"),  # no 30 February: the day before the 28th
        ("2025-04-05", "2026-01-04", "2026-04-04", "2026-04-02"),  # both on Easter Saturday
    ],
)
def test_the_review_after_a_move_is_the_later_of_twelve_months_and_three(reviewed, transferred, ordinary, plan_for):
    """SI 2014/1530 regulation 15(5)."""
    expect(found("XFER-REVIEW", reviewed=reviewed, transferred=transferred), ordinary, ordinary, plan_for)


@pytest.mark.parametrize(
    ("meeting", "reviewed", "ordinary", "strict", "plan_for"),
    [
        ("2025-10-01", "2024-12-01", "2025-10-29", "2025-10-28", "2025-10-28"),  # four weeks, inside the year
        ("2025-10-01", "2024-10-20", "2025-10-19", "2025-10-19", "2025-10-17"),  # the year ends first
        ("2025-10-01", "2024-10-29", "2025-10-28", "2025-10-28", "2025-10-28"),  # the year ends on the strict day
        ("2025-10-01", "2024-10-30", "2025-10-29", "2025-10-28", "2025-10-28"),  # and on the ordinary one
        ("2025-02-10", "2024-02-29", "2025-02-27", "2025-02-27", "2025-02-27"),  # a plan made on 29 February
        ("2025-12-01", "2024-11-01", "2025-10-31", "2025-10-31", "2025-10-31"),  # a meeting already too late
    ],
)
def test_the_decision_after_a_review_is_the_earlier_of_four_weeks_and_the_year(
    meeting, reviewed, ordinary, strict, plan_for
):
    """Regulation 20(10), *Devon*, and section 44(1)."""
    expect(found("REV-DECIDE", meeting=meeting, reviewed=reviewed), ordinary, strict, plan_for)


@pytest.mark.parametrize("code", ["AMEND-FINAL", "AMEND-STOP"])
@pytest.mark.parametrize(
    ("notice_sent", "meeting", "ordinary", "strict", "plan_for"),
    [
        # Notice on the last day of the four weeks: both come to 24 December.
        ("2025-10-29", "2025-10-01", "2025-12-24", "2025-12-23", "2025-12-23"),
        # Notice early: 8 weeks from it. 8 + 56 days: 31 Oct (23), 30 Nov (53), 3 Dec.
        ("2025-10-08", "2025-10-01", "2025-12-03", "2025-12-02", "2025-12-02"),
        # Notice late: 12 weeks from the meeting hold.
        ("2025-11-20", "2025-10-01", "2025-12-24", "2025-12-23", "2025-12-23"),
        # 5 January + 56 is 2 March 2026; a Monday, and strict a Sunday.
        ("2026-01-05", "2025-12-15", "2026-03-02", "2026-03-01", "2026-02-27"),
        # Over 29 February: 4 January + 56 is 29 February 2024.
        ("2024-01-04", "2023-12-20", "2024-02-29", "2024-02-28", "2024-02-28"),
    ],
)
def test_an_amended_plan_is_the_earlier_of_eight_weeks_and_twelve(
    code, notice_sent, meeting, ordinary, strict, plan_for
):
    """Regulation 22(3) and (4), and *Devon*."""
    expect(found(code, notice_sent=notice_sent, meeting=meeting), ordinary, strict, plan_for)


@pytest.mark.parametrize(
    ("decision_sent", "certificate_issued", "last_day"),
    [
        ("2025-10-01", None, "2025-12-01"),
        ("2025-09-15", "2025-11-10", "2025-12-10"),  # a month from the certificate is later than 15 November
        ("2025-10-01", "2025-10-20", "2025-12-01"),  # a month from the certificate is earlier
        ("2025-12-31", None, "2026-03-02"),  # 28 February 2026 is a Saturday: Monday
        ("2023-12-31", None, "2024-02-29"),
        ("2025-06-30", "2025-08-31", "2025-09-30"),  # a certificate of 31 August: no 31 September
        ("2026-06-20", None, "2026-09-01"),  # ends 20 August: first working day after 31 August
        ("2024-06-15", None, "2024-09-02"),  # ends 15 August 2024; 1 September is a Sunday
        ("2026-06-01", "2026-07-31", "2026-09-01"),  # 31 August, a bank holiday in August
        ("2025-10-25", None, "2026-01-02"),  # ends Christmas Day: first working day after 1 January
        ("2021-11-01", None, "2022-01-04"),  # ends 1 January 2022, a Saturday; Monday is the substitute day
        ("2025-11-01", None, "2026-01-02"),  # ends New Year's Day 2026, a Thursday
        ("2026-10-29", None, "2027-01-04"),  # ends 29 December 2026; 1 January is a Friday
        ("2026-10-24", None, "2026-12-24"),  # Christmas Eve is outside the rule
        ("2023-10-24", None, "2023-12-27"),  # Christmas Eve 2023 is a Sunday: rule 12(2), not carried on to January
        ("2022-05-31", None, "2022-08-01"),  # 31 July 2022 is a Sunday: rule 12(2), not carried on to September
        ("2026-02-03", None, "2026-04-07"),  # Good Friday: Tuesday after Easter
    ],
)
def test_the_last_day_to_appeal(decision_sent, certificate_issued, last_day):
    """HESC Rules 20(1)(c), 12(2) and 12(3)(a). Given twice: both readings agree."""
    days = {"decision_sent": decision_sent}
    if certificate_issued:
        days["certificate_issued"] = certificate_issued
    expect(found("APPEAL", **days), last_day, last_day, last_day)


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("XFER-REVIEW", {"reviewed": "2025-01-01"}),
        ("XFER-REVIEW", {"transferred": "2025-01-01"}),
        ("REV-DECIDE", {"meeting": "2025-01-01"}),
        ("AMEND-FINAL", {"notice_sent": "2025-01-01"}),
        ("APPEAL", {"certificate_issued": "2025-01-01"}),
    ],
)
def test_both_days_are_needed_but_for_the_certificate(code, given):
    with pytest.raises(MissingAnchor, match="which was not given"):
        found(code, **given)
