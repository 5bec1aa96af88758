from django.db import migrations

from door.tenancy import HoldTogether

CASE = {"case_id": "cases_case"}


class Migration(migrations.Migration):
    dependencies = [("profiles", "0001_first")]

    operations = [
        HoldTogether("profiles_profile", {**CASE, "carer_id": "people_carer", "around_id": "people_around"}),
        HoldTogether("profiles_profilewords", {**CASE, "profile_id": "profiles_profile"}),
        HoldTogether("profiles_profileread", {**CASE, "profile_id": "profiles_profile"}),
        HoldTogether("profiles_profilelink", {**CASE, "profile_id": "profiles_profile"}),
        HoldTogether("profiles_profileopening", {**CASE, "link_id": "profiles_profilelink"}),
    ]
