"""A file with a case."""

from django.db import models

from cases.words import Part
from documents.words import READ_BY, Scan
from door.guarded import Guarded
from door.tenancy import tenant_link


class Document(Guarded):
    """What somebody sent. The bytes lie in the private store; they are served only when the checker allows."""

    case = tenant_link("cases.Case", related_name="documents")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=80)
    part = models.CharField(max_length=20, default=Part.FILES)
    scan = models.CharField(max_length=12, choices=[(s.value, s.words) for s in Scan], default=Scan.WAITING)
    received_on = models.DateField()
    title = models.CharField(max_length=120, blank=True, default="", db_default="")
    """What it is, in the words of the colleague who put it here. Files of families have none."""
    from_whom = models.CharField(max_length=120, blank=True, default="", db_default="")
    dated_on = models.DateField(null=True, blank=True)
    """The day that stands on it, where one does."""

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=models.Q(scan="waiting"), name="documents_to_check"),
        ]

    class Privacy:
        personal = {"name", "stored_as", "title", "from_whom"}
        plain = {
            "id", "authority", "case", "media_type", "size", "sha256", "part", "scan", "received_on", "dated_on",
        }  # fmt: skip

    @property
    def may_open(self) -> bool:
        """Whether the virus checker lets it be opened."""
        return Scan(self.scan).may_open

    @property
    def scan_words(self) -> str:
        """What the virus checker said, in words."""
        return Scan(self.scan).words

    @property
    def part_words(self) -> str:
        """Who may open it, where that is fewer than the case's files."""
        return READ_BY[Part(self.part)]
