"""A person's own second step: set up once, then on for good, with spare codes."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.credentials import own_steps
from accounts.models import Person
from door.page import page
from sendpath.limits import guess

USED = _("That spare code has been used already. Each works once: type another, or the 6 numbers of your app.")


class Counted:
    """A code, counted before it is looked at. Says so when it is a spare code that was used before."""

    user: Person
    cleaned_data: dict[str, str]

    def clean_code(self) -> str:
        tried = guess(context.request, "code", str(self.user.pk))
        if not tried.may_be_looked_at():
            raise ValidationError(get_adapter().error_messages["too_many_login_attempts"])
        try:
            code = super().clean_code()  # type: ignore[misc]
        except ValidationError:
            if self._was_used(self.cleaned_data["code"]):
                raise ValidationError(USED) from None
            raise
        tried.was_right()
        return code

    def _was_used(self, typed: str) -> bool:
        row = Authenticator.objects.filter(user=self.user, type=Authenticator.Type.RECOVERY_CODES).first()
        if row is None:
            return False
        codes = row.wrap()
        return any(
            compare_user_code(actual=typed, expected=code) and code not in codes.get_unused_codes()
            for code in codes.generate_codes()
        )


class CodeForm(Counted, AuthenticateForm):
    """At sign-in."""


class CodeAgainForm(Counted, ReauthenticateForm):
    """Where somebody shows that it is still them."""


class SetUp(ActivateTOTPView):
    """allauth's page. The code just typed is this session's second step, and the session gets a new key with it."""

    def form_valid(self, form):
        done = super().form_valid(form)
        self.request.session.cycle_key()
        record_authentication(self.request, self.request.user, method="mfa", type="totp", reauthenticated=True)
        return done


@page(signed_in=True)
def second_step(request):
    """What their second steps are, and where the spare codes are."""
    steps = own_steps(request.user)
    return render(
        request,
        "mfa/second_step.html",
        {
            "app": any(one.type == Authenticator.Type.TOTP for one in steps),
            "passkeys": [one for one in steps if one.type == Authenticator.Type.WEBAUTHN],
        },
    )


@page(signed_in=True)
def no_turning_off(request):
    """allauth sends here somebody whose second step is already on."""
    return HttpResponseRedirect(reverse("mfa_index"))
