from django.core.management.base import BaseCommand, CommandError

from cases.models import Case, Deadline
from cases.words import Ended, ExcuseState
from core.references import tidy
from ledger.models import Entry
from statute.exceptions import Ground
from statute.explain import in_words, why


class Command(BaseCommand):
    help = "Says, for each deadline of a case, what started it, the sum and the law."

    def add_arguments(self, parser):
        parser.add_argument("reference")

    def handle(self, *args, **options):
        case = Case.objects.filter(reference=tidy(options["reference"]) or "").first()
        if case is None:
            raise CommandError("There is no case of that reference. Check each character.")
        for deadline in Deadline.objects.filter(case=case).order_by("plan_for", "duty"):
            entry = Entry.objects.get(pk=deadline.entry_ref)
            self.stdout.write(in_words(why(deadline.duty, deadline.counted_from)))
            self.stdout.write(f"  Started by: {entry.event}, recorded {entry.recorded_at:%Y-%m-%d %H:%M} UTC")
            ended = f"{Ended(deadline.ended_as).words} {deadline.ended_on}" if deadline.ended_on else "Still owed"
            self.stdout.write(f"  {ended}\n")
            if deadline.recover_by:
                ground = Ground(deadline.excuses.get(state=ExcuseState.APPROVED).ground).words
                self.stdout.write(
                    f"  Excused on {deadline.excused_on}: {ground}. Our own day: {deadline.recover_by}.\n"
                )
