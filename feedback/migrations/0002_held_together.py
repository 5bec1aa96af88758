from django.db import migrations

from door.tenancy import HoldTogether

CASE = {"case_id": "cases_case"}


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_first")]

    operations = [
        HoldTogether(
            "feedback_ask",
            {
                **CASE,
                "meeting_id": "meetings_meeting",
                "invitee_id": "meetings_invitee",
                "locality_id": "accounts_locality",
            },
        ),
        HoldTogether("feedback_answer", {**CASE, "ask_id": "feedback_ask"}),
        HoldTogether("feedback_theme"),
        HoldTogether("feedback_sorting", {"answer_id": "feedback_answer"}),
    ]
