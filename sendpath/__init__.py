"""Wiring only: settings, the URL tree of each door, the queue of tasks, the web server's entry."""

from sendpath.celery import app as celery_app

__all__ = ["celery_app"]
