"""Answering the Tribunal's health and social care recommendations (rule book M, last part)."""

from statute.duty import Anchor, Counted, Duty, Evidence, Kind
from statute.instruments import RECOMMENDATIONS_REGULATIONS
from statute.periods import Weeks
from statute.timetable.parties import COUNCIL, FAMILY

RECOMMENDATIONS = "Recommendations"

DUTIES = (
    Duty(
        code="REC-REPLY",
        process=RECOMMENDATIONS,
        what="Answer in writing: the steps it will take, and reasons for anything it will not follow",
        who="The health board, or the council for social care",
        whom=f"{FAMILY} (the health board also to the council)",
        trigger="The recommendation",
        anchor=Anchor.MADE,
        period=Weeks(5),
        counted=Counted.BEGINNING_WITH,
        basis="SI 2017/1306, regs 6(3)-(5) and 7(1)-(3)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=RECOMMENDATIONS_REGULATIONS,
        next_step="REC-COPY.",
        note="Unless the Tribunal directs otherwise.",
    ),
    Duty(
        code="REC-COPY",
        process=RECOMMENDATIONS,
        what="Send a copy of the replies to the Secretary of State",
        who=COUNCIL,
        whom="The Secretary of State",
        trigger="The health board's reply (or the council's own)",
        anchor=Anchor.RECEIVED,
        period=Weeks(1),
        counted=Counted.BEGINNING_WITH,
        basis="SI 2017/1306, regs 6(6) and 7(4)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=RECOMMENDATIONS_REGULATIONS,
    ),
)
