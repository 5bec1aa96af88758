"""A colleague asked to join: what they will be here, and a link that only they can use."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from accounts.words import InvitationState
from door.guarded import OfAnAuthority
from door.tenancy import tenant_link


class Invitation(OfAnAuthority):
    """One invitation. The link and the code that go by email are secrets: only their digests are kept."""

    email = models.EmailField()
    name = models.CharField(max_length=120)
    roles = models.JSONField(help_text="What they will be: the values of roles.")
    team = tenant_link("accounts.Team", null=True, blank=True)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField(help_text="The first day.")
    until = models.DateField(null=True, blank=True, help_text="The last day.")
    invited_by = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the secret in the link.")
    invited_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True, help_text="When the mail server took the letter.")
    code_digest = models.CharField(max_length=64, blank=True, help_text="Of the code and the browser it is for.")
    code_ends_at = models.DateTimeField(null=True, blank=True)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    accepted_at = models.DateTimeField(null=True, blank=True)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "digest"], name="one_invitation_a_link"),
            models.UniqueConstraint(
                fields=["authority", "email"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_an_address",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="invited_until_after_since"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, person=None) | Q(accepted_at__isnull=False, person__isnull=False),
                name="accepted_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="not_accepted_and_withdrawn"
            ),
        ]
        indexes = [models.Index(fields=["digest"], name="invitations_by_digest")]

    class Privacy:
        personal = {"email", "name", "person", "digest", "code_digest"}
        plain = {
            "id", "authority", "roles", "team", "agency", "since", "until", "invited_by", "invited_at", "ends_at",
            "sent_at", "code_ends_at", "wrong_tries", "accepted_at", "withdrawn_at",
        }  # fmt: skip

    def state_at(self, now: datetime) -> InvitationState:
        """Waiting, or why it waits no longer."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        return InvitationState.EXPIRED if self.ends_at <= now else InvitationState.WAITING
