"""What the decision whether to assess rests on: who was asked and told, and what speaks for or against."""

from django.db import models
from django.db.models import Q

from door.guarded import Guarded
from door.tenancy import tenant_link
from ehcp.words import Limb, Whom


class Telling(Guarded):
    """Somebody whom the law names was consulted or told that an assessment is considered; or why there is nobody."""

    case = tenant_link("cases.Case")
    request = tenant_link("ehcp.AssessmentRequest", related_name="tellings")
    whom = models.CharField(max_length=12, choices=[(w.value, w.words) for w in Whom])
    told_on = models.DateField(null=True, blank=True)
    how = models.CharField(max_length=300, blank=True, help_text="Whom, and in which way.")
    nobody_because = models.CharField(max_length=300, blank=True)
    noted_by = models.CharField(max_length=60)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "request", "whom"], name="each_told_once"),
            models.CheckConstraint(
                condition=Q(told_on__isnull=False, nobody_because="") | Q(told_on=None) & ~Q(nobody_because=""),
                name="told_or_nobody_to_tell",
            ),
        ]

    class Privacy:
        personal = {"how", "nobody_because"}
        plain = {"id", "authority", "case", "request", "whom", "told_on", "noted_by", "noted_at"}


class Evidence(Guarded):
    """One thing that speaks for or against one half of the legal test. Never rewritten: taken out, and another
    entered."""

    case = tenant_link("cases.Case")
    request = tenant_link("ehcp.AssessmentRequest", related_name="evidence")
    limb = models.CharField(max_length=10, choices=[(one.value, one.words) for one in Limb])
    shows = models.TextField(help_text="What it shows, in the writer's words.")
    source = models.CharField(max_length=200, help_text="Where it stands: whose report, which meeting.")
    dated_on = models.DateField(null=True, blank=True)
    kept_by = models.CharField(max_length=60)
    kept_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken out again.")

    class Privacy:
        personal = {"shows", "source"}
        plain = {"id", "authority", "case", "request", "limb", "dated_on", "kept_by", "kept_at", "gone_at"}
