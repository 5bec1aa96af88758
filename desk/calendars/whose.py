"""Whose year a page is about, and what every page of it shows."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from accounts.models import SchoolCalendar
from accounts.roles import Role
from accounts.selectors_settings import Owner, owner_called, versions_of
from core import clock
from statute.school_days import called, school_year

KEEPERS = {Role.ADMINISTRATOR, Role.OPERATIONAL_MANAGER}
FIRST_YEAR = 2014
"""The year the present law began in."""
AHEAD = 4


@dataclass(frozen=True)
class OneYear:
    """One owner's school year, with every version kept."""

    owner: Owner
    year: int
    versions: list[SchoolCalendar]

    @property
    def called(self) -> str:
        return called(self.year)

    @property
    def after(self) -> int:
        """The newest version, 0 when there is none."""
        return self.versions[0].version if self.versions else 0

    @property
    def own(self) -> SchoolCalendar | None:
        """The owner's own dates in force."""
        return self.versions[0] if self.versions and self.versions[0].spans else None

    @property
    def year_url(self) -> str:
        return self._url("year")

    @property
    def change_url(self) -> str:
        return self._url("change")

    @property
    def file_url(self) -> str:
        return self._url("read")

    @property
    def council_url(self) -> str:
        return self._url("council")

    def _url(self, page: str) -> str:
        return reverse(f"desk:calendar_{page}", args=[self.owner.slug, self.year])


def one_year(request, whose: str, year: int) -> OneYear:
    """The year in an address. Not found for a year too far away, and for a setting that is not this authority's."""
    if not FIRST_YEAR <= year <= school_year(clock.today()) + AHEAD:
        raise Http404
    owner = owner_called(request.who, whose)
    return OneYear(owner, year, versions_of(request.who, owner, year))
