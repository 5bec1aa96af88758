"""The conversations with the family on one case, and one of them."""

from django.contrib import messages
from django.shortcuts import redirect

from accounts.roles import CASE_STAFF
from cases import powers, sight
from core.events import Event
from core.refusals import NotAllowed, Refused
from desk.talking.forms import Message
from desk.talking.shared import opened, show
from door.page import page
from talking.actions.say import say
from talking.selectors import talk_seen, talks_on


@page(roles=CASE_STAFF)
def talks(request, reference):
    """With whom of the family there is a conversation, or may be."""
    case = opened(request, reference)
    return show(request, "talks", case, talks=talks_on(case))


@page(roles=CASE_STAFF)
def talk(request, reference, key):
    """One conversation, oldest first, and a message to be written."""
    case = opened(request, reference)
    seen = talk_seen(case, key)
    may = powers.may_do(request.who, Event.TALK_SAID) and sight.may_act(request.who, case)
    if request.method == "POST" and not (may and seen.may_write):
        raise NotAllowed("may not write here", seen=True)
    waits = seen.waits_until is not None
    form = Message(request.POST if request.method == "POST" else None, waits=waits)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            say(case.pk, key, form.telling(), by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, _done(seen))
            return redirect("desk:talk", reference=reference, key=key)
    return show(request, "talk", case, refused=refused, seen=seen, form=form, may=may)


def _done(seen) -> str:
    """What becomes of a message."""
    if seen.by_email:
        return f"It is in the conversation, and {seen.name} is told by email that a message waits."
    if seen.on_paper:
        return "It is in the conversation, and waits among the letters to print."
    return "It is in the conversation. We have no address to write to: ring them, or give it to them."
