"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_first"), ("cases", "0002_held_together"), ("people", "0002_held_together")]

    operations = [
        HoldTogether("referrals_referral", {"case_id": "cases_case", "sender_id": "people_carer"}),
    ]
