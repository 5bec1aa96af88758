from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from pathway.drawing import page


class Command(BaseCommand):
    help = "Writes docs/pathway.md from the tables of events, powers, letters and clocks."

    def handle(self, *args, **options):
        place = Path(settings.BASE) / "docs" / "pathway.md"
        place.write_text(page())
        self.stdout.write(f"Written: {place.relative_to(settings.BASE)}")
