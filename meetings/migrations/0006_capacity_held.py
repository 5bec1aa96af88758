"""A capacity is held inside its authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_capacity")]

    operations = [HoldTogether("meetings_meetingcapacity")]
