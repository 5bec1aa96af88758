"""Both records of the pair are held inside the authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_kept_apart")]

    operations = [HoldTogether("cases_keptapart", {"case_id": "cases_case", "other_id": "cases_case"})]
