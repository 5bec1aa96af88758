"""The register's rows are held inside their authority, in SQL, and a successor is a setting of the same one."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("accounts", "0013_register_of_settings")]

    operations = [
        HoldTogether("accounts_bringingin", {}),
        HoldTogether("accounts_registerline", {"bringing_in_id": "accounts_bringingin"}),
        migrations.RunSQL(
            "ALTER TABLE accounts_setting ADD CONSTRAINT accounts_setting_successor_id_held"
            " FOREIGN KEY (authority, successor_id) REFERENCES accounts_setting (authority, id)"
            " DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE accounts_setting DROP CONSTRAINT accounts_setting_successor_id_held",
        ),
    ]
