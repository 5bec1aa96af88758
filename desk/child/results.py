"""What came of a child's case: a full assessment, an appeal, a complaint."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.actions.results import note_result, result_mistaken
from cases.powers import MAY
from cases.result_words import Result
from cases.results_seen import results_of
from cases.selectors import records_of
from cases.words import Part
from core.events import Event
from desk.child.found import child_of, frame, tried
from desk.child.results_form import ResultForm
from door.page import page


@page(roles=MAY[Event.RESULT_NOTED])
def results(request, reference):
    """Notes one more, and shows those that were noted."""
    case = child_of(request, reference, "what came of it", part=Part.CONTACT)
    sent = request.POST if request.method == "POST" else None
    form = ResultForm(sent)
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        done, _refused = tried(
            form,
            lambda: note_result(case.pk, Result(given["kind"]), given["came_on"], given["note"], by=request.who),
        )
        if done:
            messages.success(request, "Noted. It counts on the page of activity.")
            return redirect("desk:results", reference=reference)
    noted = results_of({record.pk: record.reference for record in records_of(request.who, case)})
    return render(request, "desk/child/results.html", frame(request, case) | {"form": form, "noted": noted})


@page(roles=MAY[Event.RESULT_NOTED])
def mistaken(request, reference, key: UUID):
    """Says that one was noted by mistake: asked first, then done."""
    case = child_of(request, reference, "what came of it", part=Part.CONTACT)
    one = next((row for row in results_of({case.pk: case.reference}) if row.key == key), None)
    if one is None:
        raise Http404
    if one.mistaken_by:
        return redirect("desk:results", reference=reference)
    if request.method == "POST":
        result_mistaken(case.pk, key, by=request.who)
        messages.success(request, "Marked as a mistake. It counts no longer.")
        return redirect("desk:results", reference=reference)
    return render(request, "desk/child/result_mistaken.html", frame(request, case) | {"one": one})
