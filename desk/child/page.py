"""The child, and the people around them: what is known, what is missing, and what stood before."""

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases import sight
from cases.child_seen import child_seen
from cases.earlier_seen import earlier as versions
from cases.powers import may_do
from cases.selectors import records_of
from cases.words import Part
from core.events import Event
from desk.child.found import carries, child_of, frame
from door.page import page


@page(roles=CASE_STAFF)
def child(request, reference):
    """Everything known of a child that its reader may see. What is secret is not on it, seen or printed."""
    case = child_of(request, reference, "the child")
    seen = child_seen(request.who, case)
    return render(
        request,
        "desk/child/page.html",
        frame(request, case)
        | {
            "seen": seen,
            "may_change": may_do(request.who, Event.CHILD_CHANGED) and carries(request, case),
            "sees_people": Part.PEOPLE in seen.parts,
            "sees_circumstances": Part.CIRCUMSTANCES in seen.parts,
            "sees_contact": Part.CONTACT in seen.parts,
            "now": {
                "addresses": [one for one in seen.addresses if one.now],
                "learning": [one for one in seen.learning if one.now],
                "people": [one for one in seen.people if one.now],
            },
            "before": {
                "addresses": [one for one in seen.addresses if not one.now],
                "learning": [one for one in seen.learning if not one.now],
                "people": [one for one in seen.people if not one.now],
            },
        },
    )


@page(roles=CASE_STAFF)
def earlier(request, reference):
    """What stood before somebody put it right, for those who carry the case."""
    case = child_of(request, reference, "what stood before", part=Part.CONTACT)
    records = records_of(request.who, case)
    shown = {
        record.pk: record.reference
        for record in records
        if Part.CONTACT in sight.parts_open_to(request.who, record)
    }  # fmt: skip
    return render(
        request, "desk/child/earlier.html", frame(request, case) | {"versions": versions(shown, secret=False)}
    )
