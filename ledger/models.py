"""Append-only rows. The database refuses UPDATE, DELETE and TRUNCATE on every table here.

No foreign keys: history must outlive what it describes, and must never block or cascade.
"""

from django.db import models
from django.db.models.functions import Now

from core.keys import new_key


class Entry(models.Model):
    """One thing that happened. ``facts`` holds codes, dates, references and numbers; never a name or prose."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    authority = models.CharField(max_length=3)
    event = models.CharField(max_length=60)
    case_ref = models.UUIDField(null=True)
    part = models.CharField(max_length=20)
    about = models.UUIDField(null=True)
    actor_ref = models.CharField(max_length=60)
    moved_from = models.CharField(max_length=40, blank=True)
    moved_to = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict)
    effective_on = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())
    because = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["case_ref", "recorded_at", "id"], name="entries_of_a_case"),
            models.Index(
                fields=["about", "recorded_at", "id"], condition=models.Q(case_ref=None), name="entries_of_the_office"
            ),
        ]

    class Privacy:
        plain = {
            "id", "authority", "event", "case_ref", "part", "about", "actor_ref", "moved_from", "moved_to",
            "facts", "effective_on", "recorded_at", "because",
        }  # fmt: skip


class Link(models.Model):
    """One link of an authority's hash chain: the entry, its place, and the digest over all before it."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    authority = models.CharField(max_length=3)
    place = models.PositiveBigIntegerField()
    entry_ref = models.UUIDField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "place"], name="one_link_a_place"),
            models.UniqueConstraint(fields=["authority", "entry_ref"], name="one_link_an_entry"),
        ]

    class Privacy:
        plain = {"id", "authority", "place", "entry_ref", "digest", "sealed_at"}


class Viewing(models.Model):
    """Somebody opened a page about a case."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    authority = models.CharField(max_length=3)
    case_ref = models.UUIDField()
    actor_ref = models.CharField(max_length=60)
    page = models.CharField(max_length=60)
    seen_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["case_ref", "-seen_at"], name="viewings_of_a_case")]

    class Privacy:
        plain = {"id", "authority", "case_ref", "actor_ref", "page", "seen_at"}
