"""Noticing that a child may have special educational needs (rule book A)."""

from statute.duty import Duty, Evidence, Kind
from statute.instruments import CHILDREN_AND_FAMILIES_ACT
from statute.timetable.parties import COUNCIL, FAMILY

IDENTIFICATION = "Identification"

DUTIES = (
    Duty(
        code="HB-NOTIFY",
        process=IDENTIFICATION,
        what="Tell the parent of a child under school age who may have special needs, talk it over, then tell the "
        "council, and name any voluntary body likely to help",
        who="The health body (ICB, NHS trust or foundation trust)",
        whom="The parent, then the council",
        trigger="The health body's opinion",
        limit="no period; the parent is told first",
        basis="Children and Families Act 2014, s.23",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=CHILDREN_AND_FAMILIES_ACT,
        next_step="May make the council responsible under section 24.",
    ),
    Duty(
        code="LA-RESP",
        process=IDENTIFICATION,
        what="Count the 6, 16 and 20 weeks from the day it became responsible, exactly as from a request",
        who=COUNCIL,
        whom=FAMILY,
        trigger="The first record that a child or young person in its area has, or may have, special needs",
        limit="no period of its own; it starts the 6, 16 and 20 weeks",
        basis="Children and Families Act 2014, s.24; SEND Regulations 2014, regs 4(1)(b), 5(1)(b), 10(1) and 13(2)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=CHILDREN_AND_FAMILIES_ACT,
        open_questions=("AMB-12",),
        next_step="EHCNA-DECIDE, NOPLAN and PLAN-FINAL run from that day.",
    ),
    Duty(
        code="U2",
        process=IDENTIFICATION,
        what="Treat a child under two as any other: the same rights and the same clocks",
        who=COUNCIL,
        whom="The parent",
        trigger="The request, or becoming responsible",
        limit="no period of its own; the same clocks",
        basis="Children and Families Act 2014, ss.21(2) and 36; Code of Practice 9.142-9.150",
        kind=Kind.LAW_AND_GUIDANCE,
        evidence=Evidence.TEXT_AND_MEMORY,
        in_force_from=CHILDREN_AND_FAMILIES_ACT,
        note="For a child under two, special educational provision is educational provision of any kind.",
    ),
)
