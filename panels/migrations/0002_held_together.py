"""Everything of a panel is held inside the authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("panels", "0001_first")]

    operations = [
        HoldTogether("panels_panel", {}),
        HoldTogether("panels_sitting", {"panel_id": "panels_panel"}),
        HoldTogether("panels_attendance", {"sitting_id": "panels_sitting"}),
        HoldTogether("panels_agendaitem", {"case_id": "cases_case", "sitting_id": "panels_sitting"}),
        HoldTogether("panels_decision", {"case_id": "cases_case", "item_id": "panels_agendaitem"}),
    ]
