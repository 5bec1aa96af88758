"""A conversation with one person of the family, and what was said in it."""

from django.db import models
from django.db.models import Q

from door.guarded import Guarded
from door.tenancy import tenant_link
from people.words import Mode
from talking.words import Way

WITH_SOMEBODY = Q(carer__isnull=False) | Q(around__isnull=False)


class Talk(Guarded):
    """With one person: whoever asked or was named, or somebody around the child who follows the case. Two parents have
    two conversations, and neither reads the other's."""

    case = tenant_link("cases.Case", related_name="talks")
    carer = tenant_link("people.Carer", null=True, blank=True)
    around = tenant_link("people.Around", null=True, blank=True)
    prefers = models.CharField(max_length=8, blank=True, choices=[(w.value, w.words) for w in Way])
    meets = models.CharField(max_length=12, blank=True, db_default="", choices=[(m.value, m.words) for m in Mode])
    suits = models.JSONField(
        default=list, db_default=models.Value([], output_field=models.JSONField()), help_text="Times of the day."
    )
    not_on = models.JSONField(
        default=list, db_default=models.Value([], output_field=models.JSONField()),
        help_text="Days of the week on which they cannot come, Monday 0.",
    )  # fmt: skip
    helps = models.TextField(blank=True, db_default="", help_text="Where they like to meet, and what helps them there.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "carer"], name="one_talk_a_carer"),
            models.UniqueConstraint(fields=["authority", "around"], name="one_talk_a_person_around"),
            models.CheckConstraint(condition=WITH_SOMEBODY, name="a_talk_with_one_person"),
        ]

    class Privacy:
        personal = {"carer", "around", "prefers", "meets", "suits", "not_on", "helps"}
        plain = {"id", "authority", "case"}


class Said(Guarded):
    """One message, call, letter or meeting. Its words are never rewritten."""

    case = tenant_link("cases.Case")
    talk = tenant_link("talking.Talk", related_name="said")
    by_family = models.BooleanField(help_text="They wrote, rang or came to us; otherwise we did.")
    way = models.CharField(max_length=8, choices=[(w.value, w.words) for w in Way])
    words = models.TextField()
    said_on = models.DateField()
    kept_by = models.CharField(max_length=60, help_text="Who wrote it, or wrote it down.")
    kept_at = models.DateTimeField()
    answer_by = models.DateField(null=True, blank=True, help_text="The day we promised, where an answer is owed.")
    settled_at = models.DateTimeField(null=True, blank=True, help_text="When it was answered, or needed no answer.")
    settled_by = models.CharField(max_length=60, blank=True)
    no_answer_because = models.TextField(blank=True)
    chased_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by="", no_answer_because="")
                | Q(settled_at__isnull=False, answer_by__isnull=False) & ~Q(settled_by=""),
                name="settled_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["talk", "kept_at"], name="what_was_said_in_order"),
            models.Index(
                fields=["authority", "answer_by"],
                condition=Q(answer_by__isnull=False, settled_at=None),
                name="waiting_for_an_answer",
            ),
        ]

    class Privacy:
        personal = {"words", "no_answer_because", "by_family", "way"}
        plain = {
            "id", "authority", "case", "talk", "said_on", "kept_by", "kept_at", "answer_by", "settled_at", "settled_by",
            "chased_on",
        }  # fmt: skip
