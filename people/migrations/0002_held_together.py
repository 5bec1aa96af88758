"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("people", "0001_first"), ("accounts", "0002_held_together")]

    operations = [
        HoldTogether("people_child", {}),
        HoldTogether("people_carer", {"child_id": "people_child"}),
    ]
