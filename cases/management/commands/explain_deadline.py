from django.core.management.base import BaseCommand, CommandError

from cases.models import Case, Deadline
from core.references import tidy
from ledger.models import Entry
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
            self.stdout.write(f"  Met: {deadline.met_on or 'not yet'}\n")
