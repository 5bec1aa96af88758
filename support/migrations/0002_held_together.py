from django.db import migrations

from door.tenancy import HoldTogether

CASE = {"case_id": "cases_case"}
ROUND = {**CASE, "cycle_id": "support_supportcycle"}


class Migration(migrations.Migration):
    dependencies = [("support", "0001_first")]

    operations = [
        HoldTogether("support_supportcycle", CASE),
        HoldTogether("support_supportoutcome", ROUND),
        HoldTogether("support_supportline", ROUND),
        HoldTogether("support_supportnote", {**ROUND, "line_id": "support_supportline"}),
        HoldTogether("support_supportcontribution", ROUND),
        HoldTogether("support_supportanswer", {**ROUND, "carer_id": "people_carer", "around_id": "people_around"}),
    ]
