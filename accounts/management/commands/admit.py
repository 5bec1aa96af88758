from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.admitting import admit
from accounts.models import Agency, Authority
from accounts.roles import FAMILY, STAFF, Role
from core import clock
from door.words import plain_date

ROLES = sorted(role.value for role in STAFF | FAMILY)


class Command(BaseCommand):
    help = (
        "Gives a person a role at a council, or with --until ends one they have. "
        "They choose their own password by “I have forgotten my password”."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--authority", required=True, help="The council's three-digit code.")
        parser.add_argument("--role", required=True, choices=ROLES)
        parser.add_argument("--agency", default="", help="The organisation they work for, set up when it is new.")
        parser.add_argument("--agency-kind", default="council", choices=[kind.value for kind in Agency.Kind])
        parser.add_argument("--until", type=date.fromisoformat, default=None, help="The last day, as 2027-03-31.")

    @transaction.atomic
    def handle(self, *args, **options):
        authority = Authority.objects.filter(pk=options["authority"]).first()
        if authority is None:
            raise CommandError(
                f"No council has the code {options['authority']}. Set it up first: manage.py open_authority"
            )
        role, today, until = Role(options["role"]), clock.today(), options["until"]
        if until and until < today:
            raise CommandError("The last day is in the past.")
        done = admit(
            authority, options["email"], options["name"], role, today=today, until=until, agency=_agency(options)
        )
        name, standing = done.person.name, f"{role.words} at {authority.name}"
        if done.reopened:
            self.stdout.write(f"The account of {name} is open again.")
        last_day = f" until {plain_date(until)}" if until else ""
        if done.new:
            self.stdout.write(f"{name} is {standing} from today{last_day}.")
        elif not done.changed:
            self.stdout.write(f"{name} already is {standing}{last_day}.")
        elif until:
            self.stdout.write(f"{name} stops being {standing} after {plain_date(until)}.")
        else:
            self.stdout.write(f"{name} goes on being {standing}, with no last day.")


def _agency(options: dict) -> Agency | None:
    """The organisation they work for, found by its name or set up."""
    if not options["agency"]:
        return None
    return Agency.objects.get_or_create(name=options["agency"], defaults={"kind": options["agency_kind"]})[0]
