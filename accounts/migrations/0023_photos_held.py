"""A photo is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("accounts", "0022_photos")]

    operations = [HoldTogether("accounts_photo")]
