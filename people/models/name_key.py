"""One key by which a child's name is found."""

from django.db import models

from door.guarded import Guarded
from people.names.keys import LONGEST_KEY, LONGEST_NAME


class NameKey(Guarded):
    """A reading of a child's names and nothing of its own: ``people.names.kept`` writes it with them, the patrol holds
    the two side by side, and ``rebuild_names`` writes it again.

    Keys are compared byte by byte, so that the index also finds those that begin alike.
    """

    guarded_by = "case_ref"

    authority = models.ForeignKey(
        "accounts.Authority", on_delete=models.PROTECT, db_column="authority", related_name="+", db_index=False
    )
    case_ref = models.UUIDField()
    key = models.CharField(max_length=LONGEST_KEY, db_collation="C")
    name = models.CharField(max_length=LONGEST_NAME, db_collation="C", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "key", "name", "case_ref"], name="one_name_key_a_child"),
        ]
        indexes = [models.Index(fields=["case_ref"], name="name_keys_of_a_child")]

    class Privacy:
        personal = {"key", "name"}
        plain = {"id", "authority", "case_ref"}
