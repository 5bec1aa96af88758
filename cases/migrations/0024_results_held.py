"""A result is held inside the authority of its case, in SQL; a figure of an earlier year inside its own."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0023_results")]

    operations = [
        HoldTogether("cases_caseresult", {"case_id": "cases_case"}),
        HoldTogether("cases_baseline"),
    ]
