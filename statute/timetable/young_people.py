"""When rights pass to the young person, and who acts when somebody lacks capacity (rule book N)."""

from statute.duty import UNDATED, Anchor, Counted, Duty, Evidence, Kind
from statute.instruments import (
    CHILDREN_AND_FAMILIES_ACT,
    SCHOOL_LEAVING_DATE_ORDER,
    SEND_REGULATIONS,
    START_OF_SCHOOL_AGE_ORDER,
)
from statute.periods import LeavingSchool, StartingSchool
from statute.timetable.parties import COUNCIL, EVERYONE

YOUNG_PEOPLE = "Young people"

DUTIES = (
    Duty(
        code="YP-START",
        process=YOUNG_PEOPLE,
        what="Treat the rights as the young person's own from the day after compulsory school age ends",
        who=EVERYONE,
        whom="The young person",
        trigger="The young person",
        anchor=Anchor.BORN,
        period=LeavingSchool(),
        counted=Counted.ON,
        basis="Children and Families Act 2014, s.83(2); Education Act 1996, s.8(3); SI 1997/1970, art 2",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SCHOOL_LEAVING_DATE_ORDER,
        open_questions=("AMB-34",),
        note="The date is the last day of compulsory school age. A person checks birthdays from 1 to 3 September.",
    ),
    Duty(
        code="YP-CSA-START",
        process=YOUNG_PEOPLE,
        what="Count the child as of compulsory school age",
        who=EVERYONE,
        whom="The child",
        trigger="The child",
        anchor=Anchor.BORN,
        period=StartingSchool(),
        counted=Counted.ON,
        basis="Education Act 1996, s.8(2); SI 1998/1607, art 2",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=START_OF_SCHOOL_AGE_ORDER,
    ),
    Duty(
        code="YP-RUNNING",
        process=YOUNG_PEOPLE,
        what="Let a running clock keep its first day when rights pass; only the addressee of later notices changes",
        who=COUNCIL,
        whom="The young person",
        trigger="The end of compulsory school age",
        limit="no period; ask the young person who else should be copied in",
        basis="Practice",
        kind=Kind.PRACTICE,
        evidence=Evidence.PRACTICE,
        in_force_from=UNDATED,
    ),
    Duty(
        code="CAP-PARENT",
        process=YOUNG_PEOPLE,
        what="Read the parent as the parent's representative where the parent lacks capacity for the decision",
        who=EVERYONE,
        whom="The parent's representative",
        trigger="The decision to be made",
        limit="for each decision; record who decided and when",
        basis="Children and Families Act 2014, s.80; SEND Regulations 2014, regs 63-65 and Sch 3",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=SEND_REGULATIONS,
    ),
    Duty(
        code="CAP-YP",
        process=YOUNG_PEOPLE,
        what="Read the young person as the alternative person (for some references both) where they lack capacity",
        who=EVERYONE,
        whom="The alternative person: deputy or attorney, else the parent, else the parent's representative",
        trigger="The decision to be made",
        limit="for each decision; record who decided and when",
        basis="Children and Families Act 2014, s.80; SEND Regulations 2014, regs 63-65 and Sch 3",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=CHILDREN_AND_FAMILIES_ACT,
    ),
)
