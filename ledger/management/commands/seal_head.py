from django.core.management.base import BaseCommand

from accounts.selectors import authorities
from ledger.seal import head


class Command(BaseCommand):
    help = "Prints the newest place and digest of each council's chained history, to be kept off this machine."

    def handle(self, *args, **options):
        for authority in authorities():
            newest = head(authority.pk)
            self.stdout.write(
                f"{authority.pk} {newest.place} {newest.digest} {newest.sealed_at.isoformat(timespec='seconds')}"
                if newest
                else f"{authority.pk} 0 nothing is sealed yet"
            )
