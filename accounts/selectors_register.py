"""Reading the authority's register of settings, and the files it was brought in from."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.gias.words import Stage, What
from accounts.models import BringingIn, RegisterLine, Setting
from accounts.who import Who

PAGE = 50
AREAS = {"ours": "our", "out": "out"}


@dataclass(frozen=True)
class Listed:
    """A page of settings, and the cursor of the next."""

    rows: list[Setting]
    after: str
    count: int


def register(who: Who, *, q: str = "", kind: str = "", status: str = "open", area: str = "", after: str = "") -> Listed:
    """Settings by name: a part of the name, the beginning of a number or of a postcode; of a kind; open or not; in the
    authority's area or outside it. ``after`` is the cursor of the page before."""
    rows = Setting.objects.filter(authority_id=who.authority_id)
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
    count = rows.count()
    page = list(rows.filter(_beyond(after)).order_by("name", "pk")[: PAGE + 1])
    more, page = len(page) > PAGE, page[:PAGE]
    return Listed(page, f"{page[-1].pk}~{page[-1].name}" if more else "", count)


def _beyond(after: str) -> Q:
    key, _, name = after.partition("~")
    try:
        return Q(name__gt=name) | Q(name=name, pk__gt=UUID(key))
    except ValueError:
        return Q()


def setting_called(who: Who, key: UUID) -> Setting:
    """One of the authority's settings."""
    return Setting.objects.select_related("successor").get(pk=key, authority_id=who.authority_id)


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


def last_taken(who: Who) -> BringingIn | None:
    """The newest file that is in the register."""
    rows = BringingIn.objects.filter(authority_id=who.authority_id, stage=Stage.TAKEN)
    return rows.order_by("-taken_at").first()


def lines(mine: BringingIn, what: What, after: int = 0) -> QuerySet[RegisterLine]:
    """What one kind of line says, in the order of the file."""
    rows = RegisterLine.objects.filter(bringing_in=mine, what=what, line__gt=after)
    return rows.filter(attempt=F("bringing_in__attempt")).order_by("line")
