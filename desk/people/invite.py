"""Inviting a colleague, and the list of invitations."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.invitations import agencies, as_seen, invitations
from accounts.selectors import teams
from accounts.standing import is_covered
from cases.actions.staff import invite as acts
from cases.powers import KEEPS_PEOPLE, may_do, may_give
from core import clock
from core.events import Event
from core.refusals import Refused
from desk.paging import links
from desk.people.forms import InviteForm
from desk.people.letters import send_invitation
from door.page import page
from door.words import long_date

A_PAGE = 50
NOT_SENT = "The letter to {} could not be sent just now. The invitation is kept: press “Send again” in a few minutes."


@page(roles=KEEPS_PEOPLE)
def listed(request):
    """Every invitation of the authority: those that wait first among the newest."""
    found = Paginator(invitations(request.who), A_PAGE).get_page(request.GET.get("page"))
    shown = as_seen(found.object_list)
    return render(
        request,
        "desk/people/invitations.html",
        {
            "invitations": shown,
            "waiting": [one for one in shown if one.state == "waiting"],
            "several": found.paginator.num_pages > 1,
            **links(request, found),
        },
    )


@page(roles=KEEPS_PEOPLE)
def invite(request):
    """Asks whom, and as what; sends the letter."""
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        may_give=may_give(request.who),
        teams=teams(request.who),
        agencies=agencies(),
        covered=partial(is_covered, request.who.authority_id),
        initial={"since": clock.today()},
    )
    if form.is_bound and form.is_valid():
        try:
            invitation, secret = acts.invite(form.wanted(), by=request.who)
        except Refused as refusal:
            form.refuse(refusal.reasons)
        else:
            return _sent(request, invitation, secret)
    return render(request, "desk/people/invite.html", {"form": form, "keeps_agreements": _keeps_agreements(request)})


def _keeps_agreements(request) -> bool:
    return may_do(request.who, Event.AGREEMENT_KEPT)


@page(roles=KEEPS_PEOPLE)
@require_POST
def again(request, key):
    """Sends the letter again, with a new link."""
    invitation, secret = acts.send_again(key, by=request.who)
    return _sent(request, invitation, secret)


@page(roles=KEEPS_PEOPLE)
def withdraw(request, key):
    """Asks whether the invitation should stop, and stops it."""
    invitation = invitations(request.who).get(pk=key)
    if request.method != "POST":
        return render(request, "desk/people/withdraw.html", {"invitation": invitation})
    acts.withdraw(key, by=request.who)
    messages.success(request, f"The invitation to {invitation.name} is withdrawn. Its link no longer works.")
    return redirect("desk:invitations")


def _sent(request, invitation, secret):
    if send_invitation(request, invitation, secret):
        until = long_date(invitation.ends_at)
        messages.success(request, f"{invitation.name} is invited. The link works until {until}.")
    else:
        messages.warning(request, NOT_SENT.format(invitation.email))
    return redirect("desk:invitations")
