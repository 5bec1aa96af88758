"""A record joined to the child's own, by whom and why; and taken apart again, by whom and why."""

from django.db import models
from django.db.models import Q

from door.guarded import Guarded
from door.tenancy import tenant_link


class Joining(Guarded):
    """A named person said that two records are one child's. The row stays after they were taken apart.

    The pointer that readings follow is on the case itself; this is who set it and why.
    """

    case = tenant_link("cases.Case")
    into = tenant_link("cases.Case")
    joined_by = models.CharField(max_length=60)
    joined_at = models.DateTimeField()
    joined_because = models.TextField()
    parted_by = models.CharField(max_length=60, blank=True)
    parted_at = models.DateTimeField(null=True, blank=True)
    parted_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case"], condition=Q(parted_at=None), name="joined_to_one_record"
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="joinings_of_a_case"),
            models.Index(fields=["into"], name="joinings_into_a_case"),
        ]

    class Privacy:
        personal = {"joined_because", "parted_because"}
        plain = {"id", "authority", "case", "into", "joined_by", "joined_at", "parted_by", "parted_at"}
