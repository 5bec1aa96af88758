"""What an invited person goes through: the link, a code to their mailbox, a password, and in.

Opening the link changes nothing, for mail scanners open every link. Its secret goes into the session and out of the
address at once. The code is for the browser that asked for it.
"""

import secrets
from functools import wraps

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import invitations
from accounts.models import Invitation, Person
from accounts.roles import Role
from accounts.words import InvitationState
from cases.actions.staff.invite import accept
from core import clock
from core.refusals import Refused
from desk.people.forms import CodeForm, PasswordForm
from desk.people.letters import send_code
from door.counted import counted
from door.page import page

LINK, BROWSER, PROVED = "invitation", "invitation_browser", "invitation_proved"
"""In the session: the digest of the link, a mark of this browser, and the link whose mailbox was shown to be theirs."""
CODES_AN_HOUR = 5


@page(public=True)
@require_safe
def link(request, secret):
    """Takes the secret out of the address. Nothing else happens, whoever opens it and however often."""
    if request.method == "GET":
        request.session[LINK] = invitations.digest(secret)
    return redirect("desk:invitation")


def invited(view):
    """The invitation that this browser opened, or a page that says why there is none to accept."""

    @wraps(view)
    def opened(request):
        invitation = invitations.by_digest(request.session.get(LINK, ""))
        state = invitation.state_at(clock.now()) if invitation else None
        if state != InvitationState.WAITING:
            return _over(request, state, invitation)
        return view(request, invitation)

    return opened


@page(public=True)
@never_cache
@require_safe
@invited
def invitation(request, one: Invitation):
    """What they are invited to be, and what comes next."""
    signed_in = request.user.is_authenticated
    return render(
        request,
        "desk/people/invitation.html",
        {
            "invitation": one,
            "roles": [Role(role) for role in one.roles],
            "signed_in": signed_in,
            "theirs": signed_in and request.user.email.casefold() == one.email.casefold(),
        },
    )


@page(public=True)
@require_http_methods(["GET", "HEAD", "POST"])
@invited
def code(request, one: Invitation):
    """Sends a code to the invited address, and takes it."""
    if request.method == "POST" and "code" not in request.POST:
        return _post_code(request, one)
    if request.method != "POST" and BROWSER not in request.session:
        return redirect("desk:invitation")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if not invitations.spend_try(one):
            form.add_error("code", "That code is over. Ask for a new one below: it comes to the same address.")
        elif invitations.take_code(one, request.session.get(BROWSER, ""), form.cleaned_data["code"]):
            request.session.cycle_key()
            request.session[PROVED] = one.digest
            return redirect("desk:invitation_password")
        elif left := invitations.tries_left(one):
            tries = "1 try" if left == 1 else f"{left} tries"
            form.add_error("code", f"That is not the newest code we sent, or its 10 minutes are over. {tries} left")
        else:
            form.add_error("code", "That was the fifth wrong code, so it is over. Ask for a new one below.")
    return render(request, "desk/people/code.html", {"form": form, "invitation": one})


@page(public=True)
@require_http_methods(["GET", "HEAD", "POST"])
@invited
def password(request, one: Invitation):
    """A password of their own choosing, for somebody who showed that the mailbox is theirs; then they are in."""
    if request.session.get(PROVED) != one.digest:
        return redirect("desk:invitation")
    if invitations.signs_in_already(invitations.account_of(one)):
        return render(request, "desk/people/sign_in_to_accept.html", {"invitation": one})
    form = PasswordForm(
        request.POST if request.method == "POST" else None, person=Person(email=one.email, name=one.name)
    )
    if not (form.is_bound and form.is_valid()):
        return render(request, "desk/people/password.html", {"form": form, "invitation": one})
    person = accept(one, password=form.cleaned_data["password1"])
    _forget(request)
    return perform_password_login(request, {"email": person.email}, Login(user=person, email=person.email))


@page(signed_in=True)
@require_POST
@invited
def accept_signed_in(request, one: Invitation):
    """Accepted by somebody who has an account already: they have just shown who they are."""
    try:
        accept(one, person=request.user)
    except Refused as refusal:
        return render(request, "desk/people/over.html", {"reasons": refusal.reasons}, status=409)
    _forget(request)
    return redirect("home")


def _post_code(request, one: Invitation) -> HttpResponse:
    if counted(f"invitation:codes:{one.pk}") > CODES_AN_HOUR:
        return render(request, "desk/people/too_many_codes.html", {"invitation": one}, status=429)
    browser = request.session.setdefault(BROWSER, secrets.token_urlsafe(16))
    if not send_code(request, one, invitations.give_code(one, browser)):
        return render(request, "desk/people/code_not_sent.html", {"invitation": one}, status=503)
    return redirect("desk:invitation_code")


def _over(request, state: InvitationState | None, one: Invitation | None) -> HttpResponse:
    found = {"state": state, "invitation": one}
    return render(request, "desk/people/over.html", found, status=410)


def _forget(request) -> None:
    for key in (LINK, BROWSER, PROVED):
        request.session.pop(key, None)
