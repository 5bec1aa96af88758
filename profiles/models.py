"""What one person of the family says about the child; who read it; and the links by which they let others read it."""

from django.db import models
from django.db.models import Q

from door.guarded import Guarded
from door.tenancy import tenant_link
from profiles.words import LONGEST_NAME, Section


class Profile(Guarded):
    """The page of one person: whoever asked or was named, or somebody around the child who follows the case. Two
    parents have two, and neither reads the other's here."""

    case = tenant_link("cases.Case", related_name="profiles")
    carer = tenant_link("people.Carer", null=True, blank=True)
    around = tenant_link("people.Around", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, help_text="How often it was written.")
    written_at = models.DateTimeField(null=True, blank=True, help_text="When last; none, where nothing stands.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "carer"], name="one_profile_a_carer"),
            models.UniqueConstraint(fields=["authority", "around"], name="one_profile_a_person_around"),
            models.CheckConstraint(
                condition=Q(carer__isnull=False) | Q(around__isnull=False), name="a_profile_of_one_person"
            ),
        ]

    class Privacy:
        personal = {"carer", "around"}
        plain = {"id", "authority", "case", "version", "written_at"}


class ProfileWords(Guarded):
    """What stands under one heading, from one version to the next. Its words are never rewritten."""

    case = tenant_link("cases.Case")
    profile = tenant_link("profiles.Profile", related_name="written")
    section = models.CharField(max_length=12, choices=[(s.value, s.words) for s in Section])
    words = models.TextField()
    version = models.PositiveIntegerField(help_text="The version in which it was written.")
    kept_by = models.CharField(max_length=60, help_text="Who wrote it, or wrote it down.")
    told = models.BooleanField(default=False, help_text="Told to a colleague, who wrote it down.")
    kept_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "profile", "section"], condition=Q(replaced_at=None), name="one_text_a_heading"
            ),
        ]

    class Privacy:
        personal = {"words"}
        plain = {
            "id", "authority", "case", "profile", "section", "version", "kept_by", "told", "kept_at", "replaced_at",
        }  # fmt: skip


class ProfileRead(Guarded):
    """A colleague said that they have read a version."""

    case = tenant_link("cases.Case")
    profile = tenant_link("profiles.Profile", related_name="readings")
    version = models.PositiveIntegerField()
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "profile", "person", "version"], name="read_once_a_version"),
        ]

    class Privacy:
        plain = {"id", "authority", "case", "profile", "version", "person", "read_at"}


class ProfileLink(Guarded):
    """A link by which its writer lets somebody read it for some days. It is signed and stands nowhere."""

    case = tenant_link("cases.Case")
    profile = tenant_link("profiles.Profile", related_name="links")
    for_whom = models.CharField(max_length=LONGEST_NAME)
    made_at = models.DateTimeField()
    until = models.DateField(help_text="The last day on which it opens.")
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        personal = {"for_whom"}
        plain = {"id", "authority", "case", "profile", "made_at", "until", "stopped_at"}


class ProfileOpening(Guarded):
    """Somebody opened a link, and said who they are."""

    case = tenant_link("cases.Case")
    link = tenant_link("profiles.ProfileLink", related_name="openings")
    name = models.CharField(max_length=LONGEST_NAME)
    opened_at = models.DateTimeField()

    class Privacy:
        personal = {"name"}
        plain = {"id", "authority", "case", "link", "opened_at"}
