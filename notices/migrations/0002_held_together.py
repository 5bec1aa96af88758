"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_first"), ("accounts", "0002_held_together")]

    operations = [
        HoldTogether("notices_dispatch", {}),
    ]
