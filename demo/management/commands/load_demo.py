from django.core.management.base import BaseCommand, CommandError

from core.refusals import Refused
from demo.loader import load


class Command(BaseCommand):
    help = "Loads the demonstration's councils, people and families. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--families", type=int, default=60, help="How many families a council.")

    def handle(self, *args, **options):
        try:
            loaded = load(options["families"])
        except Refused as refusal:
            raise CommandError(*refusal.reasons) from refusal
        self.stdout.write(
            f"{loaded} invented families loaded." if loaded else "The invented families are here already."
        )
