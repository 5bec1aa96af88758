"""Moving between phases of education (rule book G, second part).

A phase transfer is: early years to school; infant to junior; primary to middle; primary to secondary; middle to
secondary; secondary to post-16 (SI 2014/1530 regulation 2). Staying on one site does not lift the duty.
"""

from statute.duty import UNDATED, Anchor, Counted, Duty, Evidence, Kind
from statute.instruments import SEND_REGULATIONS
from statute.periods import DayOfYear, Months, Weeks
from statute.timetable.parties import COUNCIL, FAMILY

PHASE_TRANSFER = "Phase transfer"
NAMES = "Review the plan and amend it so that it names the place after the transfer"

DUTIES = (
    Duty(
        code="PT-SCHOOL",
        process=PHASE_TRANSFER,
        what=NAMES,
        who=COUNCIL,
        whom=FAMILY,
        trigger="The transfer between phases, first day at the new place",
        anchor=Anchor.TRANSFER,
        period=DayOfYear(2, 15),
        counted=Counted.BEFORE,
        basis="SEND Regulations 2014, reg 18(1)(b); Code of Practice 9.179",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        open_questions=("AMB-02", "AMB-06", "AMB-14"),
        notice="NC-2",
        next_step="The steps of a review and of amending are owed as well.",
    ),
    Duty(
        code="PT-POST16",
        process=PHASE_TRANSFER,
        what=NAMES,
        who=COUNCIL,
        whom=FAMILY,
        trigger="The transfer from secondary school to a post-16 institution, first day at the new place",
        anchor=Anchor.TRANSFER,
        period=DayOfYear(3, 31),
        counted=Counted.BEFORE,
        basis="SEND Regulations 2014, reg 18(1)(a)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        open_questions=("AMB-02", "AMB-06", "AMB-14"),
        notice="NC-2",
        next_step="The steps of a review and of amending are owed as well.",
    ),
    Duty(
        code="PT-P16P16",
        process=PHASE_TRANSFER,
        what="Review the plan and amend it so that it names the new institution",
        who=COUNCIL,
        whom="The young person",
        trigger="The transfer between post-16 institutions, first day at the new place",
        anchor=Anchor.TRANSFER,
        period=Months(5),
        counted=Counted.AT_LEAST_BEFORE,
        basis="SEND Regulations 2014, reg 18(2)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        notice="NC-2",
    ),
    Duty(
        code="PT-BACKPLAN",
        process=PHASE_TRANSFER,
        what="Hold the review meeting early enough for 4 weeks and 8 weeks to fit before the transfer date",
        who=COUNCIL,
        whom=FAMILY,
        trigger="The last day for the transfer duty",
        anchor=Anchor.DUE,
        period=Weeks(12),
        counted=Counted.BACK_FROM,
        basis="Worked back from SEND Regulations 2014, regs 18, 20(10) and 22(3)",
        kind=Kind.PRACTICE,
        evidence=Evidence.SECOND,
        in_force_from=UNDATED,
        note="22 November for 14 February; 5 January for 30 March, 6 January in a leap year.",
    ),
)
