"""Personal budgets and direct payments (rule book O). Not appealable to the Tribunal as such (not verified)."""

from statute.duty import Anchor, Counted, Duty, Evidence, Kind
from statute.instruments import PERSONAL_BUDGET_REGULATIONS
from statute.periods import Months
from statute.timetable.parties import COUNCIL, FAMILY

BUDGETS = "Personal budgets"
REGULATIONS = "SI 2014/1652"

DUTIES = (
    Duty(
        code="PB-REQ",
        process=BUDGETS,
        what="Prepare a budget when asked, and consider a request for direct payments",
        who=COUNCIL,
        whom=FAMILY,
        trigger="A request while the draft is prepared, or the plan reviewed or reassessed",
        limit="within the plan's own clock",
        basis=f"Children and Families Act 2014, s.49(1); {REGULATIONS}, reg 4",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=PERSONAL_BUDGET_REGULATIONS,
    ),
    Duty(
        code="PB-REFUSE",
        process=BUDGETS,
        what="Say in writing why direct payments are refused and that a review may be asked for; if asked, review it",
        who=COUNCIL,
        whom=FAMILY,
        trigger="The refusal of direct payments",
        limit="no period stated",
        basis=f"{REGULATIONS}, reg 7",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=PERSONAL_BUDGET_REGULATIONS,
    ),
    Duty(
        code="PB-REVIEW",
        process=BUDGETS,
        what="Review direct payments for the first time",
        who=COUNCIL,
        whom=FAMILY,
        trigger="The first direct payment",
        anchor=Anchor.PAID,
        period=Months(3),
        counted=Counted.BEGINNING_WITH,
        basis=f"{REGULATIONS}, reg 11(2)",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=PERSONAL_BUDGET_REGULATIONS,
        next_step="Again at each review or reassessment of the plan.",
    ),
    Duty(
        code="PB-REDUCE",
        process=BUDGETS,
        what="Give reasons before reducing, and reconsider once if asked, with written reasons",
        who=COUNCIL,
        whom=FAMILY,
        trigger="The decision to reduce direct payments",
        limit="reasonable notice; the reduction may take effect meanwhile",
        basis=f"{REGULATIONS}, reg 12",
        kind=Kind.LAW,
        evidence=Evidence.TEXT,
        in_force_from=PERSONAL_BUDGET_REGULATIONS,
    ),
    Duty(
        code="PB-STOP",
        process=BUDGETS,
        what="Stop direct payments in the listed cases, with written reasons; reconsider once if asked",
        who=COUNCIL,
        whom=FAMILY,
        trigger="Consent withdrawn, eligibility lost, misuse, or harm to other services",
        limit="with notice; no period stated",
        basis=f"{REGULATIONS}, reg 14",
        kind=Kind.LAW,
        evidence=Evidence.TEXT_AND_SECOND,
        in_force_from=PERSONAL_BUDGET_REGULATIONS,
    ),
)
