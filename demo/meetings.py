"""Meetings at the first council: one to come, which the family can answer, for the first child with a lead."""

from datetime import time

from cases.models import Case, Involvement
from cases.words import Capacity
from core import clock
from core.past import hold
from demo.front_door import _at, _who
from demo.services import FIRST
from meetings.actions.call import Guest, Wanted, call, enter_earlier
from meetings.actions.close import Ending, note_came
from meetings.actions.jot import jot
from meetings.models import Meeting
from meetings.words import Came, Gathered, MeetingKind, Outcome, Section
from pathway.actions.close_meeting import close_meeting
from people.models import Carer
from people.words import Mode
from statute.calendar import add_working_days

ABOUT = "To hear from everybody how school and home go, and to agree what we try next."
NOTES = {
    Section.VIEWS: "Talking when it is quiet is fine. Assembly is too loud. Likes to be asked first.",
    Section.WORKING: "The visual timetable in the morning. Lunch with two friends.",
    Section.WORRIES: "Home time is hard on most days. Nobody knows yet what helps.",
}


def meet() -> None:
    """Once: a team around the family from before the referral, and a multi-agency meeting next week."""
    if Meeting.objects.filter(authority_id=FIRST).exists():
        return
    led = Involvement.objects.filter(authority_id=FIRST, capacity=Capacity.LEAD, until=None).order_by("since", "pk")
    row = led.select_related("person").first()
    if row is None or row.person is None:
        return
    by = _who(row.person.name)
    carer = Carer.objects.filter(case_ref=row.case_id).order_by("pk").first()
    family = [Guest(carer=carer.pk, standing="parent")] if carer and carer.email else []
    lead = Guest(person=row.person_id, standing="Engagement lead")
    with hold(_at(1, 11)):
        before = add_working_days(Case.objects.get(pk=row.case_id).received_on, -60)
        late = "It was held before the child was referred here."
        earlier = enter_earlier(
            row.case_id,
            Wanted(MeetingKind.TAF, before, mode=Mode.IN_PERSON, place="School"),
            late,
            [*family, lead],
            by=by,
        )
        for section, words in NOTES.items():
            jot(earlier.pk, section, {"words": words}, by=by)
        note_came(earlier.pk, earlier.invitees.get(person=row.person_id).pk, Came.HERE, by=by)
        ending = Ending((Outcome.SUPPORT,), "The school goes on with what works.", Gathered.BEFORE,
                        no_review_because="A referral followed.")  # fmt: skip
        close_meeting(earlier.pk, ending, by=by)
        on = add_working_days(clock.today(), 6)
        call(
            row.case_id, Wanted(MeetingKind.MAM, on, time(14), 60, Mode.IN_PERSON, "Room 2, Unity House", ABOUT),
            [Guest(is_child=True), *family, lead], by=by,
        )  # fmt: skip
