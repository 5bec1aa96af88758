"""Who wants to hear of services is held inside their authority, in SQL."""

from django.db import migrations

from door.tenancy import HoldTogether


class Migration(migrations.Migration):
    dependencies = [("provision", "0009_news_of_services")]

    operations = [HoldTogether("provision_servicenews", {})]
