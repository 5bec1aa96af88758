"""Wards and postcodes are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("accounts", "0017_wards")]

    operations = [
        HoldTogether("accounts_ward", {}),
        HoldTogether("accounts_wardpostcode", {"ward_id": "accounts_ward"}),
    ]
