"""Settings and their calendars are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_settings_and_calendars")]

    operations = [
        HoldTogether("accounts_setting", {}),
        HoldTogether("accounts_schoolcalendar", {"setting_id": "accounts_setting"}),
    ]
