"""Half-done journeys. One mechanism for all of them: a draft, one page a question, one act at the end."""

from django.db import models

from door.guarded import OfAnAuthority
from door.tenancy import tenant_link


class Draft(OfAnAuthority):
    """What somebody has typed so far. Emptied when it is sent; forgotten when it is left too long."""

    journey = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    way_back = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the link we posted.")
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)
    became = models.UUIDField(null=True, help_text="The case it opened, once sent.")

    class Meta:
        indexes = [models.Index(fields=["changed_at"], name="drafts_by_age"), models.Index(fields=["way_back"])]

    class Privacy:
        personal = {"answers", "person", "way_back"}
        plain = {"id", "authority", "journey", "wrong_tries", "changed_at", "became"}


class DraftFile(OfAnAuthority):
    """A file that waits with its draft until there is a case to hold it."""

    draft = tenant_link("cases.Draft", on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=80)

    class Privacy:
        personal = {"name", "stored_as"}
        plain = {"id", "authority", "draft", "media_type", "size", "sha256"}
