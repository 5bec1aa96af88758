"""Every other rule with a period: at least three dates each, worked by hand from the words of the law.

Rows: the days it counts from, the ordinary end, the strict end, the day we work to. ``=`` repeats the one before.
"""

from datetime import date

import pytest

from statute.counting import dates_of
from statute.duty import Anchor
from statute.timetable import duty

# Windows: "at least 15 days, beginning with the day on which it was served". Day 1 is that day.
FIFTEEN_DAY_WINDOW = """
    2025-10-01 | 2025-10-15 | = | =             # the rule book's own: 1 to 15 October, nothing before 16
    2024-02-20 | 2024-03-05 | = | =             # 20 to 29 February is ten days, then five of March
    2025-12-20 | 2026-01-03 | = | 2026-01-02    # over Christmas; ends on a Saturday
    2026-03-28 | 2026-04-11 | = | 2026-04-10    # over the clock change and Easter; ends on a Saturday
"""
# "Within 3 working days of": the day is not counted; strictly, it is.
THREE_WORKING_DAYS = """
    2025-10-01 | 2025-10-06 | 2025-10-03 | =    # the rule book's own: Thu, Fri, Mon
    2025-12-23 | 2025-12-30 | 2025-12-29 | =    # Wed 24, Mon 29, Tue 30
    2026-04-02 | 2026-04-09 | 2026-04-08 | =    # Maundy Thursday: Tue 7, Wed 8, Thu 9
    2026-10-24 | 2026-10-28 | = | =             # a Saturday cannot count on either reading: Mon, Tue, Wed
"""
THIRTY_DAYS = """
    2025-10-01 | 2025-10-31 | 2025-10-30 | =             # 1 + 30
    2024-01-31 | 2024-03-01 | 2024-02-29 | =             # 29 days of February, then one
    2025-01-31 | 2025-03-02 | 2025-03-01 | 2025-02-28    # 28 days of February, then two; strict on a Saturday
    2026-11-26 | 2026-12-26 | 2026-12-25 | 2026-12-24    # strict on Christmas Day
"""
FIFTEEN_DAYS_OF = """
    2025-10-01 | 2025-10-16 | 2025-10-15 | =
    2024-02-15 | 2024-03-01 | 2024-02-29 | =             # fourteen days to 29 February, then one
    2025-12-11 | 2025-12-26 | 2025-12-25 | 2025-12-24
    2026-03-22 | 2026-04-06 | 2026-04-05 | 2026-04-02    # strict on Easter Sunday
"""
SEVEN_DAYS_OF = """
    2025-10-01 | 2025-10-08 | 2025-10-07 | =
    2024-02-23 | 2024-03-01 | 2024-02-29 | =
    2026-12-19 | 2026-12-26 | 2026-12-25 | 2026-12-24
"""
FIFTEEN_WORKING_DAYS_BEGINNING = """
    2025-10-01 | 2025-10-21 | = | =    # the rule book's own: 3 days, 5, 5, then Mon 20 and Tue 21
    2025-12-15 | 2026-01-07 | = | =    # 5 to Fri 19; Mon 22 to Wed 24 (8); 29, 30, 31 (11); Fri 2 (12); 5, 6, 7
    2026-03-28 | 2026-04-21 | = | =    # a Saturday: 30, 31, 1, 2 (4); Tue 7 to Fri 10 (8); 13 to 17 (13); 20, 21
    2024-02-29 | 2024-03-20 | = | =    # Thu, Fri (2); 4 to 8 (7); 11 to 15 (12); 18, 19, 20
"""
TWO_WEEKS_NOTICE = """
    2025-10-22 | 2025-10-08 | 2025-10-07 | =             # the rule book's own
    2024-03-14 | 2024-02-29 | 2024-02-28 | =
    2026-01-09 | 2025-12-26 | 2025-12-25 | 2025-12-24    # notice would fall at Christmas
    2026-04-20 | 2026-04-06 | 2026-04-05 | 2026-04-02    # and at Easter
"""
FIVE_WORKING_DAYS_PRIOR = """
    2025-10-22 | 2025-10-15 | 2025-10-14 | =    # the rule book's own
    2026-04-10 | 2026-04-01 | 2026-03-31 | =    # back: Thu 9, Wed 8, Tue 7, Thu 2, Wed 1; clear: Tue 31
    2026-01-05 | 2025-12-24 | 2025-12-23 | =    # back: Fri 2, Wed 31, Tue 30, Mon 29, Wed 24; clear: Tue 23
"""
TWO_MONTHS_AFTER = """
    2025-12-31 | 2026-02-28 | = | 2026-02-27    # the rule book's own: no 31 February, and a Saturday
    2023-12-31 | 2024-02-29 | = | =             # the same in a leap year
    2025-10-01 | 2025-12-01 | = | =
    2026-06-15 | 2026-08-15 | = | 2026-08-14    # August moves nothing here
"""
TEN_WORKING_DAYS = """
    2025-10-01 | 2025-10-15 | 2025-10-14 | =
    2025-12-19 | 2026-01-07 | 2026-01-06 | =    # 22, 23, 24 (3); 29, 30, 31 (6); Fri 2 (7); 5, 6, 7
    2026-03-30 | 2026-04-15 | 2026-04-14 | =    # 31, 1, 2 (3); 7 to 10 (7); 13, 14, 15
"""

