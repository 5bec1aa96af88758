"""The queue of tasks. Redis is only a doorbell: what must happen is always written in PostgreSQL first."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")

app = Celery("sendpath")
app.config_from_object("sendpath.queue")
app.autodiscover_tasks()


@app.task(name="sendpath.echo")
def echo(token: str) -> None:
    """Prove that a task goes round the broker and back, by leaving a token in the cache."""
    from django.core.cache import cache

    cache.set(f"echo:{token}", "heard", 60)
