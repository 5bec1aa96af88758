"""Who is asked to a meeting: one more, one less, what they answered by other ways, and who came."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.away import staff
from accounts.roles import CASE_STAFF
from core import clock
from core.refusals import Refused
from desk.meetings.forms import Ask, WhoCame
from desk.meetings.shared import looked, show
from door.page import page
from meetings.actions.call import invite, take_out
from meetings.actions.close import note_came
from meetings.actions.reply import reply
from meetings.selectors import invitees_of, may_arrange, may_write, meeting_called
from meetings.words import Came, Reply


@page(roles=CASE_STAFF)
def ask(request, reference, key):
    """One more."""
    case, meeting = _open(request, reference, key)
    people = staff(case.authority_id, clock.today())
    form = Ask(request.POST if request.method == "POST" else None, people=people)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            invite(key, form.guest(), by=request.who, anyway=form.cleaned_data["anyway"], named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "They are asked.")
            return redirect("desk:meeting", reference=reference, key=key)
    return show(request, "ask", case, refused=refused, form=form, key=key)


@page(roles=CASE_STAFF)
def out(request, reference, key, invitee):
    """Asks once, then somebody is asked no longer."""
    case, meeting = _open(request, reference, key)
    found = _one(meeting, invitee)
    if request.method == "POST":
        take_out(key, invitee, by=request.who, named=case.pk)
        messages.success(request, f"{found.name} is not asked any more. Tell them, if they know of it already.")
        return redirect("desk:meeting", reference=reference, key=key)
    return show(request, "out", case, invitee=found, key=key)


@page(roles=CASE_STAFF)
@require_POST
def answered(request, reference, key, invitee):
    """Somebody said on the phone, or face to face, whether they can come."""
    case, meeting = _open(request, reference, key, arrange=False)
    _one(meeting, invitee)
    says = request.POST.get("says", "")
    if says not in {Reply.YES, Reply.NO}:
        raise Http404
    reply(invitee, Reply(says), "", by=request.who, named=case.pk)
    return redirect("desk:meeting", reference=reference, key=key)


@page(roles=CASE_STAFF)
@require_POST
def came(request, reference, key, invitee):
    """Somebody was there, sent apologies or did not come, and why."""
    case, meeting = _open(request, reference, key)
    _one(meeting, invitee)
    form = WhoCame(request.POST)
    if not form.is_valid():
        raise Http404
    said = form.cleaned_data["came"]
    note_came(key, invitee, Came(said) if said else None, form.cleaned_data["because"], by=request.who, named=case.pk)
    return redirect("desk:meeting", reference=reference, key=key)


def _open(request, reference, key, *, arrange: bool = True):
    case, meeting = meeting_called(request.who, reference, key)
    looked(request, case)
    may = may_arrange(request.who, case) if arrange else may_write(request.who, meeting)
    if meeting.state != "planned" or not may:
        raise Http404
    return case, meeting


def _one(meeting, invitee: UUID):
    found = next((one for one in invitees_of(meeting) if one.key == invitee), None)
    if found is None:
        raise Http404
    return found
