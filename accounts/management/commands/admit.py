from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import Agency, Authority, Membership, Person, Team
from accounts.roles import FAMILY, STAFF, Role
from core import clock

ROLES = sorted(role.value for role in STAFF | FAMILY)


class Command(BaseCommand):
    help = "Gives a person a role at a council. They choose their own password by “Forgotten your password?”."

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
        role, today = Role(options["role"]), clock.today()
        if options["until"] and options["until"] < today:
            raise CommandError("The last day is in the past.")
        email = options["email"].strip().lower()
        person = Person.objects.filter(email=email).first() or Person.objects.create_user(email, options["name"])
        agency = None
        if options["agency"]:
            agency, _ = Agency.objects.get_or_create(name=options["agency"], defaults={"kind": options["agency_kind"]})
        works_in_bridge = role in {Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER}
        _, new = Membership.objects.get_or_create(
            authority=authority,
            person=person,
            role=role,
            until=options["until"],
            defaults={
                "team": Team.objects.get(authority=authority, kind=Team.Kind.BRIDGE) if works_in_bridge else None,
                "agency": agency,
                "since": today,
            },
        )
        self.stdout.write(
            f"{person.name} is {role.words} at {authority.name} from today."
            if new
            else f"{person.name} already is {role.words} at {authority.name}."
        )
