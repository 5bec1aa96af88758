from django.core.management.base import BaseCommand, CommandError

from cases.patrol import deadlines_that_disagree


class Command(BaseCommand):
    help = "With --check: reads the ledger again and lists every case whose deadlines would come out differently."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", required=True)

    def handle(self, *args, **options):
        found = list(deadlines_that_disagree())
        for finding in found:
            self.stdout.write(f"{finding.authority} {finding.about}: {finding.what}")
        if found:
            raise CommandError(f"{len(found)} cases disagree with the ledger.")
        self.stdout.write("Every deadline agrees with the ledger.")
