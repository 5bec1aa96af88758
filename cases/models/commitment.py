"""What a council promised in its strategy, and what was said of it over time."""

from django.db import models
from django.db.models import Q

from cases.commitment_words import Stands
from door.guarded import OfAnAuthority
from door.tenancy import tenant_link

STANDS = [(one.value, one.words) for one in Stands]


class Commitment(OfAnAuthority):
    """One promise as it stands now. Every version that was ever kept is a ``CommitmentVersion``."""

    what = models.CharField(max_length=300)
    source = models.CharField(max_length=200, help_text="Where it was promised: a strategy and its page.")
    due_on = models.DateField()
    owner = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    stands = models.CharField(max_length=5, choices=STANDS)
    evidence = models.TextField(blank=True, help_text="What shows how it stands.")
    met_on = models.DateField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stands="met", met_on__isnull=False) & ~Q(evidence="") | ~Q(stands="met") & Q(met_on=None),
                name="a_commitment_met_has_its_day_and_its_evidence",
            ),
        ]
        indexes = [models.Index(fields=["authority", "due_on"], name="commitments_by_day")]

    class Privacy:
        personal = {"owner", "evidence"}
        plain = {"id", "authority", "what", "source", "due_on", "stands", "met_on", "version"}


class CommitmentVersion(OfAnAuthority):
    """What was said of one, in one version. Written once."""

    commitment = tenant_link("cases.Commitment", related_name="versions")
    version = models.PositiveSmallIntegerField()
    said = models.JSONField(help_text="Every field as it was kept.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "commitment", "version"], name="one_commitment_a_version")
        ]

    class Privacy:
        personal = {"said"}
        plain = {"id", "authority", "commitment", "version", "entered_by", "entered_at"}
