"""``manage.py rebuild_names``: reads every child's names again for the search, after a rule of sounds was changed."""

from django.core.management.base import BaseCommand

from people.names.rebuild import of_nobody, rebuild, wrong


class Command(BaseCommand):
    """Says how many children had other keys than their names say, and puts them right."""

    help = "Reads every child's names again, so that search finds them. With --check only says how many would change."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing")

    def handle(self, *, check, **options):
        if check:
            count = sum(1 for _ in wrong()) + len(of_nobody())
            self.stdout.write(f"{count} {'child' if count == 1 else 'children'} would get other keys.")
        else:
            count = rebuild()
            self.stdout.write(f"{count} {'child has' if count == 1 else 'children have'} other keys now.")
