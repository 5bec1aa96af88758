"""Data-sharing agreements: between an authority and other organisations, for a purpose, from a day to a day.

Nobody of another organisation stands at the authority without one in force (``accounts.standing``).
"""

from django.db import models
from django.db.models import F, Q

from accounts.words import Article6, Article9
from door.guarded import OfAnAuthority
from door.tenancy import tenant_link


class Agreement(OfAnAuthority):
    """As it stands now. Each version that was ever kept is an ``AgreementVersion``."""

    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=500)
    article6 = models.CharField(max_length=20, choices=[(one.value, one.words) for one in Article6])
    article9 = models.CharField(max_length=20, choices=[(one.value, one.words) for one in Article9])
    shared = models.JSONField(default=list, help_text="Which parts of a case are shared, as in cases.words.Part.")
    pools = models.BooleanField(
        default=False, help_text="The councils it is with may see counts of our children, small numbers hidden."
    )
    since = models.DateField()
    until = models.DateField(help_text="The last day. An agreement is never open-ended.")
    review_on = models.DateField()
    document = models.CharField(max_length=120, help_text="Where the signed paper is kept.")
    signed_by = models.CharField(max_length=200)
    version = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="one_agreement_a_name"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="agreement_ends_after_it_starts"),
        ]

    class Privacy:
        personal = {"signed_by"}
        plain = {
            "id", "authority", "name", "purpose", "article6", "article9", "shared", "pools", "since", "until",
            "review_on", "document", "version",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name


class AgreementParty(OfAnAuthority):
    """One organisation that an agreement is with."""

    agreement = tenant_link("accounts.Agreement", related_name="parties")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "agreement", "agency"], name="one_party_an_agreement")
        ]
        indexes = [models.Index(fields=["agency", "authority"], name="agreements_of_an_agency")]

    class Privacy:
        plain = {"id", "authority", "agreement", "agency"}


class AgreementVersion(OfAnAuthority):
    """One version of an agreement as it was kept. Written once."""

    agreement = tenant_link("accounts.Agreement", related_name="versions")
    version = models.PositiveSmallIntegerField()
    said = models.JSONField(help_text="Every field as it was kept, with the keys of the parties.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "agreement", "version"], name="one_agreement_a_version")
        ]

    class Privacy:
        personal = {"said"}
        plain = {"id", "authority", "agreement", "version", "entered_by", "entered_at"}
