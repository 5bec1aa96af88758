"""Where a child learns."""

from django.contrib import messages
from django.shortcuts import redirect

from cases.actions.child.learning import Attended, keep_learning, mark_mistaken
from cases.child_editing import learning_to_change
from cases.powers import MAY
from cases.secrecy import is_secret
from cases.secret_seen import PAGE
from cases.words import Part
from core.events import Event
from desk.child.forms import LearningForm
from desk.child.found import child_of, show_form, tried
from door.page import page
from ledger import looking


@page(roles=MAY[Event.LEARNING_KEPT])
def learning(request, reference, key=None):
    """Enters where a child learns, or another version of it."""
    case = child_of(request, reference, "where they learn", part=Part.CONTACT)
    row = learning_to_change(request.who, case, key) if key else None
    if row and row.secret:
        looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)
    sent = request.POST if request.method == "POST" else None
    if sent is not None and row and "mistaken" in sent:
        mark_mistaken(case.pk, row.pk, by=request.who)
        messages.success(request, "Marked as a mistake. It is kept among what stood before.")
        return redirect("desk:child", reference=reference)
    first = {"secret": is_secret(case.pk)}
    if row:
        first = {
            "name": row.setting.name if row.setting else row.words, "since": row.since, "until": row.until,
            "secret": row.secret,
        }  # fmt: skip
    form = LearningForm(sent, initial=first)
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        attended = Attended(**form.cleaned_data)
        done, refused = tried(form, lambda: keep_learning(case.pk, key, attended, by=request.who))
        if done:
            messages.success(
                request,
                "Where they learn is saved." + (" It stands with what is secret." if attended.secret else ""),
            )
            return redirect("desk:child", reference=reference)
    return show_form(
        request, case, form, refused=refused, mistake=row is not None, button="Save where they learn",
        heading=f"Where {case.child.called} learns",
        intro="When they move, give the old setting its last day and enter the new one. Both stay on record.",
    )  # fmt: skip
