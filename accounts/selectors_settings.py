"""The settings of an authority, and whether their term dates are in."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, DateField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from accounts.models import SchoolCalendar, Setting
from accounts.who import Who
from core import clock
from statute.school_days import school_year

PAGE = 25
SOON = timedelta(weeks=13)
"""The longest count of school days is 50: dates that end sooner than this cannot hold it."""
SORTS = {
    "name": ("name", "pk"),
    "kind": ("kind", "name", "pk"),
    "until": (F("runs").asc(nulls_first=True), "name", "pk"),
}
SHOWN = {
    "": Q(),
    "own": Q(this_own__isnull=False),
    "council": Q(this_own__isnull=True, this__isnull=False),
    "none": Q(this__isnull=True),
    "soon": Q(runs__isnull=False),
}


@dataclass(frozen=True)
class Settings:
    """A page of settings, and the council's own dates beside them."""

    page: Page
    """Each row has ``this_own`` and ``next_own``, its own last school day of each year, and ``runs``: until when
    its days can be counted at all."""
    this_year: int
    council_this: date | None
    council_next: date | None
    without: int
    """How many have no dates at all this year, neither their own nor the council's."""
    soon_day: date


def settings_of(who: Who, *, q: str = "", show: str = "", sort: str = "name", page: str = "1") -> Settings:
    """The settings of the asker's authority by name, number, kind or the day their dates run out."""
    today = clock.today()
    this = school_year(today)
    own = {year: _newest_until(Q(authority_id=who.authority_id, setting=None, year=year)) for year in (this, this + 1)}
    rows = _annotated(who, this, own[this], own[this + 1])
    without = rows.filter(this__isnull=True).count()
    if q:
        rows = rows.filter(Q(name__icontains=q) | Q(urn__startswith=q))
    rows = rows.filter(SHOWN.get(show, Q()))
    if show == "soon":
        rows = rows.filter(runs__lte=today + SOON)
    return Settings(
        page=Paginator(rows.order_by(*SORTS.get(sort, SORTS["name"])), PAGE).get_page(page),
        this_year=this,
        council_this=own[this],
        council_next=own[this + 1],
        without=without,
        soon_day=today + SOON,
    )


def _newest_until(which: Q) -> date | None:
    return SchoolCalendar.objects.filter(which).order_by("-version").values_list("until", flat=True).first()


def _annotated(who: Who, this: int, council_this: date | None, council_next: date | None) -> QuerySet[Setting]:
    def newest(year: int) -> Subquery:
        rows = SchoolCalendar.objects.filter(authority_id=who.authority_id, setting=OuterRef("pk"), year=year)
        return Subquery(rows.order_by("-version").values("until")[:1])

    def councils(day: date | None) -> Value:
        return Value(day, output_field=DateField())

    return (
        Setting.objects.filter(authority_id=who.authority_id)
        .annotate(this_own=newest(this), next_own=newest(this + 1))
        .annotate(
            this=Coalesce("this_own", councils(council_this)),
            next=Coalesce("next_own", councils(council_next)),
        )
        .annotate(runs=Case(When(this=None, then=None), default=Coalesce("next", "this"), output_field=DateField()))
    )


@dataclass(frozen=True)
class Owner:
    """Whose term dates: a setting's, or the council's own when there is no setting."""

    setting: Setting | None

    @property
    def key(self) -> UUID | None:
        return self.setting.pk if self.setting else None

    @property
    def slug(self) -> str:
        """As it stands in an address."""
        return str(self.setting.pk) if self.setting else COUNCIL

    @property
    def name(self) -> str:
        return self.setting.name if self.setting else "The council"


COUNCIL = "council"


def owner_called(who: Who, slug: str) -> Owner:
    """The setting in an address, or the council. Raises ``Setting.DoesNotExist``."""
    if slug == COUNCIL:
        return Owner(None)
    try:
        key = UUID(slug)
    except ValueError:
        raise Setting.DoesNotExist(slug) from None
    return Owner(Setting.objects.get(pk=key, authority_id=who.authority_id))


def versions_of(who: Who, owner: Owner, year: int) -> list[SchoolCalendar]:
    """Every version of a year, newest first."""
    rows = SchoolCalendar.objects.filter(authority_id=who.authority_id, setting_id=owner.key, year=year)
    return list(rows.order_by("-version"))


def namesakes(who: Who, name: str, urn: str, but: UUID | None) -> tuple[bool, bool]:
    """Whether another setting has this number; and whether one has this name, with a number missing on either side."""
    others = Setting.objects.filter(authority_id=who.authority_id).exclude(pk=but)
    number = bool(urn) and others.filter(urn=urn).exists()
    alike = others.filter(name__iexact=name)
    return number, (alike.filter(urn="") if urn else alike).exists()
