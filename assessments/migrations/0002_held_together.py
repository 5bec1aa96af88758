from django.db import migrations

from door.tenancy import HoldTogether

CASE = {"case_id": "cases_case"}
OF_ONE = {"assessment_id": "assessments_familyassessment"}


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_first")]

    operations = [
        HoldTogether("assessments_familyassessment", {**CASE, "review_of_id": "assessments_familyassessment"}),
        HoldTogether("assessments_assessmentpart", OF_ONE),
        HoldTogether("assessments_assessmentreader", {**CASE, **OF_ONE, "carer_id": "people_carer"}),
        HoldTogether("assessments_assessmentanswer", {**CASE, **OF_ONE, "carer_id": "people_carer"}),
    ]
