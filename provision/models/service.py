"""The directory of targeted services, and the thresholds of each, in versions that are never rewritten."""

from django.db import models
from django.db.models import F, Q

from door.guarded import OfAnAuthority
from door.tenancy import tenant_link
from provision.words import DAYS, Kind


class Service(OfAnAuthority):
    """One service as it stands now. Every version that was ever kept is a ``ServiceVersion``."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, help_text="Its word in addresses, made once and never changed.")
    kind = models.CharField(max_length=12, choices=[(one.value, one.words) for one in Kind])
    about = models.TextField(help_text="What it does, for whom, in plain words: families read it.")
    team = tenant_link("accounts.Team", related_name="services")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    who_may_ask = models.CharField(max_length=300)
    route = models.TextField(help_text="How to ask, in words.")
    hours = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    within = models.PositiveSmallIntegerField(choices=[(days, days) for days in DAYS], help_text="Working days.")
    share = models.PositiveSmallIntegerField(help_text="How many in a hundred are to be answered within that.")
    contract_since = models.DateField(null=True, blank=True)
    contract_until = models.DateField(null=True, blank=True)
    room = models.PositiveIntegerField(help_text="How many children it can work with at one time.")
    takes = models.BooleanField(default=True, help_text="Whether it takes referrals now.")
    not_taking = models.CharField(max_length=500, blank=True, help_text="Until when not, and who helps meanwhile.")
    ended = models.BooleanField(default=False, help_text="No longer offered. Nothing of it is deleted.")
    needs = models.JSONField(default=list, help_text="The needs of the pathway that it helps with, by code.")
    opened_at = models.DateTimeField(null=True, blank=True, help_text="When it first took referrals.")
    version = models.PositiveSmallIntegerField(default=0)
    threshold = models.PositiveSmallIntegerField(default=0, help_text="The version of its threshold in use.")

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="one_service_a_name"),
            models.UniqueConstraint(fields=["authority", "slug"], name="one_service_a_slug"),
            models.CheckConstraint(condition=Q(share__gte=1, share__lte=100), name="share_is_of_a_hundred"),
            models.CheckConstraint(
                condition=Q(contract_since=None) | Q(contract_until=None) | Q(contract_until__gte=F("contract_since")),
                name="contract_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=Q(takes=True) | ~Q(not_taking=""), name="says_why_it_takes_nobody"),
        ]

    class Privacy:
        personal = {"owner", "phone", "email"}
        plain = {
            "id", "authority", "name", "slug", "kind", "about", "team", "agency", "who_may_ask", "route", "hours",
            "within", "share", "contract_since", "contract_until", "room", "takes", "not_taking",
            "ended", "version", "threshold", "needs", "opened_at",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name


class ServiceVersion(OfAnAuthority):
    """What was said of a service in one version. Written once."""

    service = tenant_link("provision.Service", related_name="versions")
    version = models.PositiveSmallIntegerField()
    said = models.JSONField(help_text="Every field as it was kept.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "service", "version"], name="one_service_a_version")
        ]

    class Privacy:
        personal = {"said"}
        plain = {"id", "authority", "service", "version", "entered_by", "entered_at"}


class Threshold(OfAnAuthority):
    """Whom a service is for: one version of its lines. Written once, and readable as long as anything leans on it."""

    service = tenant_link("provision.Service", related_name="thresholds")
    version = models.PositiveSmallIntegerField()
    lines = models.JSONField(help_text="Each line: its weight, its words and its question.")
    note = models.CharField(max_length=300, blank=True, help_text="What changed, and why.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "service", "version"], name="one_threshold_a_version")
        ]

    class Privacy:
        plain = {"id", "authority", "service", "version", "lines", "note", "entered_by", "entered_at"}
