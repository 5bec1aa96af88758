"""Every row is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_first"), ("accounts", "0002_held_together"), ("people", "0002_held_together")]

    operations = [
        HoldTogether("cases_case", {"child_id": "people_child", "merged_into_id": "cases_case"}),
        HoldTogether("cases_involvement", {"case_id": "cases_case", "team_id": "accounts_team"}),
        HoldTogether("cases_deadline", {"case_id": "cases_case"}),
        HoldTogether("cases_caseload", {"case_id": "cases_case", "team_id": "accounts_team"}),
        HoldTogether("cases_draft", {}),
        HoldTogether("cases_draftfile", {"draft_id": "cases_draft"}),
        HoldTogether("cases_casegrant", {"content_object_id": "cases_case"}),
    ]
