"""What came of the work of services is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("provision", "0007_what_came_of_it")]

    operations = [
        HoldTogether("provision_serviceoutcome", {"case_id": "cases_case", "request_id": "provision_servicerequest"}),
    ]
