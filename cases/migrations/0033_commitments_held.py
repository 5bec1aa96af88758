"""The versions of a commitment are held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0032_commitments")]

    operations = [
        HoldTogether("cases_commitment", {}),
        HoldTogether("cases_commitmentversion", {"commitment_id": "cases_commitment"}),
    ]
