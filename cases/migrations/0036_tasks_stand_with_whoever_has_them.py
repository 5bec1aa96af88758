"""A list says first what nobody was given as a task; what was stands among the tasks of whoever has it."""

from django.db import migrations

READ_AGAIN = """
UPDATE cases_caseload l SET next_on = d.work_to, last_on = d.last, next_duty = d.duty
FROM (
  SELECT DISTINCT ON (o.case_id) o.case_id, coalesce(o.recover_by, o.plan_for) AS work_to,
         coalesce(o.recover_by, o.due_ordinary) AS last, o.duty
  FROM cases_deadline o
  WHERE o.ended_on IS NULL
    AND EXISTS (SELECT FROM cases_deadline a JOIN cases_task t ON t.id = a.about
                WHERE a.case_id = o.case_id AND a.ended_on IS NULL)
  ORDER BY o.case_id, EXISTS (SELECT FROM cases_task t WHERE t.id = o.about), 2, o.duty
) d
WHERE d.case_id = l.case_id
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0035_where_a_task_was_agreed")]

    operations = [migrations.RunSQL(READ_AGAIN, migrations.RunSQL.noop)]
