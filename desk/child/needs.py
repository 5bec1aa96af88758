"""What a child needs help with, by the pathway's words and by those of the national returns."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.needs import name_needs
from cases.need_words import Needs
from cases.needs_seen import needs_of, standing_needs
from cases.powers import MAY
from cases.selectors import records_of
from cases.words import Part
from core.events import Event
from desk.child.found import child_of, frame
from desk.child.needs_form import NeedsForm, from_shown
from door.page import page


@page(roles=MAY[Event.NEEDS_NAMED])
def needs(request, reference):
    """Ticks and unticks needs. Only what was changed on this page is written, whatever colleagues did meanwhile."""
    case = child_of(request, reference, "the needs", part=Part.CONTACT)
    standing = standing_needs(case)
    sent = request.POST if request.method == "POST" else None
    shown = standing if sent is None else from_shown(sent.get("shown", ""))
    form = NeedsForm(sent, shown=shown)
    if sent is not None and form.is_valid():
        gone = shown - form.ticked
        mistaken = form.cleaned_data["taken_out"] == "mistake"
        name_needs(
            case.pk,
            more=form.ticked - shown,
            over=Needs() if mistaken else gone,
            mistaken=gone if mistaken else Needs(),
            by=request.who,
        )
        messages.success(request, "Saved. What stood before is kept.")
        return redirect("desk:child", reference=reference)
    noted = needs_of({record.pk: record.reference for record in records_of(request.who, case)})
    return render(request, "desk/child/needs.html", frame(request, case) | {"form": form, "noted": noted})
