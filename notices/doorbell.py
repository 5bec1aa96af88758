"""Rings for the postman after a commit. A hint and no more: the beat is the promise."""

import logging

from django.db import transaction

log = logging.getLogger(__name__)


def wake() -> None:
    """Asks the worker to deliver soon. A dead broker is noted and otherwise ignored."""
    from notices.tasks import deliver

    try:
        deliver.apply_async(retry=False, ignore_result=True)
    except Exception as error:  # whatever the broker's client raises, the page must not fail
        log.warning("the post office could not be woken: %s", type(error).__name__)


def read_the_register() -> None:
    """The same for a file of the official register that waits to be read or taken."""
    from celery import current_app

    try:
        current_app.send_task("cases.tasks.bring_in_settings", retry=False, ignore_result=True)
    except Exception as error:  # as above: the beat comes within a minute
        log.warning("nobody could be told of the register: %s", type(error).__name__)


def wake_after_commit() -> None:
    """``wake`` once what was done is safe in the database: one ring, however many acts wrote letters in it."""
    if not any(after is wake for _, after, _ in transaction.get_connection().run_on_commit):
        transaction.on_commit(wake)
