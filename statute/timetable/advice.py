"""Asking for advice and giving it (rule book C)."""

from core.events import Event
from statute.duty import Anchor, Counted, Duty, Evidence, Kind, When
from statute.exceptions import ADVISER
from statute.instruments import SEND_CODE, SEND_REGULATIONS
from statute.periods import Weeks
from statute.timetable.parties import COUNCIL, FAMILY

ADVICE = "Advice"

DUTIES = (
    Duty(
        code="ADV-SEEK",
        process=ADVICE,
        what="Ask each adviser of regulation 6(1) about needs, provision and outcomes, enclosing the family's evidence",
        who=COUNCIL,
        whom="The advisers",
        trigger="The decision to assess",
        limit="no fixed day; it must leave 6 weeks inside the 16",
        basis="SEND Regulations 2014, reg 6(1)-(3)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        next_step="ADV-RESP, one clock for each adviser.",
        note="Advice (b) to (h) is not asked for again where adviser, council and family all agree that what was "
        "given for any purpose is enough (reg 6(4)): three recorded agreements.",
    ),
    Duty(
        code="ADV-RESP",
        process=ADVICE,
        what="Give the advice asked for",
        who="A body that must co-operate (section 31)",
        whom=COUNCIL,
        trigger="The request for advice",
        anchor=Anchor.RECEIVED,
        period=Weeks(6),
        counted=Counted.OF,
        basis="SEND Regulations 2014, reg 8(1); Children and Families Act 2014, s.31(1)-(4)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
        starts=(When(Event.ADVICE_ASKED, (("binds", "yes"),)),),
        met_by=(When(Event.ADVICE_GIVEN),),
        withdrawn_by=(When(Event.ADVICE_ENDED),),
        excused_by=ADVISER,
        excuse_basis="SEND Regulations 2014, reg 8(2)(a) to (c)",
        open_questions=("AMB-01", "AMB-21"),
        note="It may decline where this is incompatible with its duties or harms its functions, with written reasons "
        "(section 31(2) and (3)).",
    ),
    Duty(
        code="ADV-RESP-OTHER",
        process=ADVICE,
        what="Give the advice asked for",
        who="A school, the council's own psychologists and social care, or anyone else asked",
        whom=COUNCIL,
        trigger="The request for advice",
        anchor=Anchor.RECEIVED,
        period=Weeks(6),
        counted=Counted.OF,
        basis="Code of Practice 9.49-9.52",
        kind=Kind.GUIDANCE,
        evidence=Evidence.MEMORY_AND_SECOND,
        in_force_from=SEND_CODE,
        starts=(When(Event.ADVICE_ASKED, (("binds", "no"),)),),
        met_by=(When(Event.ADVICE_GIVEN),),
        withdrawn_by=(When(Event.ADVICE_ENDED),),
        open_questions=("AMB-01", "AMB-21"),
        note="The council still answers for the 16 and 20 weeks.",
    ),
    Duty(
        code="ADV-IAS",
        process=ADVICE,
        what="Consider whether the family needs information, advice and support to take part, and give it if so",
        who=COUNCIL,
        whom=FAMILY,
        trigger="The assessment",
        limit="throughout the assessment",
        basis="SEND Regulations 2014, reg 9",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
    ),
)
