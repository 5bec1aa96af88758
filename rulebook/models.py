"""What a statutory lead said of one wording of a rule. Rows are added and never changed: the newest is the view."""

from django.db import models

from door.guarded import OfAnAuthority
from rulebook.words import Said


class Verdict(OfAnAuthority):
    """Signed off, or doubted: which rule, in which wording, by whom, when and why."""

    rule = models.CharField(max_length=24, help_text="Its code in the rule book.")
    version = models.CharField(max_length=10, help_text="The day that wording came into force, or 'undated'.")
    wording = models.CharField(max_length=16, help_text="The fingerprint of what was read.")
    said = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Said])
    why = models.TextField(blank=True)
    by_ref = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["authority", "rule", "wording", "-at"], name="verdicts_on_a_wording")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(said="doubted") | ~models.Q(why=""), name="a_doubt_says_why")
        ]

    class Privacy:
        personal = {"why", "by_ref"}
        plain = {"id", "authority", "rule", "version", "wording", "said", "at"}
