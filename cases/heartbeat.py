"""Asks whether the clock may be believed, and remembers the answer. Whatever counts days asks here first."""

import logging
import time
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from cases.models import Heartbeat
from cases.steady import Tick, doubt
from core import clock

log = logging.getLogger(__name__)
WATCH = "watch"
BOOT = Path("/proc/sys/kernel/random/boot_id")


def this_tick() -> Tick:
    """This machine's clocks, as they stand."""
    since = time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()
    boot = BOOT.read_text().strip() if BOOT.exists() else ""
    return Tick(clock.now(), "" if clock.is_held() else boot, since)


def database_now() -> datetime:
    """What the database says the time is; a held clock holds there too."""
    if clock.is_held():
        return clock.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


@transaction.atomic
def clock_is_believed() -> bool:
    """Looks, and says whether what counts days may go on. A doubt is an alarm, kept until the clock agrees again or an
    operator says that it is right (``manage.py trust_clock``)."""
    now = this_tick()
    kept = Heartbeat.objects.select_for_update().filter(name=WATCH).first()
    before = Tick(kept.seen_at, kept.boot, kept.since_boot) if kept else None
    if because := doubt(before, now, database_now()):
        log.critical("the clock is not believed, and nothing that counts days is sent: %s", because)
        Heartbeat.objects.filter(name=WATCH).update(doubted_at=now.at, doubted_because=because[:200])
        if kept is None:
            Heartbeat.objects.get_or_create(
                name=WATCH,
                defaults={"seen_at": database_now(), "doubted_at": now.at, "doubted_because": because[:200]},
            )
        return False
    _believe(now)
    return True


def trust() -> str:
    """An operator says that the clock is right as it stands. Answers why it still is not believed: no word can mend two
    clocks that differ."""
    now = this_tick()
    if because := doubt(None, now, database_now()):
        return because
    _believe(now)
    return ""


def _believe(now: Tick) -> None:
    Heartbeat.objects.update_or_create(
        name=WATCH,
        defaults={
            "seen_at": now.at, "boot": now.boot, "since_boot": now.since_boot,
            "doubted_at": None, "doubted_because": "",
        },
    )  # fmt: skip


def alarm() -> str:
    """Why reminders have stopped, for a page and for the patrol. Empty while they run."""
    return Heartbeat.objects.filter(name=WATCH).values_list("doubted_because", flat=True).first() or ""
