"""Somebody around the child."""

from django.contrib import messages
from django.shortcuts import redirect

from cases.actions.child.person import Person, keep_person, mark_mistaken
from cases.child_editing import person_to_change, sender_to_write_down, sibling_reference
from cases.models import Case
from cases.powers import MAY
from cases.secret_seen import PAGE
from cases.words import Part
from core.events import Event
from core.refusals import Refused
from desk.child.forms import PERSON, PersonForm
from desk.child.found import child_of, show_form, tried
from door.page import page
from ledger import looking
from people.models import Around


@page(roles=MAY[Event.PERSON_KEPT])
def person(request, reference, key=None, carer=None):
    """Enters somebody, writes more of whoever asked, or another version of somebody."""
    case = child_of(request, reference, "somebody around the child", part=Part.CONTACT)
    row = person_to_change(request.who, case, key) if key else None
    sender = sender_to_write_down(request.who, case, carer) if carer else None
    if row and row.secret:
        looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)
    sent = request.POST if request.method == "POST" else None
    follows = sender is not None and request.GET.get("then") == "follow"
    if sent is not None and row and "mistaken" in sent:
        return _mistaken(request, case, row, reference)
    form = PersonForm(sent, initial=_first(request.who, row, sender))
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        given = Person(**{name: form.cleaned_data[name] for name in PERSON})
        kept: list[Around] = []
        done, refused = tried(form, lambda: kept.append(keep_person(case.pk, key, given, by=request.who, carer=carer)))
        if done and follows:
            return redirect("desk:follow", reference=reference, key=kept[0].pk)
        if done:
            said = "Saved. They stand with what is secret." if given.secret else "Saved."
            messages.success(request, said)
            return redirect("desk:child", reference=reference)
    return _show(request, case, form, row, refused, follows=follows)


def _first(who, row, sender) -> dict:
    if row:
        return {name: getattr(row, name, "") for name in PERSON} | {"sibling": sibling_reference(who, row)}
    if sender:
        tie = sender.relationship if sender.relationship not in {"self"} else "other"
        return {
            "tie": tie, "name": sender.name, "email": sender.email, "phone": sender.phone,
            "lives_with": sender.cares_for,
        }  # fmt: skip
    return {}


def _mistaken(request, case: Case, row, reference: str):
    try:
        mark_mistaken(case.pk, row.pk, by=request.who)
    except Refused as refusal:
        return _show(request, case, PersonForm(initial=_first(request.who, row, None)), row, refusal.reasons)
    messages.success(request, "Marked as a mistake. It is kept among what stood before.")
    return redirect("desk:child", reference=reference)


def _show(request, case: Case, form, row, refused: tuple[str, ...], *, follows: bool = False):
    return show_form(
        request, case, form, refused=refused, mistake=row is not None,
        button="Save, and go on to let them follow" if follows else "Save",
        heading=row.name if row else f"Somebody around {case.child.called}",
        intro=("Before they follow the case, write down what they are to the child. " if follows else "")
        + "What somebody is to the child, whether they have parental responsibility, and whom they act for are "
        "three questions. How to reach them is theirs: nobody of the family is shown it.",
    )  # fmt: skip
