from django.db import migrations

from door.tenancy import HoldTogether

CASE = {"case_id": "cases_case"}


class Migration(migrations.Migration):
    dependencies = [("talking", "0001_first")]

    operations = [
        HoldTogether("talking_talk", {**CASE, "carer_id": "people_carer", "around_id": "people_around"}),
        HoldTogether("talking_said", {**CASE, "talk_id": "talking_talk"}),
    ]
