"""What people made of a meeting at the first council: held some days ago for the second child with a lead."""

from datetime import time

from accounts.who import visitor
from cases.models import Involvement
from cases.words import Capacity
from core import clock
from core.past import hold
from demo.front_door import _at, _who
from demo.services import FIRST
from feedback.actions.give import Given, give
from feedback.models import Ask
from feedback.words import Group
from meetings.actions.call import Guest, Wanted, call
from meetings.actions.close import Ending, note_came
from meetings.actions.jot import jot
from meetings.words import Came, Gathered, MeetingKind, Outcome, Section
from pathway.actions.close_meeting import close_meeting
from people.models import Carer
from people.words import Mode

OUTSIDE = (
    ("Imogen Platt", "health visitor"), ("Tunde Bakare", "speech and language therapist"),
    ("Rosa Quint", "family worker"), ("Callum Dray", "occupational therapist"), ("Nadia Frost", "paediatric nurse"),
)  # fmt: skip
SCORES = ((4, 4.5, 5, 4, 4.5), (4.5, 4, 4.5, 4.5, 4), (3.5, 4, 4, 4, 3.5), (5, 4.5, 4.5, 5, 4.5), (4, 3, 4.5, 4, 4))
"""Of the five professionals, in the order of the questions."""
CODES = ("sharing", "accessing", "mam", "for_parents", "for_professionals")
COMMENT = "It was good to hear everybody at one table, and to know whom to ring afterwards."


def look_back() -> None:
    """Once: a meeting was held and its notes closed, and most of those who were there said what they made of it."""
    if Ask.objects.filter(authority_id=FIRST).exists():
        return
    led = Involvement.objects.filter(authority_id=FIRST, capacity=Capacity.LEAD, until=None).order_by("since", "pk")
    row = led.select_related("person")[1:2].first()
    if row is None or row.person is None:
        return
    by = _who(row.person.name)
    carer = Carer.objects.filter(case_ref=row.case_id).order_by("pk").first()
    guests = [Guest(person=row.person_id, standing="Engagement lead")]
    guests += [Guest(carer=carer.pk, standing="parent")] if carer and carer.email else []
    guests += [
        Guest(name=name, standing=standing, email=f"{name.lower().replace(' ', '.')}@trust.example")
        for name, standing in OUTSIDE
    ]
    with hold(_at(1, 13)):
        wanted = Wanted(MeetingKind.MAM, clock.today(), time(13), 60, Mode.IN_PERSON, "Room 1, Unity House")
        meeting = call(row.case_id, wanted, guests, by=by)
        jot(meeting.pk, Section.VIEWS, {"words": "I like it when it is quiet."}, by=by)
        for one in meeting.invitees.all():
            note_came(meeting.pk, one.pk, Came.HERE, by=by)
        ending = Ending((Outcome.SUPPORT,), "The school goes on with what works.", Gathered.BEFORE,
                        no_review_because="A review is planned by the school.")  # fmt: skip
        close_meeting(meeting.pk, ending, by=by)
    with hold(_at(1, 16)):
        asks = Ask.objects.filter(meeting=meeting)
        for place, ask in enumerate(asks.filter(group=Group.PROFESSIONAL).order_by("pk")[: len(SCORES)]):
            words = COMMENT if place == 0 else ""
            give(ask.pk, Given(dict(zip(CODES, SCORES[place], strict=True)), words), by=visitor(FIRST))
        parent = asks.filter(group=Group.PARENT).first()
        if parent:
            scores = {"listened": 5, "involved": 4, "understood": 5, "confidence": 4}
            give(parent.pk, Given(scores, "They asked us first, and nobody used long words."), by=visitor(FIRST))
