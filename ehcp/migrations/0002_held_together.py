"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("ehcp", "0001_first"), ("cases", "0002_held_together"), ("people", "0002_held_together")]

    operations = [
        HoldTogether("ehcp_assessmentrequest", {"case_id": "cases_case", "asked_by_id": "people_carer"}),
    ]
