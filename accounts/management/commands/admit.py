from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q

from accounts.models import Agency, Authority, Membership, Person, Team
from accounts.roles import FAMILY, STAFF, Role
from core import clock
from door.words import plain_date

ROLES = sorted(role.value for role in STAFF | FAMILY)


class Command(BaseCommand):
    help = (
        "Gives a person a role at a council, or with --until ends one they have. "
        "They choose their own password by “Forgotten your password?”."
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
        role, today = Role(options["role"]), clock.today()
        if options["until"] and options["until"] < today:
            raise CommandError("The last day is in the past.")
        email = options["email"].strip().lower()
        person = Person.objects.filter(email=email).first() or Person.objects.create_user(email, options["name"])
        if not person.is_active and not (options["until"] and options["until"] <= today):
            person.is_active, person.idle_since, person.opened_at = True, None, clock.now()
            person.save()
            self.stdout.write(f"The account of {person.name} is open again.")
        standing = f"{role.words} at {authority.name}"
        until = options["until"]
        last_day = f" until {plain_date(until)}" if until else ""
        held = list(
            Membership.objects.filter(
                Q(until=None) | Q(until__gte=today), authority=authority, person=person, role=role
            )
        )
        if not held:
            Membership.objects.create(
                authority=authority, person=person, role=role, since=today, until=until, **_place(role, options)
            )
            self.stdout.write(f"{person.name} is {standing} from today{last_day}.")
        elif all(membership.until == until for membership in held):
            self.stdout.write(f"{person.name} already is {standing}{last_day}.")
        else:
            Membership.objects.filter(pk__in=[membership.pk for membership in held]).update(until=until)
            self.stdout.write(
                f"{person.name} stops being {standing} after {plain_date(until)}."
                if until
                else f"{person.name} goes on being {standing}, with no last day."
            )


def _place(role: Role, options: dict) -> dict:
    """The team somebody of this role belongs to, and the organisation they work for."""
    place: dict = {}
    if role in {Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER}:
        place["team"] = Team.objects.get(authority=options["authority"], kind=Team.Kind.BRIDGE)
    if options["agency"]:
        place["agency"], _ = Agency.objects.get_or_create(
            name=options["agency"], defaults={"kind": options["agency_kind"]}
        )
    return place
