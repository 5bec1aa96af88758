"""Every rule "within N weeks of" a day: five first days, each length worked once by hand on a calendar.

The ends are the ordinary ones. The strict end is the day before, whatever the rule.
"""

from datetime import date, timedelta

import pytest

from statute.counting import dates_of
from statute.duty import Anchor
from statute.timetable import duty

RULES = {
    # anchor, weeks
    "EHCNA-NOTNEC": ("received", 6),  # reg 4(1)
    "EHCNA-DECIDE": ("received", 6),  # reg 5(1)
    "NOPLAN": ("received", 16),  # reg 10(1)
    "PLAN-YES": ("received", 16),  # Code 9.44
    "PLAN-FINAL": ("received", 20),  # reg 13(2)
    "ADV-RESP": ("received", 6),  # reg 8(1)
    "ADV-RESP-OTHER": ("received", 6),  # Code 9.49
    "REASS-ADV": ("received", 6),  # reg 26
    "XFER-TELL": ("transferred", 6),  # reg 15(4)
    "XFER-MIDASSESS": ("received", 6),
    "REV-REPORT": ("meeting", 2),  # reg 20(7)
    "AMEND-NOTICE": ("meeting", 4),  # reg 22(2), Devon
    "AMEND-12W": ("meeting", 12),  # Devon
    "AMEND-OTHER": ("notice_sent", 8),  # reg 28
    "REASS-FINAL": ("notified", 14),  # reg 27(1)
    "REASS-NOCHANGE": ("notified", 10),  # a target
    "MED-AGREE-OTHER": ("agreed", 2),  # reg 42(3)
    "MED-RCBTELL": ("agreed", 1),  # reg 42(4)
    "ORD-ASSESS": ("order_made", 2),  # reg 44(2)(b)
    "ORD-ASSESS-NO": ("order_made", 10),  # (b)(i)
    "ORD-ASSESS-YES": ("order_made", 14),  # (b)(ii)
    "ORD-MAKE-DRAFT": ("order_made", 5),  # (c)(i)
    "ORD-MAKE-FINAL": ("order_made", 11),  # (c)(ii)
    "ORD-REFER": ("order_made", 2),  # (d)
    "ORD-AMEND": ("order_made", 5),  # (e)
    "ORD-NAME": ("order_made", 2),  # (f)
    "ORD-CONTAMEND": ("order_made", 5),  # (h)
    "CONC-ASSESS": ("notified", 2),  # reg 45(3)
    "CONC-NO": ("notified", 10),  # (3A)(a)
    "CONC-YES": ("notified", 14),  # (3A)(b)
    "CONC-CONTENT": ("notified", 5),  # (4)
    "CONC-NAME": ("notified", 2),  # (5)
    "CONC-MAKE": ("notified", 5),  # (6), the draft
    "CONC-MAKE-FINAL": ("notified", 11),  # (6), the final plan
    "CONC-CEASE": ("notified", 5),  # (6A)
    "CONC-NOORDER": ("received", 20),  # W v Hertfordshire: from the original request
    "DET-FINAL": ("received", 20),  # SI 2015/62 reg 13(2)
    "DET-ORD": ("order_made", 2),  # reg 29
    "DET-ORD-NO": ("order_made", 10),
    "DET-ORD-YES": ("order_made", 14),
    "DET-ORD-DRAFT": ("order_made", 5),
    "DET-ORD-FINAL": ("order_made", 11),
    "CETR-POST": ("admitted", 2),
    "CETR-POST-ADULT": ("admitted", 4),
}

