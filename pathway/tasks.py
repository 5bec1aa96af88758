"""What the pathway does by the clock."""

from celery import shared_task

from cases.heartbeat import clock_is_believed
from pathway.news import write_news


@shared_task(name="pathway.tasks.news")
def news() -> int:
    """Writes to families who asked to hear of services that start. Nothing while the clock is not believed."""
    return write_news() if clock_is_believed() else 0
