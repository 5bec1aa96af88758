"""Preparing for adulthood, and moving to adult services (rule book R)."""

from statute.duty import UNDATED, Duty, Evidence, Kind
from statute.instruments import CARE_ACT, SEND_REGULATIONS
from statute.timetable.parties import CHILD, COUNCIL

ADULTHOOD = "Adulthood"
YOUNG_PERSON = "The young person"

DUTIES = (
    Duty(
        code="PFA-Y9",
        process=ADULTHOOD,
        what="Cover employment, independent living, community and health in every review from year 9",
        who="Whoever arranges the review",
        whom=YOUNG_PERSON,
        trigger="Every review from year 9",
        limit="at each review from year 9",
        basis="SEND Regulations 2014, regs 20(6) and 21(6); Code of Practice 8.9",
        kind=Kind.GUIDANCE_AND_LAW,
        evidence=Evidence.TEXT_AND_SECOND,
        in_force_from=SEND_REGULATIONS,
    ),
    Duty(
        code="AHC-14",
        process=ADULTHOOD,
        what="Offer a yearly health check to those on the GP learning disability register",
        who="The GP",
        whom=YOUNG_PERSON,
        trigger="The 14th birthday",
        limit="yearly from age 14",
        basis="NHS England guidance",
        kind=Kind.GUIDANCE,
        evidence=Evidence.SECOND,
        in_force_from=UNDATED,
    ),
    Duty(
        code="CARE-58",
        process=ADULTHOOD,
        what="Assess a child likely to need care after 18, where it is of significant benefit and consent is given",
        who=COUNCIL,
        whom=CHILD,
        trigger="It appears the child is likely to have needs after 18",
        limit="no fixed age or period; a refusal needs written reasons, information and advice",
        basis="Care Act 2014, s.58(1)-(5)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT_AND_SECOND,
        in_force_from=CARE_ACT,
        note="Where consent is refused it is still owed if the child is at risk of abuse or neglect.",
    ),
    Duty(
        code="CHC",
        process=ADULTHOOD,
        what="Tell the adult continuing healthcare team at 14, refer for screening at 16, decide in principle after 17",
        who="Children's health services",
        whom=YOUNG_PERSON,
        trigger="The 14th, 16th and 17th birthdays",
        limit="at those ages; in principle as soon as practicable after 17",
        basis="National Framework for NHS Continuing Healthcare",
        kind=Kind.GUIDANCE,
        evidence=Evidence.SECOND,
        in_force_from=UNDATED,
        note="The children's framework puts screening at 16 to 17.",
    ),
    Duty(
        code="SR-ADULT",
        process=ADULTHOOD,
        what="Go on with children's care services until the adult steps have been taken",
        who=COUNCIL,
        whom=YOUNG_PERSON,
        trigger="The 18th birthday",
        limit="until then",
        basis="Care Act 2014, s.66",
        kind=Kind.LAW,
        evidence=Evidence.SECOND,
        in_force_from=CARE_ACT,
        note="Separately, those services may go on past 18 while a plan is maintained (2014 Act, section 50).",
    ),
)
