"""What meetings do by the clock."""

from celery import shared_task

from cases.heartbeat import clock_is_believed
from meetings.soon import remind_of_meetings


@shared_task(name="meetings.tasks.watch")
def watch() -> int:
    """Reminds of meetings that are soon. Nothing while the clock is not believed."""
    return remind_of_meetings() if clock_is_believed() else 0
