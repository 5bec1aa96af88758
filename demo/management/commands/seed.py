from argparse import ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError

from accounts.models import Authority
from demo.seed import seed
from demo.standing import stand_up


def at_least_one(typed: str) -> int:
    """A whole number above nothing, typed with or without commas."""
    plain = typed.replace(",", "").replace("_", "")
    if not plain.isdigit() or int(plain) == 0:
        raise ArgumentTypeError(f"{typed!r} is not a whole number of cases")
    return int(plain)


class Command(BaseCommand):
    help = "Builds an authority of any size: invented children over ten years, with history, deadlines, lists and post."

    def add_arguments(self, parser):
        parser.add_argument("--cases", type=at_least_one, required=True, help="How many to add.")
        parser.add_argument("--authority", default="355", help="The authority's three-digit code (355, Salford).")
        parser.add_argument("--seal", action="store_true", help="Chain the history too, which is nightly work.")

    def handle(self, *args, **options):
        stand_up()
        try:
            seeded = seed(options["authority"], options["cases"], seal=options["seal"], say=self._say)
        except Authority.DoesNotExist as missing:
            known = ", ".join(f"{authority.pk} {authority.name}" for authority in Authority.objects.all())
            raise CommandError(f"There is no authority {options['authority']}. These there are: {known}.") from missing
        chained = "" if seeded.sealed is None else f", {seeded.sealed:,} of them sealed now"
        self._say(
            f"{seeded.rows['cases']:,} cases were added to {seeded.authority.name}, with "
            f"{seeded.rows['entries of history']:,} entries of history{chained}."
        )

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
