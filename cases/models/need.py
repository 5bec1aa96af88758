"""What a child needs help with, as somebody named it."""

from django.db import models
from django.db.models import F, Q

from cases.need_words import NeedList
from door.guarded import Guarded
from door.tenancy import tenant_link


class CaseNeed(Guarded):
    """A need named on a case, from a day on. It is never taken away: it is over, or it was a mistake."""

    case = tenant_link("cases.Case", related_name="needs")
    which = models.CharField(max_length=8, choices=[(which.value, which.words) for which in NeedList])
    code = models.CharField(max_length=16)
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The last day; empty while the child has this need.")
    noted_by = models.CharField(max_length=60)
    noted_at = models.DateTimeField()
    ended_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When somebody said it is over, or a mistake.")
    mistaken = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case", "which", "code"], condition=Q(ended_at=None), name="a_need_named_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="need_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, until=None, mistaken=False, ended_by="")
                | Q(ended_at__isnull=False, until=None, mistaken=True) & ~Q(ended_by="")
                | Q(ended_at__isnull=False, until__isnull=False, mistaken=False) & ~Q(ended_by=""),
                name="a_need_stands_is_over_or_was_a_mistake",
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="needs_of_a_case"),
            models.Index(
                fields=["authority", "which", "code", "case"], condition=Q(mistaken=False), name="cases_by_need"
            ),
        ]

    class Privacy:
        personal = {"code", "since", "until"}
        plain = {"id", "authority", "case", "which", "noted_by", "noted_at", "ended_by", "ended_at", "mistaken"}