ONE_ANCHOR = {
    ("DRAFT-REPS", "served"): FIFTEEN_DAY_WINDOW,
    ("DRAFT-CHANGE", "served"): FIFTEEN_DAY_WINDOW,
    ("AMEND-REPS", "served"): FIFTEEN_DAY_WINDOW,
    ("DET-DRAFT", "served"): FIFTEEN_DAY_WINDOW,
    ("SAO-NOTICE", "served"): FIFTEEN_DAY_WINDOW,
    ("CONSULT-REPLY", "sent"): FIFTEEN_DAYS_OF,
    ("REASS-DECIDE", "received"): FIFTEEN_DAYS_OF,
    ("REASS-RCB", "received"): FIFTEEN_DAYS_OF,
    ("DIRECT", "served"): FIFTEEN_DAYS_OF,
    ("DIRECT-LAC", "served"): SEVEN_DAYS_OF,
    ("DIRECT-ACAD", "received"): SEVEN_DAYS_OF,
    ("XFER-SEND", "aware"): FIFTEEN_WORKING_DAYS_BEGINNING,
    ("HCOM-TELL", "aware"): FIFTEEN_WORKING_DAYS_BEGINNING,
    ("HCOM-REQ", "aware"): FIFTEEN_WORKING_DAYS_BEGINNING,
    ("MED-CERT-NO", "told"): THREE_WORKING_DAYS,
    ("MED-CERT-LATE", "told"): THREE_WORKING_DAYS,
    ("MED-TELLHEALTH", "told"): THREE_WORKING_DAYS,
    ("MED-CERT-YES", "ended"): THREE_WORKING_DAYS,
    ("DET-MED-CERT", "told"): THREE_WORKING_DAYS,
    ("MED-ARR", "told"): THIRTY_DAYS,
    ("MED-ARR-HEALTH", "told"): THIRTY_DAYS,
    ("DET-MED-ARR", "told"): THIRTY_DAYS,
    ("MED-NOTICE", "mediation"): FIVE_WORKING_DAYS_PRIOR,
    ("DET-MED-NOTICE", "mediation"): FIVE_WORKING_DAYS_PRIOR,
    ("MED-CONTACT", "sent"): TWO_MONTHS_AFTER,
    ("DET-MED-CONTACT", "sent"): TWO_MONTHS_AFTER,
    ("REV-INVITE", "meeting"): TWO_WEEKS_NOTICE,
    ("REV-CIRC", "meeting"): TWO_WEEKS_NOTICE,
    ("REV-LIST", "starts"): TWO_WEEKS_NOTICE,
    ("TRIB-REG", "received"): TEN_WORKING_DAYS,
    ("TRIB-DEC", "heard"): TEN_WORKING_DAYS,
    ("DISCLOSE", "received"): """
        2025-10-01 | 2025-10-22 | 2025-10-21 | =    # one more than "beginning with"
        2025-12-15 | 2026-01-08 | 2026-01-07 | =
        2026-03-28 | 2026-04-21 | = | =             # a Saturday
    """,
    ("DET-KEPT", "kept"): """
        2025-10-01 | 2025-10-08 | 2025-10-07 | =
        2025-12-23 | 2026-01-02 | 2025-12-31 | =    # 24, 29, 30, 31, then Fri 2
        2026-04-02 | 2026-04-13 | 2026-04-10 | =    # 7, 8, 9, 10, Mon 13
    """,
    ("CETR-POST-AIM", "admitted"): """
        2025-10-01 | 2025-10-08 | 2025-10-07 | =
        2026-08-27 | 2026-09-04 | 2026-09-03 | =    # Fri 28; Monday 31 is a bank holiday; 1, 2, 3, 4
        2026-12-24 | 2027-01-05 | 2027-01-04 | =    # 29, 30, 31; Friday is New Year; Mon 4, Tue 5
    """,
    ("REV-12M", "reviewed"): """
        2024-11-25 | 2025-11-24 | = | =             # the rule book's own: the day before the anniversary
        2024-02-29 | 2025-02-27 | = | =             # no 29 February in 2025, so the day before the 28th
        2023-03-01 | 2024-02-29 | = | =             # the day before 1 March in a leap year
        2025-04-04 | 2026-04-03 | = | 2026-04-02    # Good Friday
        2026-01-01 | 2026-12-31 | = | =
    """,
    ("REV-12M-REASS", "sent"): """
        2024-11-25 | 2025-11-25 | 2025-11-24 | =    # the rule book's own for regulation 27(4)(a)
        2024-02-29 | 2025-02-28 | 2025-02-27 | =
        2025-04-07 | 2026-04-07 | 2026-04-06 | 2026-04-02
    """,
    ("LO-COMMENTS", "published"): """
        2025-09-01 | 2026-08-31 | = | 2026-08-28    # the Summer bank holiday
        2024-02-29 | 2025-02-27 | = | =
        2025-07-15 | 2026-07-14 | = | =
    """,
    ("DDA-CLAIM", "happened"): """
        2025-10-01 | 2026-03-31 | = | =             # the day before 1 April
        2025-08-31 | 2026-02-27 | = | =             # no 31 February: the day before the 28th
        2025-07-02 | 2026-01-01 | = | 2025-12-31    # no Christmas rule: it ends on New Year's Day
        2026-02-15 | 2026-08-14 | = | =             # nor August
    """,
    ("PB-REVIEW", "paid"): """
        2025-10-01 | 2025-12-31 | = | =
        2025-11-30 | 2026-02-27 | = | =             # no 30 February: the day before the 28th
        2026-01-06 | 2026-04-05 | = | 2026-04-02    # Easter Sunday
    """,
    ("CETR-REPEAT", "reviewed"): """
        2025-10-01 | 2026-01-01 | 2025-12-31 | =
        2025-11-30 | 2026-02-28 | 2026-02-27 | =
        2026-01-06 | 2026-04-06 | 2026-04-05 | 2026-04-02
    """,
    ("CETR-REPEAT-ADULT", "reviewed"): """
        2025-10-01 | 2026-04-01 | 2026-03-31 | =
        2025-08-31 | 2026-02-28 | 2026-02-27 | =
        2025-06-26 | 2025-12-26 | 2025-12-25 | 2025-12-24
    """,
    ("PT-SCHOOL", "transfer"): """
        2026-09-01 | 2026-02-14 | = | 2026-02-13    # working terms as the rule book 1.4 gives them
        2027-09-01 | 2027-02-14 | = | 2027-02-12
        2028-09-04 | 2028-02-14 | = | =
        2029-09-03 | 2029-02-14 | = | =
        2030-01-07 | 2030-02-14 | = | =             # a January transfer counts in its own year
    """,
    ("PT-POST16", "transfer"): """
        2026-09-01 | 2026-03-30 | = | =
        2027-09-01 | 2027-03-30 | = | =
        2028-09-01 | 2028-03-30 | = | =
        2029-09-03 | 2029-03-30 | = | 2029-03-29    # Good Friday
        2030-09-02 | 2030-03-30 | = | 2030-03-29    # a Saturday
    """,
    ("PT-P16P16", "transfer"): """
        2026-09-01 | 2026-04-01 | 2026-03-31 | =             # the rule book's own
        2026-07-31 | 2026-02-28 | 2026-02-27 | =             # no 31 February
        2026-09-07 | 2026-04-07 | 2026-04-06 | 2026-04-02    # strict on Easter Monday
        2027-01-04 | 2026-08-04 | 2026-08-03 | =             # back over the new year
    """,
    ("PT-BACKPLAN", "due"): """
        2026-02-14 | 2025-11-22 | = | 2025-11-21    # the rule book's own: 22 November, a Saturday
        2027-03-30 | 2027-01-05 | = | =             # 5 January in a common year
        2028-03-30 | 2028-01-06 | = | =             # 6 January in a leap year
    """,
    ("TRIB-RESP", "received"): """
        2025-10-01 | 2025-11-12 | 2025-11-11 | =    # six working weeks
        2026-07-01 | 2026-09-10 | 2026-09-09 | =    # 22 left in July, none in August, 1 to 4 September (26), 7 to 10
        2025-12-15 | 2026-02-03 | 2026-02-02 | =    # 7 to Wed 24; none to New Year; Fri 2 (8); four weeks (28); 2, 3
    """,
    ("TRIB-PTA", "sent"): """
        2025-10-01 | 2025-10-29 | 2025-10-28 | =
        2026-07-20 | 2026-09-17 | 2026-09-16 | =    # 11 days to 31 July, then 17 of September
        2025-12-10 | 2026-01-15 | 2026-01-14 | =    # 14 days to 24 December, then 14 from 2 January
        2026-03-07 | 2026-04-07 | 2026-04-07 | =    # day 28 is Saturday 4 April; rule 12(2): Tuesday after Easter
    """,
    ("REC-REPLY", "made"): """
        2025-10-01 | 2025-11-04 | = | =             # the rule book's own: 5 weeks beginning with, 34 days on
        2024-02-01 | 2024-03-06 | = | =             # 28 days on is the 29th, six more
        2025-11-21 | 2025-12-25 | = | 2025-12-24
    """,
    ("REC-COPY", "received"): """
        2025-10-01 | 2025-10-07 | = | =
        2024-02-24 | 2024-03-01 | = | =
        2025-12-19 | 2025-12-25 | = | 2025-12-24
    """,
    ("ORD-CEASE", "order_made"): """
        2025-10-01 | 2025-10-01 | = | =
        2024-02-29 | 2024-02-29 | = | =
        2025-10-04 | 2025-10-04 | = | 2025-10-03
    """,
    ("ORD-CONT", "order_made"): """
        2025-10-01 | 2025-10-01 | = | =
        2024-02-29 | 2024-02-29 | = | =
        2026-12-28 | 2026-12-28 | = | 2026-12-24
    """,
    ("YP-START", "born"): """
        2010-01-15 | 2026-06-26 | = | =    # the last Fridays in June the rule book names
        2010-08-31 | 2026-06-26 | = | =    # 16 after that Friday and before the school year
        2010-09-01 | 2027-06-25 | = | =    # 16 on the first day of the next school year
        2012-02-29 | 2028-06-30 | = | =
        2010-06-26 | 2026-06-26 | = | =    # 16 on the day itself
    """,
    ("YP-CSA-START", "born"): """
        2021-03-31 | 2026-03-31 | = | =             # the fifth birthday is a prescribed day
        2021-04-01 | 2026-08-31 | = | 2026-08-28    # the Summer bank holiday
        2021-08-31 | 2026-08-31 | = | 2026-08-28
        2021-09-01 | 2026-12-31 | = | =
        2021-12-31 | 2026-12-31 | = | =
        2022-01-01 | 2027-03-31 | = | =
        2020-02-29 | 2025-03-31 | = | =
    """,
    ("AGE-25", "born"): """
        2001-07-31 | 2026-07-31 | = | =
        2001-08-01 | 2027-07-31 | = | 2027-07-30    # a Saturday
        2000-02-29 | 2025-07-31 | = | =
    """,
    ("ROLL-ADD", "entered"): """
        2025-10-01 | 2025-10-06 | 2025-10-05 | 2025-10-03
        2024-02-26 | 2024-03-02 | 2024-03-01 | =
        2025-12-22 | 2025-12-27 | 2025-12-26 | 2025-12-24
    """,
    ("INYEAR-INFO", "starts"): """
        2026-09-01 | 2026-08-01 | = | 2026-07-31
        2025-09-01 | 2025-08-01 | = | =
        2027-09-01 | 2027-08-01 | = | 2027-07-30
    """,
    ("INYEAR-INFO-LA", "starts"): """
        2026-09-01 | 2026-08-31 | = | 2026-08-28
        2025-09-01 | 2025-08-31 | = | 2025-08-29
        2027-09-01 | 2027-08-31 | = | =
    """,
}


def rows(tables):
    for (code, anchor), table in tables.items():
        for line in table.strip().splitlines():
            start, ordinary, strict, plan_for = (cell.strip() for cell in line.split("#")[0].split("|"))
            strict = ordinary if strict == "=" else strict
            plan_for = strict if plan_for == "=" else plan_for
            yield pytest.param(code, anchor, start, ordinary, strict, plan_for, id=f"{code}-{start}")


@pytest.mark.parametrize(("code", "anchor", "start", "ordinary", "strict", "plan_for"), list(rows(ONE_ANCHOR)))
def test_by_hand(code, anchor, start, ordinary, strict, plan_for):
    found = dates_of(duty(code), {Anchor(anchor): date.fromisoformat(start)})
    assert [found.ordinary, found.strict, found.plan_for] == [
        date.fromisoformat(each) for each in (ordinary, strict, plan_for)
    ]


def test_a_window_says_the_first_day_on_which_to_act():
    for code in ("DRAFT-REPS", "AMEND-REPS", "DET-DRAFT", "SAO-NOTICE", "DRAFT-CHANGE"):
        assert dates_of(duty(code), {Anchor.SERVED: date(2025, 10, 1)}).not_before == date(2025, 10, 16)
