"""Passkeys: made, named, removed, and used to sign in. allauth's pages, with what they leave unsaid."""

from allauth.mfa.webauthn import views
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _

from accounts.credentials import is_last_step
from core.refusals import Refused

LAST = "This is the only second step you have, so it stays. Make another passkey or set up an authenticator app first."


class Add(views.AddWebAuthnView):
    """Every passkey of ours can sign in by itself: it lives on the device and asks for a finger, a face or a PIN."""

    def form_valid(self, form):
        done = super().form_valid(form)
        messages.success(self.request, _("Your passkey is made. You can sign in with it from now on."))
        return done


class Rename(views.EditWebAuthnView):
    success_url = reverse_lazy("mfa_index")


class Remove(views.RemoveWebAuthnView):
    """Never the last second step."""

    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form):
        if is_last_step(self.request.user, self.object):
            raise Refused(LAST)
        done = super().form_valid(form)
        messages.success(self.request, _("The passkey is removed. It signs nobody in any more."))
        return done


class SignIn(views.LoginWebAuthnView):
    """The same answer for a passkey nobody knows and for one that was removed."""

    def form_invalid(self, form):
        return HttpResponseRedirect(f"{reverse('account_login')}?passkey=no")


class Again(views.ReauthenticateWebAuthnView):
    """Shows that it is still them."""

    def form_invalid(self, form):
        return HttpResponseRedirect(reverse("mfa_reauthenticate_webauthn"))


add, rename, remove = Add.as_view(), Rename.as_view(), Remove.as_view()
sign_in, again = SignIn.as_view(), Again.as_view()
