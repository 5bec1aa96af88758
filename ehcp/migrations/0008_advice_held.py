from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("ehcp", "0007_advice")]

    operations = [
        HoldTogether(
            "ehcp_advice",
            {
                "case_id": "cases_case", "request_id": "ehcp_assessmentrequest", "carer_id": "people_carer",
                "around_id": "people_around",
            },
        ),
        HoldTogether("ehcp_advicepoint", {"advice_id": "ehcp_advice"}),
    ]  # fmt: skip
