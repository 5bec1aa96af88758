"""Settings and their term dates, kept through the acts that people use."""

from accounts.models import Setting
from accounts.words import Source
from cases.actions.keep_calendar import keep_calendar
from cases.actions.keep_setting import keep_setting
from tests.law.years_of_school import YEAR_2026
from tests.personas import who


def a_setting(name: str = "Oakfield Primary", kind: str = "primary", urn: str = "", *, by: str = "dev") -> Setting:
    return keep_setting(None, name=name, kind=kind, urn=urn, by=who(by))


def a_year(setting: Setting | None = None, spans=YEAR_2026, year: int = 2026, *, by: str = "dev", after: int = 0):
    """Term dates of a setting, or the council's own."""
    key = setting.pk if setting else None
    return keep_calendar(key, year, spans, by=who(by), source=Source.TYPED, after=after)
