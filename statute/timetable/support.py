"""Our own target for support without an EHC plan: no law sets a day for its review."""

from datetime import date

from core.events import Event
from statute.duty import Anchor, Calendar, Counted, Duty, Evidence, Kind, When
from statute.periods import Weeks
from statute.timetable.local import OUR_TARGET

SUPPORT = "Support without a plan"

DUTIES = (
    Duty(
        code="SUPPORT-REVIEW-LOCAL",
        process=SUPPORT,
        what="Review the support plan with the family",
        who="Whoever wrote the plan",
        whom="The family",
        trigger="Agreeing the support plan",
        anchor=Anchor.AGREED,
        period=Weeks(12),
        counted=Counted.AFTER,
        calendar=Calendar.CIVIL,
        basis=OUR_TARGET,
        kind=Kind.PRACTICE,
        evidence=Evidence.OWN,
        in_force_from=date(2026, 9, 1),
        starts=(When(Event.SUPPORT_PLANNED),),
        met_by=(When(Event.SUPPORT_REVIEWED),),
        next_step="Another round with what was not reached, the end of the support, or an EHC needs assessment.",
    ),
)
