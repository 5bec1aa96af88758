from django.db import migrations

from door.tenancy import HoldTogether

REQUEST = {"case_id": "cases_case", "request_id": "ehcp_assessmentrequest"}


class Migration(migrations.Migration):
    dependencies = [("ehcp", "0005_deciding")]

    operations = [
        HoldTogether("ehcp_noticecontacts"),
        HoldTogether("ehcp_telling", REQUEST),
        HoldTogether("ehcp_evidence", REQUEST),
        HoldTogether("ehcp_assessmentdecision", REQUEST),
    ]
