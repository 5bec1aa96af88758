"""A child as one case knows them. Each request brings its own row; joining two cases moves nothing."""

from django.db import models
from django.db.models import F
from django.db.models.functions import Upper

from door.guarded import Guarded


class Child(Guarded):
    """A child or young person, as the sender of one request described them."""

    guarded_by = "case_ref"

    case_ref = models.UUIDField(unique=False)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    preferred_name = models.CharField(max_length=80, blank=True)
    born_on = models.DateField()
    home_postcode = models.CharField(max_length=8, blank=True)
    learns_at = models.CharField(max_length=160, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["authority", "born_on"], name="children_by_birth"),
            models.Index(F("authority"), Upper("family_name"), Upper("given_name"), name="children_by_name"),
            models.Index(F("authority"), Upper("given_name"), name="children_by_given_name"),
        ]
        constraints = [models.UniqueConstraint(fields=["authority", "case_ref"], name="one_child_a_case")]

    class Privacy:
        personal = {"given_name", "family_name", "preferred_name", "born_on", "home_postcode", "learns_at"}
        plain = {"id", "authority", "case_ref"}

    @property
    def called(self) -> str:
        """The name to use to and about the child."""
        return self.preferred_name or self.given_name

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}"
