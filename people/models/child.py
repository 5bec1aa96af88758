"""A child as one case knows them. Each request brings its own row; joining two cases moves nothing."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from door.guarded import Guarded
from people.words import Known


def _words(length: int, *, default: str = "", **more) -> models.CharField:
    """Something that need not be known."""
    return models.CharField(max_length=length, blank=True, default=default, db_default=str(default), **more)


class Child(Guarded):
    """A child or young person, first as the sender of one request described them, then as those who hold the case
    put it right. What stood before is kept in ``Earlier``."""

    guarded_by = "case_ref"

    case_ref = models.UUIDField(unique=False)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    preferred_name = models.CharField(max_length=80, blank=True)
    born_on = models.DateField()
    home_postcode = models.CharField(max_length=8, blank=True)
    learns_at = models.CharField(max_length=160, blank=True)
    pronouns = _words(40)
    languages = _words(200)
    interpreter = _words(12, default=Known.NOT_KNOWN, choices=[(i.value, i.words) for i in Known])
    communication = models.TextField(blank=True, default="", db_default="")
    nhs_number = _words(10)
    upn = _words(13)
    uln = _words(10)

    class Meta:
        indexes = [
            models.Index(fields=["authority", "born_on"], name="children_by_birth"),
            models.Index(F("authority"), Upper("family_name"), Upper("given_name"), name="children_by_name"),
            models.Index(F("authority"), Upper("given_name"), name="children_by_given_name"),
            *[
                models.Index(fields=["authority", number], condition=~Q(**{number: ""}), name=f"children_by_{number}")
                for number in ("nhs_number", "upn", "uln")
            ],
        ]
        constraints = [models.UniqueConstraint(fields=["authority", "case_ref"], name="one_child_a_case")]

    class Privacy:
        personal = {
            "given_name", "family_name", "preferred_name", "born_on", "home_postcode", "learns_at", "pronouns",
            "languages", "interpreter", "communication", "nhs_number", "upn", "uln",
        }  # fmt: skip
        plain = {"id", "authority", "case_ref"}

    @property
    def called(self) -> str:
        """The name to use to and about the child."""
        return self.preferred_name or self.given_name

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}"
