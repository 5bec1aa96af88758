"""Single sign-on by OpenID Connect, such as Entra ID, at the desk: for people who work here already and nobody else.

The identity must be that of an active person with a standing on the staff today. The first time it is matched by an
email address that the provider says is verified; from then on by issuer and subject, whatever their address becomes.
It counts as a second step only where the token says that one was given. Otherwise ours is asked for as always.
"""

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.models import Person
from accounts.roles import STAFF
from accounts.who import standing
from core import clock

TYPE = "sso"


def provider_id() -> str:
    """The one provider's, or nothing where none is set up."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return apps[0]["provider_id"] if apps else ""


class SocialAdapter(DefaultSocialAccountAdapter):
    """Who may come in by single sign-on."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody signs themselves up."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Finds the person, or turns whoever it is away with the same words whatever the reason."""
        known = sociallogin.user if sociallogin.is_existing else _by_address(sociallogin)
        if known is None or not works_somewhere(known):
            raise ImmediateHttpResponse(render(request, "socialaccount/unknown.html", status=403))
        if not sociallogin.is_existing:
            sociallogin.connect(request, known)
        if says_second_step(claims_of(sociallogin)):
            record_authentication(request, known, method="mfa", type=TYPE)

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None) -> None:
        """Cancelled, timed out or not understood: nothing has happened, and the words say so."""
        raise ImmediateHttpResponse(render(request, "socialaccount/trouble.html", status=403))


def works_somewhere(person: Person) -> bool:
    """Whether somebody is active, and on the staff of an authority today."""
    return person.is_active and bool(standing(person, on=clock.today(), among=STAFF).authority_id)


def claims_of(sociallogin: SocialLogin) -> dict:
    """What the identity token said: received from the provider itself, for us, by its issuer, and in time."""
    return (sociallogin.account.extra_data or {}).get("id_token") or {}


def says_second_step(claims: dict) -> bool:
    """Whether the provider asked for a second factor: ``amr`` or ``acr`` names one."""
    amr = claims.get("amr") or []
    named = [amr] if isinstance(amr, str) else list(amr)
    named += str(claims.get("acr") or "").replace("/", " ").replace(":", " ").split()
    return any(str(one).casefold() in {"mfa", "multipleauthn", "ngcmfa"} for one in named)


def _by_address(sociallogin: SocialLogin) -> Person | None:
    """The person of a verified address. Entra ID says that an address is its owner's by ``xms_edov``; without either,
    an address is anybody's claim, unless the operator vouches for the provider."""
    claims = claims_of(sociallogin)
    told = (sociallogin.account.extra_data or {}).get("userinfo") or {}
    if told and told.get("sub") != claims.get("sub"):
        return None
    email = claims.get("email") or told.get("email") or ""
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    verified = any(
        str(said.get(claim)).casefold() in {"true", "1"}
        for said in (claims, told)
        for claim in ("email_verified", "xms_edov")
        if said.get("email", email) == email
    )
    if not email or not (verified or app["settings"]["trusts_email"]):
        return None
    return Person.objects.filter(email__iexact=email).first()


class OwnSecondStep(AuthenticateStage):
    """allauth's step, left out where this very sign-in came with the provider's."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        came = any(record.get("method") == "mfa" and record.get("type") == TYPE for record in records)
        return not came and super()._should_handle(request)


def go(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the provider, after a press."""
    _require(provider_id)
    return views.login(request, provider_id)


def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the provider."""
    _require(provider_id)
    return views.callback(request, provider_id)


def _require(asked: str) -> None:
    if not asked or asked != provider_id():
        raise Http404
