"""What talking with the family does by the clock."""

from celery import shared_task

from cases.heartbeat import clock_is_believed
from talking.late import chase_answers


@shared_task(name="talking.tasks.watch")
def watch() -> int:
    """Reminds whoever leads of answers that are late. Nothing while the clock is not believed."""
    return chase_answers() if clock_is_believed() else 0
