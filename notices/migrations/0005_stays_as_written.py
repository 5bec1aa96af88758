"""The database keeps a letter as it was written, and what stands instead of it in the same authority."""

from django.db import migrations

from notices.exact_text import BACKWARD, FORWARD

HELD = "notices_dispatch_instead_of_id_held"


class Migration(migrations.Migration):
    dependencies = [("notices", "0004_proof_and_returns")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE notices_dispatch ADD CONSTRAINT {HELD} FOREIGN KEY (authority, instead_of_id)"
            " REFERENCES notices_dispatch (authority, id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE notices_dispatch DROP CONSTRAINT {HELD}",
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
