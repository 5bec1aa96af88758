from django.db import migrations

OFTEN = """
ALTER TABLE cases_deadline SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000)
"""
"""Every reminder moves a deadline along its index. Where 100,000 fall on one morning, what they leave behind would be
walked over by every later look until a fifth of the table had changed, which is PostgreSQL's own limit."""

AS_USUAL = "ALTER TABLE cases_deadline RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold)"


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_every_capacity")]

    operations = [migrations.RunSQL(OFTEN, AS_USUAL)]
