"""What services promise: an answer to a request that was passed to them, within one of a few numbers of working days.

Each number is a duty of its own, so that every date still says its whole sum. A service chooses among them.
"""

from datetime import date

from core.events import Event
from statute.duty import Anchor, Calendar, Counted, Duty, Evidence, Kind, When
from statute.periods import WorkingDays
from statute.timetable.local import FRONT_DOOR

PROMISES = (5, 10, 15, 20, 30)
"""Working days. ``provision.words.DAYS`` offers the same; a test holds them together."""


def _answer_within(days: int) -> Duty:
    return Duty(
        code=f"SERVICE-{days}-LOCAL",
        process=FRONT_DOOR,
        what=f"Answer a request that was passed on, within {days} working days",
        who="The service",
        whom="The sender",
        trigger="Passing the request on",
        anchor=Anchor.SENT,
        period=WorkingDays(days),
        counted=Counted.BEGINNING_WITH,
        calendar=Calendar.WORKING,
        basis="Promised by the service in the council’s directory",
        kind=Kind.PRACTICE,
        evidence=Evidence.OWN,
        in_force_from=date(2026, 9, 1),
        starts=(When(Event.SERVICE_ASKED, (("within", str(days)),)),),
        met_by=(When(Event.SERVICE_ANSWERED),),
        withdrawn_by=(When(Event.SERVICE_NO_LONGER_ASKED),),
        next_step="The service takes the child on, asks for more, or says why not and what can help instead.",
    )


DUTIES = tuple(_answer_within(days) for days in PROMISES)
