from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import Authority, Team


class Command(BaseCommand):
    help = "Sets up a council: its name, address, letters and the Bridge with its shared mailbox."

    def add_arguments(self, parser):
        parser.add_argument("code", help="The three-digit code of the local authority, such as 355.")
        parser.add_argument("--name", required=True)
        parser.add_argument("--slug", required=True, help="Its place in addresses, such as salford.")
        parser.add_argument("--letters", required=True, help="Three letters that begin its references, such as SAL.")
        parser.add_argument("--mailbox", required=True, help="The Bridge's shared mailbox.")
        parser.add_argument("--phone", default="")
        parser.add_argument("--email", default="")
        parser.add_argument("--colour", default="#134e5e")

    @transaction.atomic
    def handle(self, *args, **options):
        authority = Authority(
            code=options["code"],
            name=options["name"],
            slug=options["slug"],
            letters=options["letters"].upper(),
            brand_colour=options["colour"].lower(),
            contact_phone=options["phone"],
            contact_email=options["email"],
        )
        team = Team(authority=authority, kind=Team.Kind.BRIDGE, name="The Bridge", mailbox=options["mailbox"])
        try:
            authority.full_clean()
            authority.save()
            team.full_clean()
            team.save()
        except ValidationError as wrong:
            raise CommandError(
                " ".join(f"{field}: {' '.join(said)}" for field, said in wrong.message_dict.items())
            ) from wrong
        self.stdout.write(f"{authority.name} is open at /{authority.slug}/ on the family's door.")
