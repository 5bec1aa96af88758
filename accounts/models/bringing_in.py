"""The official register of schools, or of postcodes and wards, brought in from its file: a row for each file and for
each line that matters."""

from django.db import models
from django.db.models import Q

from accounts.gias.words import Of, Scope, Stage, What
from door.guarded import OfAnAuthority
from door.tenancy import tenant_link

BUSY = (Stage.WAITING, Stage.READING, Stage.READ, Stage.AGREED)


class BringingIn(OfAnAuthority):
    """One file: read by the worker, shown, and taken when somebody agrees. An authority has one under way at a time."""

    of = models.CharField(max_length=10, choices=[(o.value, o.words) for o in Of], default=Of.SETTINGS)
    council = models.CharField(
        max_length=9, blank=True, help_text="The council’s ONS code, whose postcodes are wanted."
    )
    file_name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=40)
    size = models.BigIntegerField()
    scope = models.CharField(max_length=8, choices=[(s.value, s.words) for s in Scope])
    stage = models.CharField(max_length=10, choices=[(s.value, s.words) for s in Stage], default=Stage.WAITING)
    brought_by = models.CharField(max_length=60)
    brought_at = models.DateTimeField()
    attempt = models.PositiveSmallIntegerField(default=0)
    heard_at = models.DateTimeField(null=True, blank=True, help_text="When the worker last said how far it is.")
    done_bytes = models.BigIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    refused = models.CharField(max_length=500, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority"], condition=Q(stage__in=BUSY), name="one_register_brought_in_at_a_time"
            )
        ]

    class Privacy:
        plain = {
            "id", "authority", "of", "council", "file_name", "stored_as", "size", "scope", "stage", "brought_by",
            "brought_at", "attempt", "heard_at", "done_bytes", "rows", "counts", "refused", "taken_at",
        }  # fmt: skip

    @property
    def what(self) -> Of:
        """What it tells of."""
        return Of(self.of)

    @property
    def percent(self) -> int:
        """How much of the file is read."""
        return min(99, self.done_bytes * 100 // max(self.size, 1))

    @property
    def is_busy(self) -> bool:
        return self.stage in BUSY


class RegisterLine(OfAnAuthority):
    """One line of the file that changes something, or cannot be taken."""

    bringing_in = tenant_link("accounts.BringingIn", on_delete=models.CASCADE, related_name="lines")
    attempt = models.PositiveSmallIntegerField()
    line = models.PositiveIntegerField()
    what = models.CharField(max_length=10, choices=[(w.value, w.words) for w in What])
    urn = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=160, blank=True)
    why = models.CharField(max_length=300, blank=True)
    values = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["bringing_in", "what", "line"], name="lines_of_a_register")]

    class Privacy:
        plain = {"id", "authority", "bringing_in", "attempt", "line", "what", "urn", "name", "why", "values"}
