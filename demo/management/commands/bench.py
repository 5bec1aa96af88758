import sys

from django.core.management.base import BaseCommand, CommandError

from bench.run import add_arguments, complaint, run


class Command(BaseCommand):
    help = "Measures how quick it is, as ratios to hand-written SQL and a bare page. See docs/performance.md."

    def add_arguments(self, parser):
        add_arguments(parser)

    def handle(self, *args, **options):
        if wrong := complaint(options["names"], options["rounds"]):
            raise CommandError(wrong)
        if missed := run(options["names"], quick=options["quick"], rounds=options["rounds"]):
            sys.exit(missed)
