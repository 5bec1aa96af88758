"""Excuses, reminders and reminder plans are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_the_clock")]

    operations = [
        HoldTogether("cases_excuse", {"case_id": "cases_case", "deadline_id": "cases_deadline"}),
        HoldTogether("cases_reminder", {"deadline_id": "cases_deadline"}),
        HoldTogether("cases_reminderplan", {}),
    ]
