"""What was said elsewhere is written down; something needs no answer; how somebody wants to be reached."""

from django.contrib import messages
from django.shortcuts import redirect

from cases.powers import MAY
from core.events import Event
from core.refusals import NotAllowed, Refused
from desk.talking.forms import NoAnswer, Prefers, Record
from desk.talking.shared import opened, show
from door.page import page
from talking.actions.say import prefer, say, settle
from talking.selectors import talk_seen

STAFF = MAY[Event.TALK_SAID]


@page(roles=STAFF)
def record(request, reference, key):
    """A call, a letter, a text, an email or a talk face to face, with equal standing."""
    case, seen = _open_to_write(request, reference, key)
    form = Record(request.POST if request.method == "POST" else None, waits=seen.waits_until is not None)
    act = lambda: say(case.pk, key, form.telling(), by=request.who)  # noqa: E731
    return _step(request, "record", case, seen, form, act, "It stands in the conversation.")


@page(roles=STAFF)
def no_answer(request, reference, key):
    """What they wait for needs no answer, and why."""
    case = opened(request, reference)
    seen = talk_seen(case, key)
    form = NoAnswer(request.POST if request.method == "POST" else None)
    act = lambda: settle(case.pk, key, form.cleaned_data["because"], by=request.who)  # noqa: E731
    return _step(request, "no_answer", case, seen, form, act, "Nothing waits for an answer here any more.")


@page(roles=STAFF)
def way(request, reference, key):
    """How somebody wants to be reached and met, noted for them."""
    case, seen = _open_to_write(request, reference, key)
    before = {
        "way": seen.prefers or "", "meets": seen.meets or "", "suits": list(seen.suits), "not_on": list(seen.not_on),
        "helps": seen.helps,
    }  # fmt: skip
    form = Prefers(request.POST if request.method == "POST" else None, initial=before)
    act = lambda: prefer(case.pk, key, form.wishes(), by=request.who)  # noqa: E731
    return _step(request, "way", case, seen, form, act, "It is noted.")


def _step(request, template, case, seen, form, act, done: str):
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            act()
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, done)
            return redirect("desk:talk", reference=case.reference, key=seen.key)
    return show(request, template, case, refused=refused, seen=seen, form=form)


def _open_to_write(request, reference, key):
    case = opened(request, reference)
    seen = talk_seen(case, key)
    if not seen.may_write:
        raise NotAllowed("nobody to talk with")
    return case, seen
