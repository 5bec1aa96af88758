"""Writing down what somebody answered on the phone, on a request that waits for more."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.powers import MAY
from cases.secrecy import is_secret
from cases.selectors import case_called
from core import clock
from core.events import Event
from core.refusals import Invalid
from door.page import page
from ledger import looking
from referrals.actions.reply import Heard, hear
from referrals.forms import HeardByPhone
from referrals.selectors import question_of_request, referral_seen


@page(roles=MAY[Event.REFERRAL_RANG])
def heard(request, reference):
    """The question, and what was answered. Where nothing was asked there is no such page."""
    case = case_called(request.who, reference)
    referral = referral_seen(request.who, case)
    question = question_of_request(referral.key)
    if question is None:
        raise Http404
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="answer by phone")
    sent = request.POST if request.method == "POST" else None
    begin = {"spoken_on": clock.today(), "who_spoke": referral.sender.name if referral.sender else ""}
    form = HeardByPhone(sent, initial=begin, watched=sent is not None and is_secret(case.pk))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        said = Heard(given["words"], given["who_spoke"], given["spoken_on"], given["at"])
        try:
            hear(question.key, said, by=request.who, name=request.user.name, named=case.pk)
        except Invalid as wrong:
            for name, why in wrong.fields.items():
                form.add_error(name, why)
        else:
            messages.success(request, "The answer is written down and stands like any other. The sender is told.")
            return redirect("desk:request", reference=case.reference)
    about = {"case": case, "referral": referral, "form": form, "question": question, "tab": "request"}
    return render(request, "desk/heard.html", about)
