"""Exceptional, named, dated and revocable: one person on one case. Read only by ``cases.access``."""

from django.db import models
from django.db.models import F, Q
from guardian.models import UserObjectPermissionBase

from core.keys import new_key
from door.tenancy import tenant_link


class CaseGrant(UserObjectPermissionBase):
    """A guardian permission with direct keys, and the reason, the giver and the days that go with it."""

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

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(until__gte=F("since")), name="grant_ends_after_it_starts")]
        indexes = [models.Index(fields=["user", "content_object"], name="grants_of_a_person")]

    class Privacy:
        personal = {"user", "reason"}
        plain = {
            "id", "authority", "permission", "content_object", "granted_by", "since", "until", "revoked_on",
        }  # fmt: skip
