"""Services and their versions are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("provision", "0001_first")]

    operations = [
        HoldTogether("provision_service", {"team_id": "accounts_team"}),
        HoldTogether("provision_serviceversion", {"service_id": "provision_service"}),
        HoldTogether("provision_threshold", {"service_id": "provision_service"}),
    ]
