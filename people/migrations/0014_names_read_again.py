"""A rule of sounds changed: "Kesia" and "Kezia" are found under one sound."""

from django.db import migrations

from people.names.rebuild import rebuild


class Migration(migrations.Migration):
    dependencies = [("people", "0013_found_by_email")]

    operations = [migrations.RunPython(lambda apps, schema_editor: rebuild(), migrations.RunPython.noop)]
