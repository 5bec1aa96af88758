"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("referrals", "0006_sent_by_professionals"), ("cases", "0017_the_front_door")]

    operations = [
        HoldTogether("referrals_namedservice", {"case_id": "cases_case", "referral_id": "referrals_referral"}),
    ]
