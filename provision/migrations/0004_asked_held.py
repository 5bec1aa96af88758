"""Requests to services, and what was said of them, are held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("provision", "0003_asked_of_services")]

    operations = [
        HoldTogether("provision_servicerequest", {"case_id": "cases_case", "service_id": "provision_service"}),
        HoldTogether("provision_serviceanswer", {"case_id": "cases_case", "request_id": "provision_servicerequest"}),
    ]
