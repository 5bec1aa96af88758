"""One request, read by an officer, who may say what it is."""

from django.shortcuts import redirect, render

from accounts.roles import Role
from accounts.selectors import names_of
from cases.selectors import case_called, deadlines_of
from core.refusals import Refused
from documents.selectors import documents_of
from door.page import page
from door.words import plain_date
from ledger import looking
from pathway.actions.settle_request import settle_request
from referrals.forms import Settle
from referrals.selectors import referral_seen
from referrals.words import AsksFor


@page(roles={Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER})
def request_page(request, reference):
    """What was asked, in the sender's words, with its dates; and the one decision an officer can make here."""
    case = case_called(request.who, reference)
    referral = referral_seen(request.who, case)
    typed = request.POST if request.method == "POST" else None
    form = Settle(typed, only_assessment=referral.stands_as == AsksFor.HELP, received=plain_date(referral.received_on))
    refused: tuple[str, ...] = ()
    if typed is not None and form.is_valid():
        try:
            answer = AsksFor(form.cleaned_data["answer"])
            settle_request(referral.key, answer, form.cleaned_data["reason"], by=request.who, named=case.pk)
            return redirect("desk:request", reference=reference)
        except Refused as refusal:
            refused = refusal.reasons
            referral = referral_seen(request.who, case)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="request")
    return render(
        request,
        "desk/request.html",
        {
            "case": case,
            "referral": referral,
            "settled_by": names_of({referral.settled_by}).get(referral.settled_by) if referral.settled_by else "",
            "deadlines": deadlines_of(case, open_only=True),
            "documents": documents_of(request.who, case),
            "form": form,
            "may_settle": referral.stands_as != AsksFor.ASSESSMENT,
            "refused": refused,
            "title_error": bool(refused),
            "tab": "request",
        },
        status=409 if refused else 200,
    )
