"""Where somebody is signed in: a line for each live session, so that they can end one they do not know."""

from django.db import models

from core.keys import new_key


class SignedIn(models.Model):
    """One session after its second step. Belongs to a person, not to an authority."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="signed_in")
    session_key = models.CharField(max_length=40, unique=True)
    door = models.CharField(max_length=10)
    device = models.CharField(max_length=80, help_text="In words, such as Firefox on Windows.")
    since = models.DateTimeField()
    seen_at = models.DateTimeField(help_text="To within five minutes.")

    class Meta:
        indexes = [models.Index(fields=["seen_at"], name="signed_in_by_age")]

    class Privacy:
        personal = {"person", "session_key", "device"}
        plain = {"id", "door", "since", "seen_at"}
