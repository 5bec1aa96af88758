"""Tribunal orders about somebody in custody: SI 2015/62 regulation 29 (rule book Q, DET-ORD).

The book holds every limit in one row; here each is a rule. The 2 weeks for naming a school are second-hand.
"""

from statute.duty import Anchor, Counted, Duty, Evidence, Kind
from statute.instruments import DETAINED_PERSONS_REGULATIONS
from statute.periods import Weeks
from statute.timetable.custody import CUSTODY, DETAINED_FAMILY, HOME_COUNCIL

OPEN = ("AMB-01", "AMB-09")

DUTIES = (
    Duty(
        code="DET-ORD",
        process=CUSTODY,
        what="Say that it will assess, or reconsider a case referred back, or name the place ordered",
        who=HOME_COUNCIL,
        whom=DETAINED_FAMILY,
        trigger="The order to assess, to reconsider, or to name",
        anchor=Anchor.ORDER_MADE,
        period=Weeks(2),
        counted=Counted.OF,
        basis="SI 2015/62, reg 29(2)-(5)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT_AND_SECOND,
        in_force_from=DETAINED_PERSONS_REGULATIONS,
        open_questions=OPEN,
        next_step="After an order to assess: DET-ORD-NO or DET-ORD-YES.",
    ),
    Duty(
        code="DET-ORD-NO",
        process=CUSTODY,
        what="Say, with reasons, that no plan is needed",
        who=HOME_COUNCIL,
        whom=DETAINED_FAMILY,
        trigger="The order to assess",
        anchor=Anchor.ORDER_MADE,
        period=Weeks(10),
        counted=Counted.OF,
        basis="SI 2015/62, reg 29(2)-(5)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT_AND_SECOND,
        in_force_from=DETAINED_PERSONS_REGULATIONS,
        open_questions=OPEN,
    ),
    Duty(
        code="DET-ORD-YES",
        process=CUSTODY,
        what="Send the final plan",
        who=HOME_COUNCIL,
        whom=DETAINED_FAMILY,
        trigger="The order to assess",
        anchor=Anchor.ORDER_MADE,
        period=Weeks(14),
        counted=Counted.OF,
        basis="SI 2015/62, reg 29(2)-(5)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT_AND_SECOND,
        in_force_from=DETAINED_PERSONS_REGULATIONS,
        open_questions=OPEN,
    ),
    Duty(
        code="DET-ORD-DRAFT",
        process=CUSTODY,
        what="Send the draft plan",
        who=HOME_COUNCIL,
        whom=DETAINED_FAMILY,
        trigger="The order to make a plan",
        anchor=Anchor.ORDER_MADE,
        period=Weeks(5),
        counted=Counted.OF,
        basis="SI 2015/62, reg 29(2)-(5)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT_AND_SECOND,
        in_force_from=DETAINED_PERSONS_REGULATIONS,
        open_questions=OPEN,
    ),
    Duty(
        code="DET-ORD-FINAL",
        process=CUSTODY,
        what="Send the final plan",
        who=HOME_COUNCIL,
        whom=DETAINED_FAMILY,
        trigger="The order to make a plan",
        anchor=Anchor.ORDER_MADE,
        period=Weeks(11),
        counted=Counted.OF,
        basis="SI 2015/62, reg 29(2)-(5)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT_AND_SECOND,
        in_force_from=DETAINED_PERSONS_REGULATIONS,
        open_questions=OPEN,
    ),
)
