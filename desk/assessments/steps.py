"""An assessment is begun, a service is asked for its part, a part is finished, the whole is sent, taken or stopped."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.away import case_staff
from assessments.selectors import assessment_called, assessment_page, carries, may_take, readers_on
from assessments.words import AGENCIES, Chapter
from cases.powers import MAY
from cases.selectors import case_called
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Refused
from desk.assessments.forms import AskFor, Send, Stop
from desk.assessments.places import shown_parts, title_of
from desk.assessments.shared import chapter_called, looked, show
from door.page import page
from pathway.actions.family_assessment import (
    ask_for_part,
    begin_assessment,
    send_assessment,
    stop_assessment,
    take_assessment,
)  # fmt: skip


@page(roles=MAY[Event.FAMILY_ASSESSMENT_BEGUN])
@require_POST
def begin(request, reference):
    """Begins one, with what is known already."""
    case = case_called(request.who, reference, part=Part.TOGETHER)
    if not carries(request.who, case):
        raise Http404
    try:
        begun = begin_assessment(case.pk, by=request.who)
    except Refused as refusal:
        messages.error(request, " ".join(str(one) for one in refusal.reasons))
        return redirect("desk:assessments", reference=reference)
    messages.success(request, "It is begun, with what is known already. Check it with the family.")
    return redirect("desk:assessment", reference=reference, key=begun.pk)


@page(roles=MAY[Event.FAMILY_ASSESSMENT_ASKED])
def ask(request, reference, key, chapter):
    """Somebody is asked to write a part."""
    case, found = _carried(request, reference, key)
    wanted = chapter_called(chapter)
    if wanted not in AGENCIES:
        raise Http404
    form = AskFor(
        request.POST if request.method == "POST" else None, people=case_staff(case.authority_id, clock.today())
    )
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            ask_for_part(key, wanted, UUID(given["person"]), given["due_on"], by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "They are asked, and have it among what they are to do.")
            return redirect("desk:assessment", reference=reference, key=key)
    parts = assessment_page(request.who, found).parts
    asked = next((one for one in parts if one.chapter == wanted and one.asked and not one.done_at), None)
    title = title_of(wanted, case.child.called)
    return show(request, "ask", case, refused=refused, form=form, key=key, title=title, asked=asked)


@page(roles=MAY[Event.FAMILY_ASSESSMENT_SENT])
def send_one(request, reference, key):
    """To the CAF team, and to whom of the family; then it stands."""
    case, found = _carried(request, reference, key)
    seen = assessment_page(request.who, found)
    form = Send(
        request.POST if request.method == "POST" else None, readers=readers_on(case), called=case.child.called,
        waits=any(part.asked and not part.done_at for part in seen.parts),
        no_views=any(part.chapter == Chapter.VIEWS and part.is_empty for part in seen.parts),
    )  # fmt: skip
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            send_assessment(key, form.wanted(), by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "It stands as it was sent. The CAF team has a letter, and says when it has it.")
            return redirect("desk:assessment", reference=reference, key=key)
    parts = shown_parts(seen, case.child.called)
    return show(request, "send", case, refused=refused, form=form, page=seen, parts=parts)


@page(roles=MAY[Event.FAMILY_ASSESSMENT_TAKEN])
@require_POST
def taken(request, reference, key):
    """The CAF team says that it has it."""
    case, _found = assessment_called(request.who, reference, key)
    if not may_take(request.who, case):
        raise Http404
    try:
        take_assessment(key, by=request.who, named=case.pk)
    except Refused as refusal:
        messages.error(request, " ".join(str(one) for one in refusal.reasons))
    else:
        messages.success(request, "Noted: the CAF team has it. Whoever leads is told.")
    return redirect("desk:assessment", reference=reference, key=key)


@page(roles=MAY[Event.FAMILY_ASSESSMENT_STOPPED])
def stop_one(request, reference, key):
    """Asks why, then it is not carried on."""
    case, found = _carried(request, reference, key)
    form = Stop(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            stop_assessment(key, form.cleaned_data["because"], by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "It is not carried on. What was written stays to be read.")
            return redirect("desk:assessments", reference=reference)
    return show(request, "stop", case, refused=refused, form=form, key=key)


def _carried(request, reference, key):
    case, found = assessment_called(request.who, reference, key)
    looked(request, case)
    if found.state != "writing" or not carries(request.who, case):
        raise Http404
    return case, found
