"""The watch, and the nightly walk."""

import logging

from celery import shared_task
from django.conf import settings
from django.utils.module_loading import import_string

from accounts.gias.reading import read_next
from accounts.gias.taking import take_next
from accounts.sessions import forget_old
from cases.actions.staff.idle import close_and_tell
from cases.chasing import chase_late
from cases.heartbeat import clock_is_believed
from cases.sweep import note_the_missed, raise_reminders
from cases.telling import tell_everybody

log = logging.getLogger(__name__)


@shared_task(name="cases.tasks.watch")
def watch() -> dict[str, int]:
    """Looks along every open deadline: what is reached, what has passed, who is to be told. Says how much of each.

    Nothing at all while the clock is not believed.
    """
    if not clock_is_believed():
        return {}
    return {
        "missed": note_the_missed(), "raised": raise_reminders(), "letters": tell_everybody(), "chased": chase_late(),
    }  # fmt: skip


@shared_task(name="cases.tasks.patrol")
def patrol() -> int:
    """Walks every room's patrol and logs what cannot be. Returns how many findings."""
    found = 0
    for finding in import_string(settings.PATROL)():
        found += 1
        log.error("patrol: %s %s %s", finding.what, finding.authority, finding.about)
    return found


@shared_task(name="cases.tasks.close_idle")
def close_idle() -> int:
    """Closes accounts of the staff that nobody uses, and tells administrators. Not while the clock is not believed: one
    that leapt would close everybody's. Says how many."""
    forget_old()
    return close_and_tell() if clock_is_believed() else 0


@shared_task(name="cases.tasks.bring_in_settings")
def bring_in_settings() -> int:
    """Takes what was agreed and reads what waits of the official register, rung for and each minute. How many files."""
    done = 0
    while take_next() or read_next():
        done += 1
    return done
