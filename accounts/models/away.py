"""When somebody is away, and who covers for them."""

from django.db import models
from django.db.models import F, Q

from door.guarded import OfAnAuthority


class Absence(OfAnAuthority):
    """Leave, illness or a changed job: from a day to a day, with the colleague who covers, if there is one."""

    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="absences")
    cover = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The last day away; empty while nobody knows.")
    entered_by = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="absence_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(cover__isnull=True) | ~Q(cover=F("person")), name="nobody_covers_for_themselves"
            ),
        ]
        indexes = [models.Index(fields=["person", "authority"], name="absences_of_a_person")]

    class Privacy:
        personal = {"person", "cover", "since", "until"}
        plain = {"id", "authority", "entered_by"}
