"""Reading the authority's register of settings, and the files it was brought in from."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from accounts.gias.words import Of, Stage, What
from accounts.models import BringingIn, Provision, RegisterLine, Setting
from accounts.places import Area, district_of
from accounts.selectors_setup import areas
from accounts.setting_words import Grade
from accounts.who import Who
from core import clock

PAGE = 50
AREAS = {"ours": "our", "out": "out"}


UNKNOWN = "unknown"
"""Of a grade: that none is known."""


@dataclass(frozen=True)
class Listed:
    """A page of settings, and the cursor of the next. Each row has ``placed``, the places in its bases and units."""

    rows: list[Setting]
    after: str
    count: int
    areas: list[Area]
    """The council's localities, to look by."""


def register(
    who: Who, *, q: str = "", kind: str = "", status: str = "open", area: str = "", locality: str = "", grade: str = "",
    bases: str = "", after: str = "",
) -> Listed:  # fmt: skip
    """Settings by name: a part of the name, the beginning of a number or of a postcode; of a type; open or not; in the
    authority's area or outside it; in a locality; of a grade; with bases or units. ``after`` is the cursor of the page
    before. Each row is given its ``locality``, by its postcode or ward."""
    known = areas(who.authority_id)
    rows = with_places(Setting.objects.filter(authority_id=who.authority_id))
    if q:
        rows = rows.filter(Q(name__icontains=q) | Q(urn__startswith=q) | Q(postcode__istartswith=q))
    if kind in Setting.Kind.values:
        rows = rows.filter(kind=kind)
    if status in Setting.Status.values:
        rows = rows.filter(status=status)
    if area == "ours":
        rows = rows.filter(la_code__in=["", who.authority_id])
    elif area == "out":
        rows = rows.exclude(la_code__in=["", who.authority_id])
    if grade in set(Grade) | {UNKNOWN}:
        rows = rows.filter(grade="" if grade == UNKNOWN else grade)
    if bases:
        rows = rows.filter(placed__gt=0)
    if locality:
        rows = rows.filter(_inside(next((one for one in known if str(one.key) == locality), None)))
    count = rows.count()
    page = list(rows.filter(_beyond(after)).order_by("name", "pk")[: PAGE + 1])
    more, page = len(page) > PAGE, page[:PAGE]
    for row in page:
        row.locality = locality_of(row, known)
    return Listed(page, f"{page[-1].pk}~{page[-1].name}" if more else "", count, known)


def with_places(rows: QuerySet[Setting]) -> QuerySet[Setting]:
    """Each with ``placed``: places in its bases and units today, as the council knows them or as the register says."""
    today = clock.today()
    standing = Provision.objects.filter(
        Q(until=None) | Q(until__gte=today), setting=OuterRef("pk"), since__lte=today, mistaken_at=None
    )
    told = Coalesce("base_capacity", 0) + Coalesce("unit_capacity", 0)
    ours = standing.order_by().values("setting").annotate(n=Sum("places")).values("n")
    return rows.annotate(placed=Coalesce(Subquery(ours), told, output_field=IntegerField()))


def _inside(area: Area | None) -> Q:
    if area is None:
        return Q(pk=None)
    inside = Q(pk=None)
    for district in area.districts:
        inside |= Q(postcode__startswith=f"{district} ")
    for ward in area.wards:
        inside |= Q(ward__iexact=ward)
    return inside


def locality_of(setting: Setting, known: list[Area]) -> str:
    """The names of the localities that a setting stands in, as the list finds them."""
    district, ward = district_of(setting.postcode), setting.ward.casefold()
    here = [
        area.name
        for area in known
        if district in area.districts or ward and ward in {name.casefold() for name in area.wards}
    ]
    return ", ".join(dict.fromkeys(here))


def _beyond(after: str) -> Q:
    key, _, name = after.partition("~")
    try:
        return Q(name__gt=name) | Q(name=name, pk__gt=UUID(key))
    except ValueError:
        return Q()


def setting_called(who: Who, key: UUID) -> Setting:
    """One of the authority's settings."""
    return Setting.objects.select_related("successor").get(pk=key, authority_id=who.authority_id)


def provisions(setting: Setting) -> list[Provision]:
    """Its bases and units, those that go on first."""
    today = clock.today()
    rows = Provision.objects.filter(authority_id=setting.authority_id, setting=setting, mistaken_at=None)
    return sorted(rows, key=lambda row: (bool(row.until and row.until < today), row.sort, row.since, row.pk))


def provision_called(who: Who, setting: UUID, key: UUID) -> Provision:
    """One of them. Raises ``Provision.DoesNotExist``."""
    return Provision.objects.get(pk=key, setting=setting, authority_id=who.authority_id, mistaken_at=None)


def before(setting: Setting) -> list[Setting]:
    """What closed for it."""
    return list(Setting.objects.filter(authority_id=setting.authority_id, successor=setting).order_by("name"))


def in_place_of(who: Who, most: int = PAGE) -> list[tuple[Setting, Setting]]:
    """Pairs that a person should look at: a setting that closed, and an open one where it stood, of its name or of its
    number at the LA."""
    old = Setting.objects.filter(authority_id=who.authority_id, status=Setting.Status.CLOSED, successor=None).exclude(
        postcode=""
    )
    there = (
        Setting.objects.filter(authority_id=who.authority_id, postcode=OuterRef("postcode"))
        .exclude(status=Setting.Status.CLOSED)
        .filter(_same())
    )
    closed = list(old.filter(Exists(there)).order_by("name", "pk")[:most])
    standing = Setting.objects.filter(authority_id=who.authority_id, postcode__in={one.postcode for one in closed})
    now = list(standing.exclude(status=Setting.Status.CLOSED).order_by("name", "pk"))
    pairs = ((one, next((new for new in now if _stands_where(one, new)), None)) for one in closed)
    return [(one, new) for one, new in pairs if new is not None]


def _stands_where(old: Setting, new: Setting) -> bool:
    number = bool(old.number_at_la) and (old.la_code, old.number_at_la) == (new.la_code, new.number_at_la)
    return old.postcode == new.postcode and (number or old.name.casefold() == new.name.casefold())


def _same() -> Q:
    number = Q(la_code=OuterRef("la_code"), number_at_la=OuterRef("number_at_la")) & ~Q(number_at_la="")
    return Q(name__iexact=OuterRef("name")) | number


def brought_in(who: Who, key: UUID) -> BringingIn:
    """One file of the authority's."""
    return BringingIn.objects.get(pk=key, authority_id=who.authority_id)


def under_way(who: Who) -> BringingIn | None:
    """The file that is being brought in now."""
    busy = [Stage.WAITING, Stage.READING, Stage.READ, Stage.AGREED]
    return BringingIn.objects.filter(authority_id=who.authority_id, stage__in=busy).first()


def last_taken(who: Who, of: Of = Of.SETTINGS) -> BringingIn | None:
    """The newest file of its kind that was taken."""
    rows = BringingIn.objects.filter(authority_id=who.authority_id, stage=Stage.TAKEN, of=of)
    return rows.order_by("-taken_at").first()


def lines(mine: BringingIn, what: What, after: int = 0) -> QuerySet[RegisterLine]:
    """What one kind of line says, in the order of the file."""
    rows = RegisterLine.objects.filter(bringing_in=mine, what=what, line__gt=after)
    return rows.filter(attempt=F("bringing_in__attempt")).order_by("line")
