"""Where I am signed in: one place ended, or every other."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.models import SignedIn
from accounts.roles import STAFF
from accounts.sessions import end_all, end_one
from door.page import page


@page(roles=STAFF)
@require_POST
def sign_out_one(request, key):
    """That place asks for a sign-in at its next click."""
    try:
        end_one(request.who.person_id, key)
    except SignedIn.DoesNotExist:
        raise Http404 from None
    messages.success(request, "That place is signed out.")
    return redirect("desk:me")


@page(roles=STAFF)
@require_POST
def sign_out_elsewhere(request):
    """Every place but this one, at both doors, and where a password was typed and no second step given."""
    end_all(request.user, but=request.session.session_key)
    update_session_auth_hash(request, request.user)
    messages.success(request, "You are signed out everywhere else.")
    return redirect("desk:me")
