"""What was written down before somebody put it right."""

from django.db import models

from door.guarded import Guarded
from people.words import Kept


class Earlier(Guarded):
    """One row as it stood until a moment. Never changed and never shown where the row itself may not be."""

    guarded_by = "case_ref"

    case_ref = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in Kept])
    about = models.UUIDField(help_text="The row it was.")
    kept = models.JSONField(help_text="What its fields said.")
    secret = models.BooleanField(default=False)
    until_at = models.DateTimeField(help_text="When it was replaced.")
    replaced_by = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["case_ref", "-until_at"], name="earlier_of_a_case")]

    class Privacy:
        personal = {"kept"}
        plain = {"id", "authority", "case_ref", "kind", "about", "secret", "until_at", "replaced_by"}
