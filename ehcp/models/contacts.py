"""Whom a notice tells the family to ask: each kept version stands, the newest counts."""

from django.db import models

from door.guarded import OfAnAuthority


class NoticeContacts(OfAnAuthority):
    """What every notice of a right to appeal must name (SEND Regulations 2014 reg 32, and regs 5(3), 10(3), 14(2))."""

    mediation_adviser = models.CharField(max_length=200)
    mediation_reach = models.CharField(max_length=300, help_text="Telephone, email or address.")
    disagreement_service = models.CharField(max_length=200)
    disagreement_reach = models.CharField(max_length=300)
    advice_service = models.CharField(max_length=200, help_text="Information, advice and support (SENDIASS).")
    advice_reach = models.CharField(max_length=300)
    council_contact = models.CharField(
        max_length=200, help_text="Whom to tell at the council that mediation is wanted."
    )
    council_reach = models.CharField(max_length=300)
    kept_by = models.CharField(max_length=60)
    kept_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["authority", "-kept_at"], name="newest_contacts")]

    class Privacy:
        plain = {
            "id", "authority", "mediation_adviser", "mediation_reach", "disagreement_service", "disagreement_reach",
            "advice_service", "advice_reach", "council_contact", "council_reach", "kept_by", "kept_at",
        }  # fmt: skip
