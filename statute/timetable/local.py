"""Our own targets. No law asks for them; an authority may set them differently."""

from datetime import date

from core.events import Event
from statute.duty import Anchor, Calendar, Counted, Duty, Evidence, Kind, When
from statute.periods import WorkingDays

FRONT_DOOR = "Front door"
OUR_TARGET = "Set by this authority"

ANSWERED = (When(Event.REFERRAL_ACCEPTED), When(Event.REFERRAL_SENT_ON), When(Event.REFERRAL_DECLINED))
"""The Bridge said what happens."""

CASE_CLOSES = When(Event.MEETING_HELD, (("outcomes", "close"), ("earlier", "no")))
"""A meeting found that nothing more is needed for now: nobody waits for the lead."""

TO_DO = (
    (
        "CRM-LOCAL", "crm_record", "Make the record of involvement in CRM", "The Bridge", "Those who read that system",
        2, "The reference of the record is kept with the case.",
    ),
    (
        "EMS-LOCAL", "ems_record", "Make the record of involvement in EMS", "The locality manager",
        "Those who read that system", 5, "The reference of the record is kept with the case.",
    ),
    (
        "FAMILY-ASSESSMENT-LOCAL", "family_assessment", "Complete the Family Assessment", "The CAF team", "The family",
        20, "The engagement lead brings the family and the services together with it.",
    ),
)  # fmt: skip
"""What accepting a request gives to somebody: code, kind of task, what, who, whom, working days, what comes next."""

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
            When(Event.REFERRAL_REPLIED, (("reads", "yes"),)),
            When(Event.REFERRAL_RANG, (("reads", "yes"),)),
            When(Event.REFERRAL_REOPENED),
            When(Event.REFERRAL_CAME_BACK),
        ),
        met_by=(
            When(Event.REFERRAL_SETTLED, (("settled_as", "assessment"),)),
            When(Event.REFERRAL_ASKED),
            *ANSWERED,
        ),
        withdrawn_by=(When(Event.REFERRAL_WITHDRAWN), When(Event.REFERRAL_UNWANTED)),
        next_step="The request is accepted, passed on, or declined with reasons.",
    ),
    Duty(
        code="CHASE-LOCAL",
        process=FRONT_DOOR,
        what="Read what the sender has answered, or ask once more in another way",
        who="The council",
        whom="The sender",
        trigger="The question to the sender",
        anchor=Anchor.SENT,
        period=WorkingDays(10),
        counted=Counted.BEGINNING_WITH,
        calendar=Calendar.WORKING,
        basis=OUR_TARGET,
        kind=Kind.PRACTICE,
        evidence=Evidence.OWN,
        in_force_from=date(2026, 9, 1),
        starts=(When(Event.REFERRAL_ASKED),),
        met_by=(
            When(Event.REFERRAL_REPLIED),
            When(Event.REFERRAL_RANG),
            When(Event.REFERRAL_SETTLED, (("settled_as", "assessment"),)),
            *ANSWERED,
        ),
        withdrawn_by=(When(Event.REFERRAL_WITHDRAWN), When(Event.REFERRAL_UNWANTED), When(Event.REFERRAL_REOPENED)),
        next_step="The request is accepted, passed on, or declined with reasons. No answer is no reason to decline.",
    ),
    Duty(
        code="LEAD-LOCAL",
        process=FRONT_DOOR,
        what="Name the engagement lead",
        who="The operational manager",
        whom="The family and the services involved",
        trigger="Accepting the request for help",
        anchor=Anchor.AGREED,
        period=WorkingDays(10),
        counted=Counted.BEGINNING_WITH,
        calendar=Calendar.WORKING,
        basis=OUR_TARGET,
        kind=Kind.PRACTICE,
        evidence=Evidence.OWN,
        in_force_from=date(2026, 9, 1),
        starts=(When(Event.LEAD_SOUGHT),),
        met_by=(When(Event.LEAD_NAMED),),
        withdrawn_by=(When(Event.LEAD_NO_LONGER_SOUGHT),),
        next_step="The family and every service involved are told the same day who the lead is.",
    ),
    Duty(
        code="FIRST-CONTACT-LOCAL",
        process=FRONT_DOOR,
        what="Be in touch with the family for the first time",
        who="The engagement lead",
        whom="The family",
        trigger="Naming the engagement lead",
        anchor=Anchor.AGREED,
        period=WorkingDays(5),
        counted=Counted.BEGINNING_WITH,
        calendar=Calendar.WORKING,
        basis=OUR_TARGET,
        kind=Kind.PRACTICE,
        evidence=Evidence.OWN,
        in_force_from=date(2026, 9, 1),
        starts=(When(Event.LEAD_NAMED),),
        met_by=(
            When(Event.LEAD_IN_TOUCH, (("was", "yes"),)),
            When(Event.MEETING_HELD, (("family", "there"), ("earlier", "no"))),
        ),
        withdrawn_by=(CASE_CLOSES,),
        next_step="The lead says by when they will be in touch next, and the family reads that day.",
    ),
    Duty(
        code="MAM-LOCAL",
        process=FRONT_DOOR,
        what="Hold the first multi-agency meeting",
        who="The engagement lead",
        whom="The family and the services involved",
        trigger="Naming the engagement lead",
        anchor=Anchor.AGREED,
        period=WorkingDays(20),
        counted=Counted.BEGINNING_WITH,
        calendar=Calendar.WORKING,
        basis=OUR_TARGET,
        kind=Kind.PRACTICE,
        evidence=Evidence.OWN,
        in_force_from=date(2026, 9, 1),
        starts=(When(Event.LEAD_NAMED, (("again", "no"),)),),
        met_by=(When(Event.MEETING_HELD, (("kind", "mam"), ("earlier", "no"))),),
        withdrawn_by=(When(Event.LEAD_NO_LONGER_SOUGHT), CASE_CLOSES),
        next_step="The notes are with the family the same day, and what was agreed begins.",
    ),
    *(
        Duty(
            code=code,
            process=FRONT_DOOR,
            what=what,
            who=who,
            whom=whom,
            trigger="Accepting the request for help",
            anchor=Anchor.AGREED,
            period=WorkingDays(days),
            counted=Counted.BEGINNING_WITH,
            calendar=Calendar.WORKING,
            basis=OUR_TARGET,
            kind=Kind.PRACTICE,
            evidence=Evidence.OWN,
            in_force_from=date(2026, 9, 1),
            starts=(When(Event.TASK_SET, (("kind", task),)), When(Event.TASK_REOPENED, (("kind", task),))),
            met_by=(When(Event.TASK_DONE, (("kind", task),)),),
            withdrawn_by=(When(Event.TASK_DROPPED, (("kind", task),)),),
            next_step=next_step,
        )
        for code, task, what, who, whom, days, next_step in TO_DO
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
