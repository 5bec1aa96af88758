"""Invitations: the secret in the link, the code that proves the mailbox, and the lists of them.

The link alone lets nobody in. Whoever opens it asks for a code, which goes to the invited address, lives ten minutes
and is for the browser that asked: a letter passed on is of no use to another person.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.crypto import salted_hmac

from accounts.models import Agency, Invitation, Membership, Person
from accounts.roles import FAMILY, Role
from accounts.selectors import names_of
from accounts.who import Who
from accounts.words import InvitationState
from core import clock

LIVES = timedelta(days=7)
CODE_LIVES = timedelta(minutes=10)
TRIES = 5
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so no words; nothing that looks like something else. Eight of them are 34 bits."""
LENGTH = 8


def new_secret() -> tuple[str, str]:
    """A fresh secret for a link, and what is kept of it."""
    secret = secrets.token_urlsafe(32)
    return secret, digest(secret)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def by_digest(kept: str) -> Invitation | None:
    """The invitation that a link leads to, whatever became of it."""
    return Invitation.objects.select_related("authority", "team", "agency").filter(digest=kept).first()


def give_code(invitation: Invitation, browser: str) -> str:
    """A fresh code for this browser. An earlier one, and the wrong tries of it, are over."""
    code = "".join(secrets.choice(LETTERS) for _place in range(LENGTH))
    Invitation.objects.filter(pk=invitation.pk).update(
        code_digest=_code_digest(invitation.pk, browser, code), code_ends_at=clock.now() + CODE_LIVES, wrong_tries=0
    )
    return code


def spend_try(invitation: Invitation) -> bool:
    """Counts a guess before it is looked at, so that guesses made at once are counted too. False when none is left."""
    left = Invitation.objects.filter(pk=invitation.pk, wrong_tries__lt=TRIES).exclude(code_digest="")
    return bool(left.update(wrong_tries=F("wrong_tries") + 1))


def tries_left(invitation: Invitation) -> int:
    """How many guesses the present code still has."""
    return TRIES - Invitation.objects.values_list("wrong_tries", flat=True).get(pk=invitation.pk)


def take_code(invitation: Invitation, browser: str, typed: str) -> bool:
    """Whether this is the code, for this browser, in time. It works once."""
    code = "".join(letter for letter in typed.upper() if letter.isalnum())
    kept = Invitation.objects.filter(pk=invitation.pk, code_ends_at__gt=clock.now()).exclude(code_digest="")
    wanted = kept.values_list("code_digest", flat=True).first() or ""
    if not compare_digest(wanted, _code_digest(invitation.pk, browser, code)):
        return False
    return bool(kept.filter(code_digest=wanted).update(code_digest="", code_ends_at=None))


def _code_digest(key: UUID, browser: str, code: str) -> str:
    return salted_hmac("sendpath.invitation.code", f"{key}:{browser}:{code}", algorithm="sha256").hexdigest()


def note_sent(invitation: Invitation) -> None:
    """The mail server took the letter."""
    Invitation.objects.filter(pk=invitation.pk).update(sent_at=clock.now())


def account_of(invitation: Invitation) -> Person | None:
    """The person who has this address already, if there is one."""
    return Person.objects.filter(email__iexact=invitation.email).first()


def signs_in_already(person: Person | None) -> bool:
    """Whether somebody has an account they can use; anybody else chooses a password first."""
    return bool(person and person.is_active and person.has_usable_password())


@dataclass(frozen=True)
class InvitationSeen:
    """One invitation, for a list."""

    key: UUID
    name: str
    email: str
    roles: tuple[Role, ...]
    team: str
    agency: str
    since: date
    until: date | None
    state: InvitationState
    invited_by: str
    invited_at: datetime
    ends_at: datetime
    sent: bool

    @property
    def may_be_sent(self) -> bool:
        """Whether sending it again, or withdrawing it, has any meaning."""
        return self.state in {InvitationState.WAITING, InvitationState.EXPIRED}


def invitations(who: Who) -> QuerySet[Invitation]:
    """The invitations of the asker's authority, the newest first."""
    return Invitation.objects.filter(authority_id=who.authority_id).order_by("-invited_at", "-pk")


def open_invitations(who: Who) -> QuerySet[Invitation]:
    """Those that nobody has accepted or withdrawn."""
    return invitations(who).filter(accepted_at=None, withdrawn_at=None)


def as_seen(rows: QuerySet[Invitation]) -> list[InvitationSeen]:
    """Rows as a list shows them."""
    rows_ = list(rows.select_related("team", "agency"))
    names, now = names_of({row.invited_by for row in rows_}), clock.now()
    return [
        InvitationSeen(
            key=row.pk,
            name=row.name,
            email=row.email,
            roles=tuple(Role(role) for role in row.roles),
            team=row.team.name if row.team else "",
            agency=row.agency.name if row.agency else "",
            since=row.since,
            until=row.until,
            state=row.state_at(now),
            invited_by=names[row.invited_by],
            invited_at=row.invited_at,
            ends_at=row.ends_at,
            sent=row.sent_at is not None,
        )
        for row in rows_
    ]


def roles_held_at(authority_id: str, email: str, on: date) -> set[Role]:
    """What the person with this address is here already, today or from a day to come."""
    held = Membership.objects.filter(authority_id=authority_id, person__email__iexact=email).exclude(role__in=FAMILY)
    return {Role(row.role) for row in held if row.until is None or row.until >= on}


def agencies() -> QuerySet[Agency]:
    """Every organisation that people may work for, by name."""
    return Agency.objects.order_by("name")
