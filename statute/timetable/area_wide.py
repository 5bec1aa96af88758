"""Duties owed to the whole area (rule book P)."""

from statute.duty import Anchor, Counted, Duty, Evidence, Kind
from statute.instruments import CHILDREN_AND_FAMILIES_ACT, SEND_REGULATIONS
from statute.periods import Months
from statute.timetable.parties import COUNCIL, EVERYONE

AREA = "Area-wide"

DUTIES = (
    Duty(
        code="LO-COMMENTS",
        process=AREA,
        what="Publish comments on the Local Offer, and its answer to them, at least once a year",
        who=COUNCIL,
        whom="Families",
        trigger="The last publication of comments",
        anchor=Anchor.PUBLISHED,
        period=Months(12),
        counted=Counted.STARTING_WITH,
        basis="Children and Families Act 2014, s.30; SEND Regulations 2014, reg 56(1)-(4)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        note='Not vexatious ones, or those about one person\'s services. The text says "at least annually".',
    ),
    Duty(
        code="LO-CONTENT",
        process=AREA,
        what="Put in the Local Offer what Schedule 2 lists",
        who=COUNCIL,
        whom="Families",
        trigger="Preparing or reviewing the Local Offer",
        limit="whenever it is prepared or reviewed",
        basis="SEND Regulations 2014, regs 53-55 and 57",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
    ),
    Duty(
        code="LO-CONSULT",
        process=AREA,
        what="Consult the listed bodies, health boards included, about the Local Offer",
        who=COUNCIL,
        whom="The listed bodies",
        trigger="Preparing or reviewing the Local Offer",
        limit="whenever it is prepared or reviewed",
        basis="SEND Regulations 2014, regs 53-55 and 57",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
    ),
    Duty(
        code="JOINT",
        process=AREA,
        what="Integrate provision, commission it jointly, and keep it under review",
        who="The council and the health board",
        whom=EVERYONE,
        trigger="Always",
        limit="continuous; no period",
        basis="Children and Families Act 2014, ss.25-27",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=CHILDREN_AND_FAMILIES_ACT,
    ),
)
