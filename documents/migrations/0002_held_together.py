"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_first"), ("cases", "0002_held_together")]

    operations = [
        HoldTogether("documents_document", {"case_id": "cases_case"}),
    ]
