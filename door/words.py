"""Days, times and distances in the house style: "Friday 12 March 2027", "in 4 days", "9:14pm".

Pure functions, for templates and letters alike. Every moment is shown in London time.
"""

import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as django_format
from django.utils.translation import get_language, gettext, ngettext

LONDON = ZoneInfo("Europe/London")
Day = datetime.date | datetime.datetime


def in_london(moment: Day) -> Day:
    """A moment as London's clocks show it; a plain day stays as it is."""
    if isinstance(moment, datetime.datetime) and moment.tzinfo is not None:
        return moment.astimezone(LONDON)
    return moment


def as_day(moment: Day) -> datetime.date:
    """The London day a moment falls on."""
    shown = in_london(moment)
    return shown.date() if isinstance(shown, datetime.datetime) else shown


@lru_cache(maxsize=4096)
def _in_language(day: datetime.date, pattern: str, _language: str) -> str:
    return django_format(day, pattern)


def written(day: datetime.date, pattern: str) -> str:
    """A day in a pattern of Django's, remembered: a list says the same few days on every row of every page."""
    return _in_language(day, pattern, get_language() or "")


def long_date(day: Day) -> str:
    """Friday 12 March 2027."""
    return written(as_day(day), "l j F Y")


def day_month(day: Day) -> str:
    """Friday 12 March: where the year cannot be mistaken."""
    return written(as_day(day), "l j F")


def short_date(day: Day) -> str:
    """Fri 12 March: for tight tables."""
    return written(as_day(day), "D j F")


def plain_date(day: Day) -> str:
    """12 March 2027: for birthdays."""
    return written(as_day(day), "j F Y")


def how_long(minutes: int) -> str:
    """45 minutes, 1 hour, 1 hour and 30 minutes."""
    hours, rest = divmod(minutes, 60)
    long = ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
    short = ngettext("%(count)s minute", "%(count)s minutes", rest) % {"count": rest}
    if hours and rest:
        return gettext("%(hours)s and %(minutes)s") % {"hours": long, "minutes": short}
    return long if hours else short


def span(first: datetime.date, last: datetime.date | None) -> str:
    """Monday 7 to Friday 11 December 2026; one day alone; Monday 7 December 2026 to a day not known yet."""
    if last is None:
        return gettext("%(first)s to a day not known yet") % {"first": long_date(first)}
    if first == last:
        return long_date(first)
    said = "l j F Y" if first.year != last.year else "l j F" if first.month != last.month else "l j"
    return gettext("%(first)s to %(last)s") % {"first": written(first, said), "last": long_date(last)}


def clock_time(moment: datetime.datetime | datetime.time) -> str:
    """9:14pm, 4pm, midday, midnight."""
    shown = in_london(moment) if isinstance(moment, datetime.datetime) else moment
    hour, minute = shown.hour, shown.minute  # type: ignore[union-attr]
    if minute == 0 and hour in (0, 12):
        return gettext("midday") if hour else gettext("midnight")
    minutes = f":{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes}{'pm' if hour >= 12 else 'am'}"


def day_time(moment: datetime.datetime) -> str:
    """Saturday 21 November, 10:14am."""
    return f"{day_month(moment)}, {clock_time(moment)}"


def long_moment(moment: datetime.datetime) -> str:
    """Monday 24 August 2026 at 9:14pm."""
    return gettext("%(day)s at %(time)s") % {"day": long_date(moment), "time": clock_time(moment)}


def distance(day: Day, today: Day, last: Day | None = None) -> str:
    """How far a deadline is: today, tomorrow, in 4 days, last day is today, 10 days late.

    ``day`` is the target, the stricter count; ``last`` is the last day of the ordinary count where
    the law leaves two readings. Nothing is late until ``last`` has passed.
    """
    target, now = as_day(day), as_day(today)
    end = max(target, as_day(last)) if last else target
    if now > end:
        days = (now - end).days
        return ngettext("%(n)d day late", "%(n)d days late", days) % {"n": days}
    if now > target:
        return gettext("last day is today") if now == end else gettext("last day is %(day)s") % {"day": day_month(end)}
    return coming(target, now)


def coming(day: Day, today: Day) -> str:
    """How far off a day to come is: today, tomorrow, in 4 days."""
    days = (as_day(day) - as_day(today)).days
    if days <= 0:
        return gettext("today")
    if days == 1:
        return gettext("tomorrow")
    return gettext("in %(n)d days") % {"n": days}


def ago(day: Day, today: Day) -> str:
    """How long since: today, yesterday, 4 days ago."""
    days = (as_day(today) - as_day(day)).days
    if days <= 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    return gettext("%(n)d days ago") % {"n": days}


def urgency(day: Day, today: Day, last: Day | None = None, soon_until: Day | None = None) -> str:
    """The state of a deadline for its block and tag: late, today, soon, or nothing (later).

    ``soon_until`` is the day ten working days from today; without it two calendar weeks are taken.
    """
    target, now = as_day(day), as_day(today)
    if now > (max(target, as_day(last)) if last else target):
        return "late"
    if now >= target:
        return "today"
    return "soon" if target <= (as_day(soon_until) if soon_until else now + datetime.timedelta(days=14)) else ""


def initials(name: str) -> str:
    """DO for Daniel Osei; at most two letters."""
    words = [word for word in name.replace("-", " ").split() if word.rstrip(".").lower() not in TITLES]
    letters = [word[0].upper() for word in words]
    return "".join(letters if len(letters) < 2 else (letters[0], letters[-1]))


TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr"}


def file_size(count: int) -> str:
    """4KB, 1.2MB: as GOV.UK writes them beside a download."""
    if count < 1000 * 1000:
        return f"{max(1, round(count / 1000))}KB"
    return f"{count / 1_000_000:.1f}MB".replace(".0MB", "MB")
