"""What a council is set up with is held inside it, in SQL; and each council is told which organisation it is itself."""

from django.db import migrations

from door.tenancy import HoldTogether


def councils_are_themselves(apps, _editor):
    """The organisation that has a council's own name is that council: its people need no agreement there."""
    Authority, Agency = apps.get_model("accounts", "Authority"), apps.get_model("accounts", "Agency")
    for authority in Authority.objects.all():
        own, _made = Agency.objects.get_or_create(name=authority.name, defaults={"kind": "council"})
        own.council = authority
        own.save()


class Migration(migrations.Migration):
    dependencies = [("accounts", "0009_setting_up")]

    operations = [
        HoldTogether("accounts_locality", {}),
        HoldTogether("accounts_agencymailbox", {}),
        HoldTogether("accounts_agreement", {}),
        HoldTogether("accounts_agreementparty", {"agreement_id": "accounts_agreement"}),
        HoldTogether("accounts_agreementversion", {"agreement_id": "accounts_agreement"}),
        migrations.RunSQL(
            "ALTER TABLE accounts_team ADD CONSTRAINT accounts_team_locality_id_held FOREIGN KEY (authority, locality_id) "
            "REFERENCES accounts_locality (authority, id) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE accounts_team DROP CONSTRAINT accounts_team_locality_id_held",
        ),
        migrations.RunPython(councils_are_themselves, migrations.RunPython.noop),
    ]
