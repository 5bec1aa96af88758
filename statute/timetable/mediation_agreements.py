"""Doing what was agreed at mediation (rule book K, last part)."""

from statute.duty import Anchor, Counted, Duty, Evidence, Kind
from statute.exceptions import Ground
from statute.instruments import SEND_REGULATIONS
from statute.periods import Weeks
from statute.timetable.mediation import MEDIATION
from statute.timetable.parties import COUNCIL, FAMILY, HEALTH_BOARD

AGREED_OTHERWISE = frozenset({Ground.OTHERWISE_AGREED})
AGREEMENT = "The written agreement"

DUTIES = (
    Duty(
        code="MED-AGREE-APP",
        process=MEDIATION,
        what="Do what was agreed on matters that could be appealed, as if the Tribunal had ordered it",
        who=COUNCIL,
        whom=FAMILY,
        trigger=AGREEMENT,
        limit="the limit of the matching Tribunal order, counted from the agreement",
        basis="SEND Regulations 2014, reg 42(1)-(2)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        excused_by=AGREED_OTHERWISE,
        excuse_basis="SEND Regulations 2014, reg 42(5)",
        next_step="Use the ORD rule that matches, with the day of the agreement.",
    ),
    Duty(
        code="MED-AGREE-OTHER",
        process=MEDIATION,
        what="Do what was agreed on other matters",
        who="The council or the health board",
        whom=FAMILY,
        trigger=AGREEMENT,
        anchor=Anchor.AGREED,
        period=Weeks(2),
        counted=Counted.OF,
        basis="SEND Regulations 2014, reg 42(3)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        excused_by=AGREED_OTHERWISE,
        excuse_basis="SEND Regulations 2014, reg 42(5)",
        open_questions=("AMB-01",),
    ),
    Duty(
        code="MED-RCBTELL",
        process=MEDIATION,
        what="Tell the council of an agreement it was not party to",
        who=HEALTH_BOARD,
        whom=COUNCIL,
        trigger=AGREEMENT,
        anchor=Anchor.AGREED,
        period=Weeks(1),
        counted=Counted.OF,
        basis="SEND Regulations 2014, reg 42(4)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        open_questions=("AMB-01",),
    ),
)
