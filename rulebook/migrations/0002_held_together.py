"""Verdicts are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("rulebook", "0001_first")]

    operations = [
        HoldTogether("rulebook_verdict", {}),
    ]
