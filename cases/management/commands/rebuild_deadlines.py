from django.core.management.base import BaseCommand, CommandError

from cases.actions.rebuild import rebuild
from cases.comparing import differences
from cases.models import Case


class Command(BaseCommand):
    help = (
        "With --check: reads the ledger again by the rules of today and says, deadline by deadline, what would come "
        "out differently. With --apply: writes that down, and each case's history says so."
    )

    def add_arguments(self, parser):
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--check", action="store_true")
        which.add_argument("--apply", action="store_true")

    def handle(self, *args, **options):
        found = list(differences())
        references = dict(Case.objects.filter(pk__in=[each.case for each in found]).values_list("pk", "reference"))
        for each in found:
            for words in each.in_words():
                self.stdout.write(f"{references.get(each.case, each.case)} {words}")
        if not found:
            self.stdout.write("Every deadline agrees with the ledger.")
        elif options["check"]:
            raise CommandError(f"{len(found)} cases would come out differently. Nothing was changed.")
        else:
            changed = sum(rebuild(each.case, each.authority) for each in found if each.authority)
            self.stdout.write(f"{changed} deadlines were written anew.")
