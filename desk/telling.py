"""Whether the parent is told of a request that somebody who works with the child sent: the Bridge says."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.powers import MAY
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from door.forms import GovForm, LongTextField, Radios
from door.page import page
from ledger import looking
from referrals.actions.telling import do_not_tell, tell_family
from referrals.selectors import referral_seen
from referrals.selectors_work import said_at_work

TELL, NOT = "tell", "not"


class Telling(GovForm):
    """Told or not, and what goes with each."""

    what = forms.ChoiceField(
        label="Is the family told?", widget=Radios, error_messages={"required": "Choose whether the family is told"}
    )
    safe = forms.BooleanField(label="I made sure that it is safe to tell them", required=False)
    agrees = forms.BooleanField(
        label="They told us that they agree to sharing with services who could help", required=False
    )
    mark_optional = False
    because = LongTextField(
        label="If they are not told, why?", max_length=2000, rows=4, required=False,
        help_text="Only those who may read a worry about the child read this.",
    )  # fmt: skip

    def __init__(self, *args, work, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(NOT, "Do not tell them for now")]
        if work.parent and work.parent.reached:
            where = work.parent.email or ", ".join(work.parent.home.splitlines())
            choices.insert(0, (TELL, f"Write to {work.parent.name}, {where}"))
        self.fields["what"].choices = choices
        if not work.worry:
            del self.fields["safe"]


@page(roles=MAY[Event.FAMILY_TOLD])
def tell(request, reference):
    """Why they were not told at once, and the two answers."""
    case = case_called(request.who, reference)
    referral, work = referral_seen(request.who, case), said_at_work(request.who, case)
    if work is None or referral.sender is None or (work.parent and work.parent.told_from):
        raise Http404
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="telling the family")
    form = Telling(request.POST if request.method == "POST" else None, work=work)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            _said(request, case, referral, form.cleaned_data)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            return redirect("desk:request", reference=reference)
    about = {
        "case": case, "referral": referral, "work": work, "form": form, "refused": refused,
        "title_error": bool(refused), "tab": "request",
    }  # fmt: skip
    return render(request, "desk/tell_family.html", about, status=409 if refused else 200)


def _said(request, case, referral, given) -> None:
    if given["what"] == TELL:
        tell_family(
            referral.key, by=request.who, agrees=given["agrees"], safe=given.get("safe", False), named=case.pk
        )  # fmt: skip
        messages.success(request, "The parent is written to, and hears from now on what becomes of the request.")
    else:
        do_not_tell(referral.key, given["because"], by=request.who, named=case.pk)
        messages.success(request, "The family is not told. You can change this at any time.")
