"""Absences, preferences and calendar addresses are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_away_and_reach")]

    operations = [
        HoldTogether("accounts_absence", {}),
        HoldTogether("accounts_preference", {}),
        HoldTogether("accounts_calendarfeed", {}),
    ]
