"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_first")]

    operations = [
        HoldTogether("accounts_team", {}),
        HoldTogether("accounts_membership", {"team_id": "accounts_team"}),
    ]
