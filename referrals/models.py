"""What somebody asked, in their own words, and what an officer found it to be."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from door.guarded import Guarded
from door.tenancy import tenant_link
from referrals.rules import ReferralFacts
from referrals.words import AsksFor, Channel, State


class Referral(Guarded):
    """One request. It is never rewritten: an officer's finding stands beside what was asked."""

    case = tenant_link("cases.Case", related_name="referrals")
    sender = tenant_link("people.Carer")
    state = FSMField(choices=[(s.value, s.value) for s in State], protected=True)
    asks_for = models.CharField(max_length=12, choices=[(a.value, a.words) for a in AsksFor])
    words = models.TextField()
    wanted = models.TextField(blank=True)
    consent = models.BooleanField(default=False, help_text="Agreed that services who may help can read it.")
    channel = models.CharField(max_length=12, choices=[(c.value, c.value) for c in Channel])
    received_at = models.DateTimeField()
    received_on = models.DateField()
    sent_once = models.UUIDField(help_text="The draft it was sent from: a second press finds the first.")
    settled_as = models.CharField(max_length=12, choices=[(a.value, a.words) for a in AsksFor], blank=True)
    settled_because = models.TextField(blank=True)
    settled_by = models.CharField(max_length=60, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "sent_once"], name="one_referral_a_draft"),
            models.CheckConstraint(
                condition=Q(settled_as="", settled_by="", settled_at__isnull=True)
                | (~Q(settled_as="") & ~Q(settled_by="") & Q(settled_at__isnull=False)),
                name="settled_by_somebody_sometime",
            ),
        ]

    class Privacy:
        personal = {"words", "wanted", "settled_because"}
        plain = {
            "id", "authority", "case", "sender", "state", "asks_for", "consent", "channel", "received_at",
            "received_on", "sent_once", "settled_as", "settled_by", "settled_at",
        }  # fmt: skip

    @transition(field=state, source=[State.TO_SETTLE, State.WAITING], target=State.WAITING)
    def settle(self, answer: AsksFor, because: str, by: str, at) -> None:
        """An officer says what it is."""
        self.settled_as, self.settled_because, self.settled_by, self.settled_at = answer, because, by, at

    @property
    def facts(self) -> ReferralFacts:
        """What the rules need to know of it."""
        return ReferralFacts(
            AsksFor(self.asks_for), AsksFor(self.settled_as) if self.settled_as else None, self.consent
        )
