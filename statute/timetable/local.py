"""Our own targets. No law asks for them; an authority may set them differently."""

from datetime import date

from core.events import Event
from statute.duty import Anchor, Calendar, Counted, Duty, Evidence, Kind, When
from statute.periods import WorkingDays

FRONT_DOOR = "Front door"
OUR_TARGET = "Set by this authority"

DUTIES = (
    Duty(
        code="TRIAGE-LOCAL",
        process=FRONT_DOOR,
        what="Tell the sender what will happen with the request for help",
        who="The council",
        whom="The sender",
        trigger="The request for help",
        anchor=Anchor.RECEIVED,
        period=WorkingDays(5),
        counted=Counted.BEGINNING_WITH,
        calendar=Calendar.WORKING,
        basis=OUR_TARGET,
        kind=Kind.PRACTICE,
        evidence=Evidence.OWN,
        in_force_from=date(2026, 9, 1),
        starts=(
            When(Event.REFERRAL_RECEIVED, (("asks_for", "help"),)),
            When(Event.REFERRAL_SETTLED, (("settled_as", "help"),)),
        ),
        met_by=(When(Event.REFERRAL_SETTLED, (("settled_as", "assessment"),)),),
        next_step="The request is accepted, passed on, or declined with reasons.",
    ),
    Duty(
        code="SETTLE-LOCAL",
        process=FRONT_DOOR,
        what="Read the request and say whether it is for help or for an EHC needs assessment",
        who="The council",
        whom="The sender",
        trigger="The request",
        anchor=Anchor.RECEIVED,
        period=WorkingDays(2),
        counted=Counted.BEGINNING_WITH,
        calendar=Calendar.WORKING,
        basis=OUR_TARGET,
        kind=Kind.PRACTICE,
        evidence=Evidence.OWN,
        in_force_from=date(2026, 9, 1),
        starts=(When(Event.REFERRAL_RECEIVED, (("asks_for", "unsure"),)),),
        met_by=(When(Event.REFERRAL_SETTLED),),
        next_step="Help: the five-day target. An assessment: the 6, 16 and 20 weeks, from the same day.",
    ),
)
