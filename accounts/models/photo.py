"""The photo by which families know a colleague."""

from django.db import models

from door.guarded import OfAnAuthority


class Photo(OfAnAuthority):
    """Put up by the person themselves, and taken down by them. A small JPEG of our own making."""

    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="photos")
    jpeg = models.BinaryField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "person"], name="one_photo_a_person")]

    class Privacy:
        personal = {"person", "jpeg"}
        plain = {"id", "authority", "kept_at"}
