"""A person's own second step: set up once, then on for good, with spare codes."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from door.page import page


class SetUp(ActivateTOTPView):
    """allauth's page. The code just typed is this session's second step."""

    def form_valid(self, form):
        done = super().form_valid(form)
        record_authentication(self.request, self.request.user, method="mfa", type="totp", reauthenticated=True)
        return done


@page(signed_in=True)
def second_step(request):
    """Says that the second step is on, and where the spare codes are."""
    return render(request, "mfa/second_step.html")


@page(signed_in=True)
def no_turning_off(request):
    """allauth sends here somebody whose second step is already on."""
    return HttpResponseRedirect(reverse("mfa_index"))
