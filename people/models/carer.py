"""The person who asked, as one request described them."""

from django.db import models

from door.guarded import Guarded
from door.tenancy import tenant_link
from people.words import Relationship, Responsible


class Carer(Guarded):
    """The person who asked: a parent, a carer, or the young person. What they say of themselves, unchecked."""

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
    email = models.EmailField()
    phone = models.CharField(max_length=30, blank=True)
    email_confirmed_at = models.DateTimeField(null=True, blank=True)
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    class Privacy:
        personal = {
            "name",
            "relationship",
            "says_responsible",
            "cares_for",
            "email",
            "phone",
            "email_confirmed_at",
            "person",
        }
        plain = {"id", "authority", "case_ref", "child"}
