"""Reading the register of data-sharing agreements, and what is said of each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Agency, Agreement, AgreementParty, AgreementVersion
from accounts.selectors import names_of
from accounts.who import Who
from accounts.words import Article6, Article9

WARNED_AT = (60, 30, 7)
"""Days before the last one from which an agreement says, ever more plainly, that it is about to end."""

FIELDS = (
    "name", "purpose", "article6", "article9", "shared", "pools", "since", "until", "review_on", "document",
    "signed_by",
)  # fmt: skip


def as_said(agreement: Agreement, parties: Iterable[UUID]) -> dict:
    """Everything a version keeps."""
    said = {name: getattr(agreement, name) for name in FIELDS}
    said |= {name: said[name].isoformat() for name in ("since", "until", "review_on")}
    return {**said, "parties": sorted(str(key) for key in parties)}


@dataclass(frozen=True)
class AgreementSeen:
    """One agreement, for a page."""

    key: UUID
    name: str
    parties: tuple[str, ...]
    party_keys: tuple[UUID, ...]
    purpose: str
    article6: str
    article9: str
    shared: tuple[str, ...]
    pools: bool
    since: date
    until: date
    review_on: date
    document: str
    signed_by: str
    version: int
    in_force: bool
    days_left: int
    review_due: bool

    @property
    def state(self) -> str:
        """How it is shown: over, ending in a week, a month or two months, or nothing."""
        if not self.in_force:
            return "late" if self.days_left < 0 else "wait"
        states = zip(reversed(WARNED_AT), ("late", "today", "soon"), strict=True)
        return next((state for days, state in states if self.days_left <= days), "ok")


def agreements(who: Who, today: date) -> list[AgreementSeen]:
    """The register of the asker's authority, what ends first at the top; what is over last."""
    seen = [_seen(row, today) for row in _rows(who)]
    return sorted(seen, key=lambda one: (one.days_left < 0, one.until, one.name))


def agreement_called(who: Who, key: UUID, today: date) -> AgreementSeen:
    """One of the register. Raises ``Agreement.DoesNotExist``."""
    return _seen(_rows(who).get(pk=key), today)


def ending(register: Iterable[AgreementSeen]) -> list[AgreementSeen]:
    """Those that end within the first of the warnings' days, and those that ended as lately."""
    return [one for one in register if -WARNED_AT[0] <= one.days_left <= WARNED_AT[0]]


def as_typed(who: Who, key: UUID) -> dict:
    """What stands in the form that changes one. Raises ``Agreement.DoesNotExist``."""
    row = _rows(who).get(pk=key)
    return {name: getattr(row, name) for name in FIELDS} | {
        "parties": [str(one.agency_id) for one in row.parties.all()]
    }


@dataclass(frozen=True)
class VersionSeen:
    """A version as it was kept, every field in words."""

    number: int
    said: dict
    parties: tuple[str, ...]
    article6: str
    article9: str
    by: str
    at: object


def versions(who: Who, key: UUID) -> list[VersionSeen]:
    """Every version of one agreement, the newest first."""
    rows = list(AgreementVersion.objects.filter(authority_id=who.authority_id, agreement=key).order_by("-version"))
    names = names_of({row.entered_by for row in rows})
    called = {str(pk): name for pk, name in Agency.objects.filter(pk__in=_keys(rows)).values_list("pk", "name")}
    return [
        VersionSeen(
            number=row.version,
            said=row.said | {name: date.fromisoformat(row.said[name]) for name in ("since", "until", "review_on")},
            parties=tuple(sorted(called[key] for key in row.said["parties"])),
            article6=Article6(row.said["article6"]).words,
            article9=Article9(row.said["article9"]).words,
            by=names[row.entered_by],
            at=row.entered_at,
        )
        for row in rows
    ]


def _keys(rows: Collection[AgreementVersion]) -> set[str]:
    return {key for row in rows for key in row.said["parties"]}


def _rows(who: Who) -> QuerySet[Agreement]:
    return Agreement.objects.filter(authority_id=who.authority_id).prefetch_related("parties__agency")


def _seen(row: Agreement, today: date) -> AgreementSeen:
    parties = sorted((party.agency.name, party.agency_id) for party in row.parties.all())
    return AgreementSeen(
        key=row.pk,
        name=row.name,
        parties=tuple(name for name, _key in parties),
        party_keys=tuple(key for _name, key in parties),
        purpose=row.purpose,
        article6=Article6(row.article6).words,
        article9=Article9(row.article9).words,
        shared=tuple(row.shared),
        pools=row.pools,
        since=row.since,
        until=row.until,
        review_on=row.review_on,
        document=row.document,
        signed_by=row.signed_by,
        version=row.version,
        in_force=row.since <= today <= row.until,
        days_left=(row.until - today).days,
        review_due=row.review_on <= today <= row.until,
    )


@dataclass(frozen=True)
class Pooling:
    """A council that lets another see its counts, or that may see ours, by an agreement in force."""

    code: str
    name: str
    agreement: str
    until: date


def pooling_with(authority_id: str, today: date) -> list[Pooling]:
    """The councils whose counts the people of this one may see: those with an agreement of their own, in force, that
    names this council and pools."""
    rows = _pooled(today).filter(agency__council=authority_id).exclude(authority=authority_id)
    found = rows.values_list("authority_id", "authority__name", "agreement__name", "agreement__until")
    return _each_once(found)


def shown_to(authority_id: str, today: date) -> list[Pooling]:
    """The councils whose people may see this one's counts."""
    rows = _pooled(today).filter(authority=authority_id).exclude(agency__council=None)
    found = rows.values_list("agency__council_id", "agency__council__name", "agreement__name", "agreement__until")
    return _each_once(found)


def _pooled(today: date) -> QuerySet[AgreementParty]:
    return AgreementParty.objects.filter(
        agreement__pools=True, agreement__since__lte=today, agreement__until__gte=today
    )


def _each_once(found: Iterable[tuple]) -> list[Pooling]:
    """The agreement that lasts longest, for each council, by name."""
    last = {row[0]: Pooling(*row) for row in sorted(found, key=lambda row: row[3])}
    return sorted(last.values(), key=lambda one: one.name)
