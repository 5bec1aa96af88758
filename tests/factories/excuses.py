"""Grounds as an officer enters them."""

from datetime import timedelta

from cases.actions.excuse import Given
from core import clock
from statute.exceptions import Ground


def somebody_ill(**changed) -> Given:
    """A parent was in hospital from yesterday: exceptional personal circumstances, with a letter seen."""
    today = clock.today()
    given = {
        "ground": Ground.EXCEPTIONAL.value,
        "from_on": today - timedelta(days=1),
        "until_on": None,
        "asked_on": None,
        "account": "Their mother was taken to hospital, and nobody could bring the child to the psychologist.",
        "evidence": "Letter of the ward, seen by the Bridge.",
        "evidence_file": None,
        "recover_by": today + timedelta(weeks=4),
    }
    return Given(**(given | changed))
