"""Reading the directory of services. The first argument is always who asks, or whose directory it is."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import Agency, Person, Team
from accounts.selectors import names_of
from accounts.who import Who
from cases.need_words import PathwayNeed
from provision.models import Service, ServiceVersion, Threshold
from provision.rules import Line, as_lines
from provision.words import Kind


def services(authority_id: str, *, q: str = "", kind: str = "", ended: bool = False) -> QuerySet[Service]:
    """The services of an authority, those that take referrals first; ``q`` is looked for in what is said of them."""
    found = Service.objects.filter(authority_id=authority_id, ended=ended).select_related("team", "agency", "owner")
    for word in q.split():
        found = found.filter(Q(name__icontains=word) | Q(about__icontains=word) | Q(who_may_ask__icontains=word))
    return (found.filter(kind=kind) if kind in set(Kind) else found).order_by("-takes", "name")


def service_called(who: Who, key: UUID) -> Service:
    """One of the asker's authority. Raises ``Service.DoesNotExist``."""
    return _all(who.authority_id).get(pk=key)


def service_at(authority_id: str, slug: str) -> Service:
    """One that is offered, by its word in addresses. Raises ``Service.DoesNotExist``."""
    return _all(authority_id).get(slug=slug, ended=False)


def _all(authority_id: str) -> QuerySet[Service]:
    return Service.objects.filter(authority_id=authority_id).select_related("team", "agency", "owner")


def how_reached(who: Who, key: UUID) -> str:
    """Its name, and how the family reaches it: no more than a letter has room for. Raises ``Service.DoesNotExist``."""
    service = service_called(who, key)
    return ", ".join(words for words in (service.name, service.phone) if words)[:200]


def lines_of(service: Service, version: int | None = None) -> tuple[Line, ...]:
    """The lines of a service's threshold: those in use, or those of a version. Empty where none were written."""
    kept = Threshold.objects.filter(
        authority_id=service.authority_id, service=service, version=service.threshold if version is None else version
    ).first()
    return as_lines(kept.lines) if kept else ()


@dataclass(frozen=True)
class ThresholdSeen:
    """One version of a threshold, with who wrote it."""

    version: int
    lines: tuple[Line, ...]
    note: str
    by: str
    at: datetime


def thresholds_of(service: Service) -> list[ThresholdSeen]:
    """Every version, the newest first."""
    rows = list(Threshold.objects.filter(authority_id=service.authority_id, service=service).order_by("-version"))
    names = names_of({row.entered_by for row in rows})
    return [
        ThresholdSeen(row.version, as_lines(row.lines), row.note, names.get(row.entered_by, ""), row.entered_at)
        for row in rows
    ]


@dataclass(frozen=True)
class VersionSeen:
    """What was said of a service in one version: label and words, and who kept it."""

    version: int
    said: list[tuple[str, str]]
    by: str
    at: datetime


LABELS = {
    "name": "Name", "kind": "Kind", "about": "What it does", "team": "Team", "agency": "Organisation",
    "owner": "Answers for it", "who_may_ask": "Who may ask", "route": "How to ask", "hours": "Hours",
    "phone": "Telephone", "email": "Email", "within": "Working days to answer", "share": "Share to be met, %",
    "contract_since": "Contract from", "contract_until": "Contract to", "room": "Room for", "takes": "Takes referrals",
    "not_taking": "While it takes nobody", "ended": "No longer offered", "needs": "Needs it helps with",
}  # fmt: skip


def versions_of(service: Service) -> list[VersionSeen]:
    """Every version of what is said of it, the newest first, in words."""
    rows = list(ServiceVersion.objects.filter(authority_id=service.authority_id, service=service).order_by("-version"))
    names = names_of({row.entered_by for row in rows})
    keys = {key: {row.said[key] for row in rows if row.said.get(key)} for key in ("team", "agency", "owner")}
    called = {
        "team": dict(Team.objects.filter(pk__in=keys["team"]).values_list("pk", "name")),
        "agency": dict(Agency.objects.filter(pk__in=keys["agency"]).values_list("pk", "name")),
        "owner": dict(Person.objects.filter(pk__in=keys["owner"]).values_list("pk", "name")),
    }
    return [
        VersionSeen(
            row.version,
            [(label, words) for name, label in LABELS.items() if (words := _words(name, row.said.get(name), called))],
            names.get(row.entered_by, ""),
            row.entered_at,
        )
        for row in rows
    ]


def _words(name: str, value, called: dict[str, dict]) -> str:
    if value in (None, "", []):
        return ""
    if name == "needs":
        return ", ".join(str(PathwayNeed(code).words) for code in value)
    if name in called:
        return called[name].get(UUID(value), "")
    if name == "kind":
        return Kind(value).words
    if name.startswith("contract"):
        day = date.fromisoformat(value)
        return f"{day.day} {day:%B %Y}"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value)
