"""Who of a family wants to hear when a service that may help starts."""

from django.db import models
from django.db.models import Q

from door.guarded import OfAnAuthority


class ServiceNews(OfAnAuthority):
    """Somebody said yes, from a moment on. It is stopped by them and never deleted; a new yes is a new row."""

    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    wanted_at = models.DateTimeField()
    told_until = models.DateTimeField(help_text="Services that started until then were told of, or came too early.")
    last_on = models.DateField(null=True, blank=True, help_text="The day of the last letter.")
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "person"], condition=Q(stopped_at=None), name="news_is_wanted_once"
            ),
        ]

    class Privacy:
        plain = {"id", "authority", "person", "wanted_at", "told_until", "last_on", "stopped_at"}
