"""A request that nobody answers, as the people it climbs to see it: in their browser and in their letters."""

import os
import subprocess
import sys
import time

from tests.browser.hands import follow, says
from tests.house.tree import ROOT

SIXTEEN_DAYS = """
from datetime import datetime, time, timedelta
from accounts.who import visitor
from cases.models import Case
from cases.sweep import note_the_missed, raise_reminders
from cases.telling import tell_everybody
from core import clock
from core.past import hold
from statute.calendar import is_working_day
from tests.factories.requests import request
from pathway.actions.receive_request import receive_request
today = clock.today()
def on(day, hour):
    return hold(datetime.combine(day, time(hour, 5), clock.LONDON))
with on(today - timedelta(days=16), 8):
    case = receive_request(request(given_name="Zofia", family_name="Unanswered"), by=visitor("355")).case
for back in range(15, 0, -1):
    day = today - timedelta(days=back)
    if is_working_day(day):
        with on(day, 9):
            note_the_missed(), raise_reminders(), tell_everybody()
print("REFERENCE", case.reference)
"""


def live_through_it(house) -> str:
    """Sixteen days in which nobody answered, lived through in the house's own database. The case's reference."""
    told = subprocess.run(
        [sys.executable, "start.py", "manage", "shell", "-c", SIXTEEN_DAYS],
        cwd=ROOT, env=os.environ | {"SENDPATH_VAR": str(house.folder)}, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    assert "REFERENCE" in told.stdout, told.stdout + told.stderr
    return told.stdout.rpartition("REFERENCE ")[2].strip()


def letters_to(house, address: str, reference: str) -> list[str]:
    """What really went to somebody about a case, from the demonstration's mail folder."""
    sent = [letter for file in (house.folder / "mail").glob("*") for letter in file.read_text().split("-" * 79)]
    return [letter for letter in sent if f"To: {address}" in letter and reference in letter]


def test_a_missed_deadline_climbs_to_the_head_of_service(visit, house):
    reference = live_through_it(house)

    worker = visit("desk", width=1366).as_("Shauna Kirk")
    page = worker.go("/work/?whose=team&when=late")
    row = page.locator("li", has_text=reference)
    assert "Zofia Unanswered" in row.inner_text()
    assert "days late" in row.inner_text()
    assert worker.complaints == []

    head = visit("desk", width=360).as_("Yvonne Castell")
    page = head.go("/work/?when=late")
    says(page, "already late", "h1")
    assert "The head of service was told on" in page.locator("li", has_text=reference).inner_text()
    follow(page.locator("li", has_text=reference).get_by_role("link").first)
    assert "A deadline passed: tell the sender" in page.content()
    assert head.complaints == []

    end = time.monotonic() + 90
    while not (letters := letters_to(house, "yvonne.castell@people.example", reference)):
        assert time.monotonic() < end, "no letter went to the head of service"
        time.sleep(1)
    assert all("Zofia" not in letter and "Unanswered" not in letter for letter in letters)
    assert any("the head of service is told" in letter for letter in letters)
    assert letters_to(house, "anita.rowe@people.example", reference), "the manager heard before"
