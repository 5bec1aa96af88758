"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("people", "0008_the_child_and_the_people_around"), ("accounts", "0006_held_together")]

    operations = [
        HoldTogether("people_address", {"child_id": "people_child"}),
        HoldTogether("people_learning", {"child_id": "people_child", "setting_id": "accounts_setting"}),
        HoldTogether("people_around", {"child_id": "people_child", "carer_id": "people_carer"}),
        HoldTogether("people_bar", {"child_id": "people_child", "who_id": "people_around"}),
        HoldTogether("people_earlier", {}),
    ]
