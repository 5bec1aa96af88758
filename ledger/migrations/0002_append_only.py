"""The database refuses to change history."""

from django.db import migrations

from ledger.append_only import FUNCTION, backward, forward

TABLES = ("ledger_entry", "ledger_link", "ledger_viewing")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_first")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION ledger_refuse()"),
        *[migrations.RunSQL(forward(table), backward(table)) for table in TABLES],
    ]
