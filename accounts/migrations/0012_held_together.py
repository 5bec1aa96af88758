"""Invitations are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_invitations_and_sessions")]

    operations = [HoldTogether("accounts_invitation", {"team_id": "accounts_team"})]
