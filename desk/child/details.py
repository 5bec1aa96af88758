"""Putting right who a child is."""

from django.contrib import messages
from django.shortcuts import redirect

from cases.actions.child.details import change_details
from cases.powers import MAY
from cases.secrecy import is_secret
from cases.words import Part
from core.events import Event
from desk.child.forms import DetailsForm
from desk.child.found import child_of, show_form, tried
from door.page import page


@page(roles=MAY[Event.CHILD_CHANGED])
def details(request, reference):
    """Names, birthday, language, communication and numbers, on one page."""
    case = child_of(request, reference, "the child", part=Part.CONTACT)
    sent = request.POST if request.method == "POST" else None
    form = DetailsForm(sent, initial=DetailsForm.initial_of(case.child), watched=is_secret(case.pk))
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        done, refused = tried(form, lambda: change_details(case.pk, form.details, by=request.who))
        if done:
            messages.success(request, "Saved. What stood before is kept.")
            return redirect("desk:child", reference=reference)
    return show_form(
        request, case, form, refused=refused, heading=f"Who {case.child.called} is", button="Save",
        intro="Change what is wrong or missing. What stood before is kept, and history says that something changed, "
        "never what.",
    )  # fmt: skip
