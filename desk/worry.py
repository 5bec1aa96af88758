"""The Bridge says that what may tell of harm was read and is not for social care."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases import sight
from cases.powers import MAY
from cases.selectors import case_called
from cases.words import Part
from core.events import Event
from core.refusals import Refused
from door.forms import GovForm, LongTextField
from door.page import page
from ledger import looking
from referrals.actions.read_worry import read_worry
from referrals.selectors import referral_seen
from referrals.selectors_work import said_at_work
from referrals.words import Why


class Read(GovForm):
    """Why, for those who may read a worry about the child."""

    because = LongTextField(
        label="Why is this not for social care?", max_length=2000, rows=4,
        help_text="What you made of the words, whom you asked, and what you were told. Only those who may read a worry "
        "about the child read this.",
        error_messages={"required": Why.NO_REASON_NOT_FOR_CARE.value},
    )  # fmt: skip


@page(roles=MAY[Event.WORRY_READ])
def read(request, reference):
    """The words that stand first, and the reason they need not."""
    case = case_called(request.who, reference)
    referral, work = referral_seen(request.who, case), said_at_work(request.who, case)
    knows = Part.SAFEGUARDING in sight.parts_open_to(request.who, case)
    if not knows or referral.key is None or not (referral.may_tell_of_harm or (work and work.concern)):
        raise Http404
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="request")
    form = Read(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            read_worry(referral.key, form.cleaned_data["because"], by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"{case.child.called}’s request stands in the ordinary order of the queue.")
            return redirect("desk:request", reference=reference)
    about = {
        "case": case, "referral": referral, "work": work, "form": form, "refused": refused,
        "title_error": bool(refused), "tab": "request",
    }  # fmt: skip
    return render(request, "desk/read_worry.html", about, status=409 if refused else 200)
