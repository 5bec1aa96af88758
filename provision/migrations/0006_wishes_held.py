"""Wishes are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("provision", "0005_wishes")]

    operations = [
        HoldTogether("provision_servicewish", {"case_id": "cases_case", "service_id": "provision_service"}),
    ]
