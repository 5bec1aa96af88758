"""What may harm a child and what protects one is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0030_factors")]

    operations = [HoldTogether("cases_casefactor", {"case_id": "cases_case"})]
