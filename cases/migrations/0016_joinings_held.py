"""Both records of a joining are held inside the authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_joinings")]

    operations = [HoldTogether("cases_joining", {"case_id": "cases_case", "into_id": "cases_case"})]
