"""Tasks and concerns are held inside the authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0020_tasks_and_concerns")]

    operations = [
        HoldTogether("cases_task", {"case_id": "cases_case", "team_id": "accounts_team"}),
        HoldTogether("cases_concern", {"case_id": "cases_case"}),
    ]