BY_HAND = {
    # From a Wednesday: every strict end is a Tuesday, none of them a bank holiday.
    "2025-10-01": {
        1: "2025-10-08", 2: "2025-10-15", 4: "2025-10-29", 5: "2025-11-05", 6: "2025-11-12", 8: "2025-11-26",
        10: "2025-12-10", 11: "2025-12-17", 12: "2025-12-24", 14: "2026-01-07", 16: "2026-01-21", 20: "2026-02-18",
    },
    # From 29 February, a Thursday.
    "2024-02-29": {
        1: "2024-03-07", 2: "2024-03-14", 4: "2024-03-28", 5: "2024-04-04", 6: "2024-04-11", 8: "2024-04-25",
        10: "2024-05-09", 11: "2024-05-16", 12: "2024-05-23", 14: "2024-06-06", 16: "2024-06-20", 20: "2024-07-18",
    },
    # From a Saturday: strict ends are Fridays. 2 weeks ends on Boxing Day, 16 on Good Friday.
    "2025-12-13": {
        1: "2025-12-20", 2: "2025-12-27", 4: "2026-01-10", 5: "2026-01-17", 6: "2026-01-24", 8: "2026-02-07",
        10: "2026-02-21", 11: "2026-02-28", 12: "2026-03-07", 14: "2026-03-21", 16: "2026-04-04", 20: "2026-05-02",
    },
    # From the Sunday the clocks go back: strict ends are Saturdays. 10 weeks passes New Year's Day, a Friday.
    "2026-10-25": {
        1: "2026-11-01", 2: "2026-11-08", 4: "2026-11-22", 5: "2026-11-29", 6: "2026-12-06", 8: "2026-12-20",
        10: "2027-01-03", 11: "2027-01-10", 12: "2027-01-17", 14: "2027-01-31", 16: "2027-02-14", 20: "2027-03-14",
    },
    # From a Tuesday, over the spring clock change: strict ends are Mondays, among them Easter and Early May.
    "2026-03-24": {
        1: "2026-03-31", 2: "2026-04-07", 4: "2026-04-21", 5: "2026-04-28", 6: "2026-05-05", 8: "2026-05-19",
        10: "2026-06-02", 11: "2026-06-09", 12: "2026-06-16", 14: "2026-06-30", 16: "2026-07-14", 20: "2026-08-11",
    },
}  # fmt: skip

WORKED_TO_EARLIER = {
    # The strict end, and the working day before it, wherever it is not a working day itself.
    "2025-12-26": "2025-12-24", "2026-04-03": "2026-04-02", "2026-04-06": "2026-04-02", "2026-05-04": "2026-05-01",
    "2026-10-31": "2026-10-30", "2026-11-07": "2026-11-06", "2026-11-21": "2026-11-20", "2026-11-28": "2026-11-27",
    "2026-12-05": "2026-12-04", "2026-12-19": "2026-12-18", "2027-01-02": "2026-12-31", "2027-01-09": "2027-01-08",
    "2027-01-16": "2027-01-15", "2027-01-30": "2027-01-29", "2027-02-13": "2027-02-12", "2027-03-13": "2027-03-12",
}  # fmt: skip


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("start", BY_HAND)
def test_weeks_of_a_day(code, start):
    anchor, weeks = RULES[code]
    ordinary = date.fromisoformat(BY_HAND[start][weeks])
    strict = ordinary - timedelta(days=1)
    plan_for = date.fromisoformat(WORKED_TO_EARLIER.get(strict.isoformat(), strict.isoformat()))
    found = dates_of(duty(code), {Anchor(anchor): date.fromisoformat(start)})
    assert (found.ordinary, found.strict, found.plan_for, found.not_before) == (ordinary, strict, plan_for, None)


def test_the_published_proofs_of_both_readings():
    """Rule book 1.2: an Ombudsman decision and IPSEA count the ordinary way, another decision the strict way."""
    ten = dates_of(duty("CONC-NO"), {Anchor.NOTIFIED: date(2025, 2, 21)})
    assert ten.ordinary == date(2025, 5, 2)
    four = dates_of(duty("AMEND-NOTICE"), {Anchor.MEETING: date(2024, 11, 1)})
    assert four.ordinary == date(2024, 11, 29)
    sixteen = dates_of(duty("NOPLAN"), {Anchor.RECEIVED: date(2023, 5, 18)})
    assert sixteen.strict == date(2023, 9, 6)
