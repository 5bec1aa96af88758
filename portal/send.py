"""Checking the answers, sending them once, and the receipt."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from accounts.family import asker, authority_called
from cases.family import drafts
from core.refusals import Refused
from documents.family import files_of
from door.page import page
from pathway.family import ask as send
from people.family import young_person_today
from portal import draft as work
from portal.answers import born_on, request_from
from portal.ask import lost
from portal.questions import first_open, for_self, name_of
from portal.summary import summary
from referrals.family import Why, request_sent


@page(public=True)
def check(request, slug):
    """Everything on one page before it goes. Sending twice is sending once."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    if draft is None:
        return lost(request)
    if draft.became:
        return redirect("portal:sent", slug=slug)
    if step := first_open(draft.answers):
        return redirect("portal:question", slug=slug, key=step.key)
    refused: list[str] = []
    if request.method == "POST":
        try:
            send(asker(request.who, authority), request_from(draft), draft)
            return redirect("portal:sent", slug=slug)
        except Refused as refusal:
            refused = [_mended_at(slug, reason) for reason in refusal.reasons]
    return render(
        request,
        "portal/check.html",
        {
            "sections": summary(draft.answers),
            "files": files_of(draft),
            "name": name_of(draft.answers),
            "asks_for": draft.answers["what"]["asks_for"],
            "oneself": for_self(draft.answers),
            "may_ask_alone": young_person_today(born_on(draft.answers)),
            "mark": drafts.mark(draft),
            "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )


def _mended_at(slug: str, reason: str) -> str:
    """A reason for refusing, as a link to the question where it is mended. There are two: consent and birthday."""
    key = "sharing" if reason == Why.NO_CONSENT else "child"
    url = reverse("portal:question", args=[slug, key]) + "?change=1"
    return format_html('<a href="{}">{}</a>', url, gettext(reason))


@page(public=True)
def sent(request, slug):
    """The receipt: a reference, what happens next, and by when."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    if draft is None or not draft.became:
        return redirect("portal:ask", slug=slug)
    return render(request, "portal/sent.html", {"receipt": request_sent(draft.became, authority.pk)})
