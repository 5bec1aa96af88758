"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("referrals", "0004_answers"), ("cases", "0017_the_front_door")]

    operations = [
        HoldTogether("referrals_triageanswer", {"case_id": "cases_case", "referral_id": "referrals_referral"}),
    ]
