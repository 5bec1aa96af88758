"""Everything that lets somebody in, and how each is ended when they leave.

``ENDS`` has a line for each kind of credential. A test looks through all models for anything that ties a person to a
secret and fails when one is neither here nor in ``NOT_ONE``.
"""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from accounts.models import CalendarFeed, Invitation, Person
from accounts.sessions import end_all
from core import clock


def _password(person: Person) -> None:
    """With it die the links for a new password: they are made of it."""
    person.set_unusable_password()
    person.save(update_fields=["password"])


def _second_steps(person: Person) -> None:
    Authenticator.objects.filter(user=person).delete()


def _single_sign_on(person: Person) -> None:
    """Their provider's word opens nothing, and is bound to nobody. Tokens of theirs are never kept."""
    SocialAccount.objects.filter(user=person).delete()


def _feeds(person: Person) -> None:
    CalendarFeed.objects.filter(person=person, revoked_at=None).update(revoked_at=clock.now())


def _invitations(person: Person) -> None:
    waiting = Invitation.objects.filter(email__iexact=person.email, accepted_at=None, withdrawn_at=None)
    waiting.update(withdrawn_at=clock.now(), code_digest="")


ENDS: dict[str, Callable[[Person], None]] = {
    "accounts.Person": _password,
    "accounts.SignedIn": end_all,
    "sessions.Session": end_all,
    "mfa.Authenticator": _second_steps,
    "socialaccount.SocialAccount": _single_sign_on,
    "accounts.CalendarFeed": _feeds,
    "accounts.Invitation": _invitations,
}
"""Each kind of credential, and what ends it for a person. Signed links name no member of staff; the machines' door
knows sessions alone."""

NOT_ONE = {
    "cases.Draft": "a family's half-done request; its way back goes to whoever wrote it, as a visitor",
    "ehcp.AssessmentDecision": "the seal of a notice as it was sent; the person is whom the family can ask",
    "ehcp.Advice": "the seal of advice as it was given; the person is whoever was asked for it",
    "account.EmailAddress": "allauth's; we keep addresses on the person and make none of these",
}
"""What looks like a credential and lets nobody in."""


def end_everything(person: Person) -> None:
    """Nothing this person ever had lets them in any more."""
    for end in dict.fromkeys(ENDS.values()):
        end(person)
    person.is_active = False
    person.save(update_fields=["is_active"])


def end_here(person: Person, authority_id: str) -> None:
    """What hung on this authority alone, and every session: whoever stands elsewhere signs in there again."""
    end_all(person)
    feeds = CalendarFeed.objects.filter(person=person, authority_id=authority_id, revoked_at=None)
    feeds.update(revoked_at=clock.now())
    waiting = Invitation.objects.filter(
        email__iexact=person.email, authority_id=authority_id, accepted_at=None, withdrawn_at=None
    )
    waiting.update(withdrawn_at=clock.now(), code_digest="")


def reset_second_step(person: Person) -> None:
    """They enrol again at their next sign-in; where they are signed in now ends."""
    _second_steps(person)
    end_all(person)


def own_steps(person: Person) -> list[Authenticator]:
    """Their second steps and spare codes, the oldest first."""
    return list(Authenticator.objects.filter(user=person).order_by("created_at", "pk"))


def is_last_step(person: Person, one: Authenticator) -> bool:
    """Whether this is the only second step they have; spare codes are none."""
    steps = Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return not steps.exclude(pk=one.pk).exists()
