from django.core.management.base import BaseCommand, CommandError

from cases import heartbeat
from core import clock


class Command(BaseCommand):
    help = "Says that the clock is right as it stands, so that reminders go out again."

    def add_arguments(self, parser):
        parser.add_argument("--yes", action="store_true", help="Do it; otherwise only the present moment is shown.")

    def handle(self, *args, **options):
        self.stdout.write(f"This machine says {clock.now():%Y-%m-%d %H:%M} UTC.")
        self.stdout.write(f"The database says {heartbeat.database_now():%Y-%m-%d %H:%M} UTC.")
        self.stdout.write(heartbeat.alarm() or "Nobody doubts the clock.")
        if options["yes"]:
            if because := heartbeat.trust():
                raise CommandError(f"It is not believed. {because} Mend whichever is wrong, and try again.")
            self.stdout.write("It is believed from now on. The next watch sends what is due.")
