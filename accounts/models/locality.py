"""The parts of an authority where the pathway is switched on, one at a time, from a day to a day."""

from django.db import models
from django.db.models import F, Q

from door.guarded import OfAnAuthority


class Locality(OfAnAuthority):
    """A part of the authority's area, by its wards and postcode districts. It takes requests from a day to a day."""

    name = models.CharField(max_length=80)
    since = models.DateField(help_text="The first day on which it takes requests.")
    until = models.DateField(null=True, blank=True, help_text="The last day; empty while it goes on.")
    districts = models.JSONField(default=list, help_text="Postcode districts such as M5, in capitals.")
    wards = models.JSONField(default=list, help_text="Names of wards, for people to read.")

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="one_locality_a_name"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="locality_ends_after_it_starts"
            ),
        ]

    class Privacy:
        plain = {"id", "authority", "name", "since", "until", "districts", "wards"}

    def __str__(self) -> str:
        return self.name
