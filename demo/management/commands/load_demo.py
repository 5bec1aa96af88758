from django.core.management.base import BaseCommand

from demo.loader import load


class Command(BaseCommand):
    help = "Loads the demonstration's councils, people and families. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--families", type=int, default=60, help="How many families a council.")

    def handle(self, *args, **options):
        loaded = load(options["families"])
        self.stdout.write(
            f"{loaded} invented families loaded." if loaded else "The invented families are here already."
        )
