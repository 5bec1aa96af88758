"""The person who asked, and the parent whom somebody who works with the child named: as one request described them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from door.guarded import Guarded
from door.tenancy import tenant_link
from people.words import Relationship, Responsible


def _words(length: int, **more) -> models.CharField:
    return models.CharField(max_length=length, blank=True, default="", db_default="", **more)


class Carer(Guarded):
    """The person who asked: a parent, a carer, the young person, or somebody who works with the child. Where it was
    somebody who works with the child, the parent they named is a row as well. What was said of them, unchecked."""

    guarded_by = "case_ref"

    case_ref = models.UUIDField(db_index=True)
    child = tenant_link("people.Child", related_name="carers")
    name = models.CharField(max_length=120)
    relationship = models.CharField(max_length=20, choices=[(r.value, r.words) for r in Relationship])
    says_responsible = models.CharField(
        max_length=12, choices=[(r.value, r.words) for r in Responsible], default=Responsible.NOT_ASKED
    )
    cares_for = models.BooleanField(
        null=True, help_text="Says that the child lives with them or that they look after the child. Unchecked."
    )
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email_confirmed_at = models.DateTimeField(null=True, blank=True)
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    asked = models.BooleanField(
        default=True, db_default=True, help_text="They asked; else the one who asked named them as the parent."
    )
    job = _words(120)
    organisation = _words(160)
    for_school = models.BooleanField(null=True, help_text="Says that they act for a school or a college.")
    knows_how = _words(400, help_text="How somebody who works with the child knows them.")
    known_to_family = models.BooleanField(null=True, help_text="Says that the family knows them. Kept for allocation.")
    home = models.TextField(blank=True, default="", db_default="", help_text="Where letters to a named parent go.")
    told_from = models.DateTimeField(
        null=True,
        blank=True,
        help_text="From when a named parent is told of the request; never, if empty.",
    )

    class Meta:
        indexes = [
            models.Index("authority", Lower("email"), condition=~Q(email=""), name="a_carer_by_their_email"),
        ]

    class Privacy:
        personal = {
            "job",
            "for_school",
            "organisation",
            "knows_how",
            "known_to_family",
            "home",
            "name",
            "relationship",
            "says_responsible",
            "cares_for",
            "email",
            "phone",
            "email_confirmed_at",
            "person",
        }
        plain = {"id", "authority", "case_ref", "child", "asked", "told_from"}
