from django.core.management.base import BaseCommand, CommandError

from accounts.who import machine
from cases.actions.staff.council import Wanted, WrongFields, open_council


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

    def handle(self, *args, **options):
        wanted = Wanted(**{name: options[name] for name in Wanted.__dataclass_fields__ if name in options})
        try:
            authority = open_council(wanted, by=machine("operator", options["code"]))
        except WrongFields as wrong:
            raise CommandError(" ".join(f"{field}: {said}." for field, said in wrong.fields.items())) from wrong
        self.stdout.write(f"{authority.name} is open at /{authority.slug}/ on the family's door.")
