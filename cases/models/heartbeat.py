"""When the watch last looked, by three clocks, so that one that jumps is noticed before anything is sent."""

from django.db import models


class Heartbeat(models.Model):
    """One row for the whole installation. While ``doubted_because`` is set, nothing that counts days goes out."""

    name = models.CharField(max_length=20, primary_key=True)
    seen_at = models.DateTimeField(help_text="The last moment that was believed.")
    boot = models.CharField(max_length=60, blank=True, help_text="Which start of which machine.")
    since_boot = models.FloatField(default=0, help_text="Seconds by the clock that nobody can set.")
    doubted_at = models.DateTimeField(null=True, blank=True, help_text="What the doubted clock said.")
    doubted_because = models.CharField(max_length=200, blank=True)

    class Privacy:
        plain = {"name", "seen_at", "boot", "since_boot", "doubted_at", "doubted_because"}
