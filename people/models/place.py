"""Where a child lives and learns, from when to when. Several at once is not an exception."""

from django.db import models
from django.db.models import F, Q

from door.guarded import Guarded
from door.tenancy import tenant_link
from people.words import Home


class _Dated(Guarded):
    """From a day to a day, perhaps known to few, and never taken away: what was entered by mistake says so."""

    guarded_by = "case_ref"

    case_ref = models.UUIDField(db_index=True)
    child = tenant_link("people.Child")
    since = models.DateField(null=True, blank=True, help_text="Empty where nobody knows.")
    until = models.DateField(null=True, blank=True, help_text="The last day.")
    secret = models.BooleanField(default=False)
    told = models.JSONField(default=list, blank=True, help_text="Keys of those around the child who may be told it.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()
    mistaken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def stands_on(self, day) -> bool:
        """Whether it is so on a day."""
        return not self.mistaken_at and not (self.since and self.since > day) and not (self.until and self.until < day)


LABELLED = {"id", "authority", "case_ref", "child", "secret", "told", "entered_by", "entered_at", "mistaken_at"}


class Address(_Dated):
    """Somewhere a child lives, all the week or part of it, or where letters about them go."""

    kind = models.CharField(max_length=8, choices=[(kind.value, kind.words) for kind in Home])
    lines = models.TextField(help_text="A line each, without the postcode.")
    postcode = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="address_ends_after_it_starts"
            )
        ]

    class Privacy:
        personal = {"kind", "lines", "postcode", "since", "until"}
        plain = LABELLED

    @property
    def whole(self) -> str:
        """As it stands on an envelope."""
        return f"{self.lines}\n{self.postcode}"


class Learning(_Dated):
    """A setting a child attends or attended: one of the authority's own register, or in words."""

    setting = tenant_link("accounts.Setting", null=True, blank=True)
    words = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="learning_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(setting__isnull=False) | ~Q(words=""),
                name="learns_at_a_setting_or_in_words",
            ),
        ]

    class Privacy:
        personal = {"setting", "words", "since", "until"}
        plain = LABELLED
