"""What makes a child one of the most vulnerable, for those who may know: each kind is of a part of the case."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases import sight
from cases.actions.markers import mark, marker_over
from cases.marker_words import Marker, open_kinds
from cases.markers_seen import markers_of
from cases.powers import MAY
from cases.selectors import records_of
from cases.words import Part
from core.events import Event
from desk.child.found import child_of, frame, show_form, tried
from desk.child.markers_form import MarkerForm, MarkerOver
from door.page import page

PAGE = "what gives priority"
"""What stands in the list of who has looked: everybody's, whatever kinds they may know of."""


@page(roles=MAY[Event.MARKER_KEPT])
def markers(request, reference):
    """Marks one more, and shows those that the reader may know of."""
    case = child_of(request, reference, PAGE, part=Part.CIRCUMSTANCES)
    sent = request.POST if request.method == "POST" else None
    form = MarkerForm(sent, kinds=open_kinds(sight.parts_open_to(request.who, case)))
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        done, _refused = tried(
            form, lambda: mark(case.pk, Marker(given["kind"]), given["since"], given["source"], by=request.who)
        )
        if done:
            messages.success(request, "Noted. No date has changed, and nobody was told.")
            return redirect("desk:markers", reference=reference)
    records = records_of(request.who, case)
    parts = {record.pk: sight.parts_open_to(request.who, record) for record in records}
    noted = markers_of({record.pk: record.reference for record in records}, parts)
    return render(request, "desk/child/markers.html", frame(request, case) | {"form": form, "noted": noted})


@page(roles=MAY[Event.MARKER_KEPT])
def over(request, reference, key: UUID):
    """Says that one is over, or was never so."""
    case = child_of(request, reference, PAGE, part=Part.CIRCUMSTANCES)
    known = markers_of({case.pk: case.reference}, {case.pk: sight.parts_open_to(request.who, case)})
    one = next((row for row in known if row.key == key), None)
    if one is None:
        raise Http404
    if not one.stands:
        return redirect("desk:markers", reference=reference)
    form = MarkerOver(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        until = form.cleaned_data["until"] if form.cleaned_data["how"] == "over" else None
        done, _refused = tried(form, lambda: marker_over(case.pk, key, until, by=request.who))
        if done:
            messages.success(request, "Saved. What stood before is kept.")
            return redirect("desk:markers", reference=reference)
    return show_form(
        request, case, form, heading=f"{one.words}: is this over?", button="Save",
        intro="It stays on the page, with its days and who said so. What is over gives no priority any more.",
    )  # fmt: skip
