"""A worklist says which duty sets its day, so that one kind of work is found as fast on a long list as on a short one."""

from django.db import migrations, models

FILL = """
UPDATE cases_caseload SET next_duty = owed.duty
FROM (SELECT DISTINCT ON (case_id) case_id, duty FROM cases_deadline WHERE met_on IS NULL
      ORDER BY case_id, plan_for, duty) owed
WHERE owed.case_id = cases_caseload.case_id
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_held_together")]

    operations = [
        migrations.AddField(
            model_name="caseload",
            name="next_duty",
            field=models.CharField(
                blank=True,
                default="",
                help_text="The duty whose day that is; empty when nothing is owed.",
                max_length=40,
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="caseload",
            index=models.Index(
                fields=["team", "next_duty", "next_on", "received_on", "case"], name="a_teams_list_by_duty"
            ),
        ),
    ]
