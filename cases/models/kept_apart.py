"""Two records that look like one child's and are not."""

from django.db import models
from django.db.models import Q

from door.guarded import Guarded
from door.tenancy import tenant_link


class KeptApart(Guarded):
    """A named person said that these are two children: siblings, twins, the same name. Not offered again until undone.

    The pair is kept once, the smaller key first; the row stays after it was undone.
    """

    case = tenant_link("cases.Case")
    other = tenant_link("cases.Case")
    said_by = models.CharField(max_length=60)
    said_on = models.DateField()
    undone_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case", "other"], condition=Q(undone_on=None), name="kept_apart_once"
            ),
        ]
        indexes = [models.Index(fields=["other"], name="kept_apart_from_the_other")]

    class Privacy:
        plain = {"id", "authority", "case", "other", "said_by", "said_on", "undone_on"}
