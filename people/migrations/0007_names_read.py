"""The children who are here already are found by the sound of their names too."""

from django.db import migrations

from people.names.rebuild import rebuild


class Migration(migrations.Migration):
    dependencies = [("people", "0006_name_keys_held")]

    operations = [migrations.RunPython(lambda apps, schema_editor: rebuild(), migrations.RunPython.noop)]
