"""Exceptional, named, dated and revocable: one person on one case. Read only by ``cases.sight``."""

from uuid import UUID

from django.db import models
from django.db.models import F, Q
from guardian.models import UserObjectPermissionBase

from core.keys import new_key
from door.tenancy import tenant_link


class CaseGrant(UserObjectPermissionBase):
    """A guardian permission with direct keys, and the reason, the giver and the days that go with it.

    One that somebody took for themselves, ``by_exception``, ends at a moment and waits for a reviewer's answer.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    authority = models.ForeignKey(
        "accounts.Authority", on_delete=models.PROTECT, db_column="authority", related_name="+"
    )
    content_object = tenant_link("cases.Case", on_delete=models.CASCADE, related_name="grants")
    granted_by = models.CharField(max_length=60)
    reason = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(help_text="The last day. Never open-ended.")
    revoked_on = models.DateField(null=True, blank=True)
    by_exception = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True, help_text="It opens nothing from this moment on.")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=60, blank=True)
    right = models.BooleanField(null=True, blank=True, help_text="What the reviewer said of it.")
    said = models.CharField(max_length=500, blank=True, help_text="The reviewer's words.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="grant_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(by_exception=False)
                | Q(opened_at__isnull=False, ends_at__gt=F("opened_at")) & ~Q(reason=""),
                name="exception_has_a_reason_and_an_end",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_at=None, reviewed_by="", right=None, said="")
                | Q(reviewed_at__isnull=False, right__isnull=False) & ~Q(reviewed_by="") & ~Q(said=""),
                name="reviewed_by_somebody_in_words",
            ),
        ]
        indexes = [
            models.Index(fields=["user", "content_object"], name="grants_of_a_person"),
            models.Index(fields=["authority", "-opened_at"], condition=Q(by_exception=True), name="exceptions"),
        ]

    class Privacy:
        personal = {"user", "reason", "said"}
        plain = {
            "id", "authority", "permission", "content_object", "granted_by", "since", "until", "revoked_on",
            "by_exception", "opened_at", "ends_at", "reviewed_at", "reviewed_by", "right",
        }  # fmt: skip

    @property
    def case_id(self) -> UUID:
        """The doorway asks every subject whose it is."""
        return self.content_object_id
