"""Every key is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("people", "0005_name_keys"), ("accounts", "0002_held_together")]

    operations = [HoldTogether("people_namekey", {})]
