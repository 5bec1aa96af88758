"""A list says first what nobody was given as a task; what was stands among the tasks of whoever has it. Whoever leads on a
case has it on their own list, beside whoever answers for its deadlines."""

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

OF_THE_LEAD = """
INSERT INTO cases_caseload (id, authority, case_id, person_id, next_on, last_on, next_duty, received_on)
SELECT DISTINCT ON (i.case_id, i.person_id) gen_random_uuid(), c.authority, i.case_id, i.person_id,
       coalesce(d.work_to, c.received_on), coalesce(d.last, c.received_on), coalesce(d.duty, ''), c.received_on
FROM cases_involvement i JOIN cases_case c ON c.id = i.case_id
LEFT JOIN LATERAL (
  SELECT coalesce(o.recover_by, o.plan_for) AS work_to, coalesce(o.recover_by, o.due_ordinary) AS last, o.duty
  FROM cases_deadline o WHERE o.case_id = c.id AND o.ended_on IS NULL
  ORDER BY EXISTS (SELECT FROM cases_task t WHERE t.id = o.about), 1, o.duty LIMIT 1
) d ON true
WHERE i.capacity = 'lead' AND i.until IS NULL AND i.person_id IS NOT NULL
ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0035_where_a_task_was_agreed")]

    operations = [
        migrations.RunSQL(READ_AGAIN, migrations.RunSQL.noop),
        migrations.RunSQL(OF_THE_LEAD, migrations.RunSQL.noop),
    ]
