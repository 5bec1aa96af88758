"""Signing in, the second factor and the footer: the same addresses at both doors."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from django.urls import path, re_path

from door import footer
from door.page import page
from sendpath.brand import brand
from sendpath.health import health
from sendpath.passkeys import add, again, remove, rename, sign_in
from sendpath.second_step import SetUp, no_turning_off, second_step
from sendpath.steady import steady

public = page(public=True)

WAYS_IN = [
    path("health/", health, name="health"),
    path("brand/<slug:slug>.css", brand, name="brand"),
    path("robots.txt", footer.robots, name="robots"),
    path("accessibility/", footer.accessibility, name="accessibility"),
    path("privacy/", footer.privacy, name="privacy"),
    path("cookies/", footer.cookies, name="cookies"),
    path("contact/", footer.contact, name="contact"),
    path("sign-in/", public(account.login), name="account_login"),
    path("sign-out/", public(account.logout), name="account_logout"),
    path("sign-in/locked/", public(account.account_inactive), name="account_inactive"),
    path("sign-in/code/", public(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/again/", public(account.reauthenticate), name="account_reauthenticate"),
    path("sign-in/again/code/", public(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("password/", public(steady(account.password_reset)), name="account_reset_password"),
    path("password/sent/", public(account.password_reset_done), name="account_reset_password_done"),
    re_path(
        r"^password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        public(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/changed/",
        public(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("second-step/set-up/", public(SetUp.as_view()), name="mfa_activate_totp"),
    path("second-step/", second_step, name="mfa_index"),
    path("second-step/on/", no_turning_off, name="mfa_deactivate_totp"),
    path("sign-in/passkey/", public(sign_in), name="mfa_login_webauthn"),
    path("sign-in/again/passkey/", public(again), name="mfa_reauthenticate_webauthn"),
    path("second-step/passkeys/add/", page(signed_in=True)(add), name="mfa_add_webauthn"),
    path("second-step/passkeys/", second_step, name="mfa_list_webauthn"),
    path("second-step/passkeys/<int:pk>/", page(signed_in=True)(rename), name="mfa_edit_webauthn"),
    path("second-step/passkeys/<int:pk>/remove/", page(signed_in=True)(remove), name="mfa_remove_webauthn"),
    path("second-step/codes/", page(signed_in=True)(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "second-step/codes/new/",
        page(signed_in=True)(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
]
"""allauth's pages that need no sign-in guard themselves; each of the others is guarded here as well."""
