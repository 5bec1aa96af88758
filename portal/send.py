"""Checking the answers, sending them once, and the receipt."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext

from accounts.family import asker, authority_called
from cases.family import drafts
from core.refusals import Refused
from documents.family import files_of
from door.page import page
from pathway.family import ask as send
from portal import draft as work
from portal.answers import request_from
from portal.questions import first_open, name_of
from portal.summary import summary
from referrals.family import request_sent


@page(public=True)
def check(request, slug):
    """Everything on one page before it goes. Sending twice is sending once."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    if draft is None:
        return render(request, "portal/lost.html", status=404)
    if draft.became:
        return redirect("portal:sent", slug=slug)
    if step := first_open(draft.answers):
        return redirect("portal:question", slug=slug, key=step.key)
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            send(asker(request.who, authority), request_from(draft), draft)
            return redirect("portal:sent", slug=slug)
        except Refused as refusal:
            refused = tuple(gettext(reason) for reason in refusal.reasons)
    return render(
        request,
        "portal/check.html",
        {
            "sections": summary(draft.answers),
            "files": files_of(draft),
            "name": name_of(draft.answers),
            "asks_for": draft.answers["what"]["asks_for"],
            "mark": drafts.mark(draft),
            "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )


@page(public=True)
def sent(request, slug):
    """The receipt: a reference, what happens next, and by when."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    if draft is None or not draft.became:
        return redirect("portal:ask", slug=slug)
    return render(request, "portal/sent.html", {"receipt": request_sent(draft.became, authority.pk)})
