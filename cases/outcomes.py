"""How a deadline ended, beside the day it was expected."""

from datetime import date

from django.utils.translation import gettext, ngettext

from cases.words import Ended
from door.words import day_month


def became(ended_as: str, ended_on: date, last: date) -> str:
    """ "Met on Friday 20 November, 3 days before its last day", or how late, or that it is no longer owed."""
    on = day_month(ended_on)
    if ended_as == Ended.WITHDRAWN:
        return gettext("No longer owed since %(on)s.") % {"on": on}
    if ended_as == Ended.SUPERSEDED:
        return gettext("Replaced by a newer date on %(on)s.") % {"on": on}
    days = (ended_on - last).days
    if days > 0:
        return ngettext("Met on %(on)s, %(n)d day late.", "Met on %(on)s, %(n)d days late.", days) % {
            "on": on,
            "n": days,
        }
    if days == 0:
        return gettext("Met on %(on)s, its last day.") % {"on": on}
    said = ngettext(
        "Met on %(on)s, %(n)d day before its last day.", "Met on %(on)s, %(n)d days before its last day.", -days
    )
    return said % {"on": on, "n": -days}
