"""Bases and units are held inside their authority, in SQL. What the register said of inspections is read as a grade,
and a nursery typed by hand, of which no register tells, is one that the council does not run."""

from django.db import migrations

from door.tenancy import HoldTogether

GRADES = """
UPDATE accounts_setting SET grade_on = inspected_on, grade = CASE
  WHEN lower(inspected) = 'outstanding' THEN 'outstanding'
  WHEN lower(inspected) = 'good' THEN 'good'
  WHEN lower(inspected) = 'requires improvement' THEN 'improvement'
  ELSE 'inadequate' END
WHERE lower(inspected) IN
  ('outstanding', 'good', 'requires improvement', 'inadequate', 'serious weaknesses', 'special measures')
"""
PVI = "UPDATE accounts_setting SET kind = 'pvi' WHERE kind = 'nursery' AND type_name = '' AND digest = ''"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0015_known_of_settings")]

    operations = [
        HoldTogether("accounts_provision", {"setting_id": "accounts_setting"}),
        migrations.RunSQL(GRADES, migrations.RunSQL.noop),
        migrations.RunSQL(PVI, migrations.RunSQL.noop),
    ]
