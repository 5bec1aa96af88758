from django.db import migrations

from door.tenancy import HoldTogether

CASE = {"case_id": "cases_case"}
OF_A_MEETING = {**CASE, "meeting_id": "meetings_meeting"}


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_first")]

    operations = [
        HoldTogether("meetings_meeting", CASE),
        HoldTogether("meetings_invitee", {**OF_A_MEETING, "carer_id": "people_carer", "around_id": "people_around"}),
        HoldTogether("meetings_jotting", {"meeting_id": "meetings_meeting"}),
        HoldTogether("meetings_aim", OF_A_MEETING),
        HoldTogether("meetings_familyanswer", OF_A_MEETING),
    ]
