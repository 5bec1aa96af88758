"""A need is held inside the authority of its case, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0018_needs")]

    operations = [HoldTogether("cases_caseneed", {"case_id": "cases_case"})]
