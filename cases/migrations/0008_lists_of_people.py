"""The owner of a case has it on a list of their own; every list knows the last day beside the day to work to."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FILL = """
UPDATE cases_caseload l SET last_on = coalesce(
  (SELECT d.due_ordinary FROM cases_deadline d WHERE d.case_id = l.case_id AND d.duty = l.next_duty
   AND d.plan_for = l.next_on AND d.ended_on IS NULL LIMIT 1), l.next_on)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_held_together"),
        ("cases", "0007_held_together"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="caseload",
            name="on_a_teams_list_once",
        ),
        migrations.AddField(
            model_name="caseload",
            name="last_on",
            field=models.DateField(
                default=datetime.date(9999, 12, 31),
                help_text="The last day of that deadline: only after it is anything late.",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="caseload",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="caseload",
            name="next_on",
            field=models.DateField(
                help_text="The day to work to: the earliest open deadline's, our own day where it is excused, or receipt."
            ),
        ),
        migrations.AlterField(
            model_name="caseload",
            name="team",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.team",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="caseload",
            index=models.Index(
                condition=models.Q(("person__isnull", False)),
                fields=["person", "next_on", "received_on", "case"],
                name="a_persons_list_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseload",
            constraint=models.UniqueConstraint(
                fields=("authority", "team", "person", "case"), name="on_a_list_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="caseload",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("person__isnull", False), ("team__isnull", True)),
                    models.Q(("person__isnull", True), ("team__isnull", False)),
                    _connector="OR",
                ),
                name="a_teams_list_or_a_persons",
            ),
        ),
    ]
