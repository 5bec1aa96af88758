"""What the first demonstration council promised in a strategy that was never written: four commitments, one late."""

from datetime import timedelta

from cases.actions.commitments import Promise, keep_commitment
from cases.commitment_words import Stands
from cases.models import Commitment
from core import clock
from demo.front_door import _who
from demo.services import FIRST

SOURCE = "Working together for children with SEND (an invented strategy), page {page}"
PROMISES = (
    ("Every family hears within five working days of asking what happens next", 4, 120, Stands.GREEN, "", None),
    ("A child accepted by the pathway has an engagement lead within ten working days", 6, 60, Stands.AMBER,
     "Seven of the last ten did. Two allocation meetings were cancelled in October.", None),
    ("Speech and language therapy answers nine requests in ten by its promised day", 9, -20, Stands.RED,
     "Six in ten. Two therapists left and one post is filled from January.", None),
    ("The criteria of every service can be read before anybody asks it", 11, -90, Stands.MET,
     "All six services show them in the directory.", 95),
)  # fmt: skip
"""What, on which page, due in so many days, how it stands, what shows it, and met so many days ago."""


def promise() -> None:
    """Once."""
    by, today = _who("Anita Rowe"), clock.today()
    if by.person_id is None or Commitment.objects.filter(authority_id=FIRST).exists():
        return
    for what, page, days, stands, evidence, met in PROMISES:
        met_on = today - timedelta(days=met) if met else None
        said = Promise(
            what, SOURCE.format(page=page), today + timedelta(days=days), by.person_id, stands, evidence, met_on
        )
        keep_commitment(None, said, by=by)
