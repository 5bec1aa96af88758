"""Places that a setting keeps for children with one kind of need: a resource base, a unit."""

from django.db import models
from django.db.models import F, Q

from accounts.setting_words import Need, Sort
from door.guarded import OfAnAuthority
from door.tenancy import tenant_link


class Provision(OfAnAuthority):
    """One base or unit of a setting: for which need, how many places, from a day to a day. What the council knows; what
    the official register says stands in the setting's own row."""

    setting = tenant_link("accounts.Setting", related_name="provisions")
    sort = models.CharField(max_length=8, choices=[(sort.value, sort.words) for sort in Sort])
    need = models.CharField(max_length=8, choices=[(need.value, need.words) for need in Need])
    name = models.CharField(max_length=80, blank=True)
    places = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The last day; empty while it goes on.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()
    mistaken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="provision_ends_after_it_starts"
            ),
        ]
        indexes = [models.Index(fields=["setting"], name="provisions_of_a_setting")]

    class Privacy:
        plain = {
            "id", "authority", "setting", "sort", "need", "name", "places", "since", "until", "entered_by",
            "entered_at", "mistaken_at",
        }  # fmt: skip
