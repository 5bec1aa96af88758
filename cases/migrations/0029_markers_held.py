"""A marker is held inside the authority of its case, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0028_markers")]

    operations = [HoldTogether("cases_casemarker", {"case_id": "cases_case"})]
