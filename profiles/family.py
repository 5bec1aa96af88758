"""What somebody of the family wrote about the child, for themselves; and for whoever they gave a link to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.who import Who, visitor
from cases import sight
from cases.company import Partner, partner_signed_in
from cases.models import Case, Involvement
from cases.secrecy import is_secret
from cases.words import Capacity
from core.refusals import NotAllowed
from people.words import Relationship
from profiles.actions.share import make_link, open_link, open_links, opens, stop_link
from profiles.actions.write import profile_with, write
from profiles.links import address_of, link_of
from profiles.models import Profile, ProfileLink, ProfileOpening, ProfileRead
from profiles.selectors import HELPS, Written, profile_of
from profiles.sheet import AboutChild
from profiles.words import LINK_DAYS, LONGEST, LONGEST_NAME, Section, Why, heading

__all__ = [
    "LINK_DAYS", "AboutChild", "LONGEST", "LONGEST_NAME", "MyLink", "MyProfile", "OneLink", "Section", "Why",
    "has_profile", "link_seen", "my_profile", "read_by_link", "save", "share", "stop",
]  # fmt: skip


@dataclass(frozen=True)
class MyLink:
    """A link that its writer made."""

    key: UUID
    for_whom: str
    address: str
    until: date
    stopped: bool
    openings: list[tuple[str, datetime]]
    """Who opened it, as they called themselves, and when; the newest first."""


@dataclass(frozen=True)
class MyProfile:
    """What the reader wrote about the child, or has still to write."""

    reference: str
    called: str
    oneself: bool
    version: int
    written_at: datetime | None
    written: list[Written]
    asks: list[tuple[Section, str, str]]
    """Each heading, with its words for this writer, and what stands under it."""
    readers: list[tuple[str, datetime]]
    """Who said that they have read what stands now, and when."""
    readers_before: int
    """How many read it before it was changed, and not since."""
    links: list[MyLink]
    over: list[MyLink]


def has_profile(who: Who, reference: str) -> bool | None:
    """Whether the reader wrote about the child; None where they have no page to write on."""
    case = sight.visible_to(who).get(reference=reference)
    partner = partner_signed_in(case, who.person_id)
    if partner is None:
        return None
    row = profile_with(case, partner.key)
    return row is not None and row.written_at is not None


def my_profile(who: Who, reference: str) -> MyProfile:
    """The reader's own page. Raises NotAllowed for whoever has none, as for a case that is not there."""
    case = _case(who, reference)
    partner = _partner(case, who)
    row = profile_with(case, partner.key)
    called, oneself = case.child.called, _is_child(partner)
    written = profile_of(row, called) if row else []
    stands = {one.section: one.words for one in written}
    readers, before = _readers(case, row) if row else ([], 0)
    links = _links(row) if row else []
    return MyProfile(
        reference=case.reference, called=called, oneself=oneself, version=row.version if row else 0,
        written_at=row.written_at if row else None, written=written,
        asks=[(one, heading(one, called, oneself=oneself), stands.get(one, "")) for one in Section],
        readers=readers, readers_before=before,
        links=[link for link, open_ in links if open_], over=[link for link, open_ in links if not open_],
    )  # fmt: skip


def save(who: Who, reference: str, written: Mapping[Section, str], before: int) -> None:
    """The reader writes. ``before``: the version they had in front of them. Raises Refused, NotAllowed."""
    write(_case(who, reference).pk, written, before, by=who)


def share(who: Who, reference: str, for_whom: str, days: int) -> None:
    """The reader makes a link. Raises Refused, NotAllowed."""
    make_link(_case(who, reference).pk, for_whom, days, by=who)


def stop(who: Who, reference: str, key: UUID) -> None:
    """The reader stops a link. Raises NotAllowed; ProfileLink.DoesNotExist for one that is not theirs."""
    stop_link(_case(who, reference).pk, key, by=who)


@dataclass(frozen=True)
class OneLink:
    """What whoever holds a link is shown."""

    called: str
    council: str
    writer: str
    tie: str
    oneself: bool
    until: date
    written_at: datetime
    written: list[Written]


def link_seen(token: str) -> OneLink | None:
    """What a link opens, or None where it opens nothing, or nothing more. Looking consumes nothing and is not
    recorded."""
    link = _link(token)
    if link is None or not opens(link):
        return None
    profile = link.profile
    called = profile.case.child.called
    oneself = profile.carer is not None and profile.carer.relationship == Relationship.SELF
    writer = profile.carer or profile.around
    hidden = profile.around is not None and profile.around.secret
    tie = Relationship(writer.relationship).words if profile.carer else ""
    return OneLink(
        called=called, council=profile.authority.name, writer="" if hidden else writer.name, tie=str(tie),
        oneself=oneself, until=link.until, written_at=profile.written_at, written=profile_of(profile, called),
    )  # fmt: skip


def read_by_link(token: str, name: str) -> None:
    """Somebody who holds a link says who they are, before they read. Raises Refused; NotAllowed where it is over."""
    link = _link(token)
    if link is None:
        raise NotAllowed("no such link")
    open_link(link.pk, name, by=visitor(link.authority_id))


def _link(token: str) -> ProfileLink | None:
    key = link_of(token)
    rows = ProfileLink.objects.select_related(
        "profile__case__child", "profile__carer", "profile__around", "profile__authority"
    )
    return rows.filter(pk=key).first() if key else None


def _case(who: Who, reference: str) -> Case:
    return sight.visible_to(who).select_related("child").get(reference=reference)


def _partner(case: Case, who: Who) -> Partner:
    partner = partner_signed_in(case, who.person_id)
    if partner is None:
        raise NotAllowed("no page of theirs")
    return partner


def _is_child(partner: Partner) -> bool:
    return partner.carer is not None and partner.carer.relationship == Relationship.SELF


def _readers(case: Case, row: Profile) -> tuple[list[tuple[str, datetime]], int]:
    """Who read it, as far as a family may know: nobody who may be there because of a concern alone; and where an
    address or a school is kept from somebody, only whoever leads, coordinates or answers for it."""
    marks = ProfileRead.objects.filter(profile=row).select_related("person").order_by("-version", "-read_at")
    told = set(HELPS) - {Capacity.SOCIAL_CARE, Capacity.TASKED}
    if is_secret(case.pk):
        told = {Capacity.LEAD, Capacity.COORDINATOR, Capacity.OWNER}
    known = set(Involvement.objects.filter(case=case, capacity__in=told).values_list("person", flat=True))
    now: dict[UUID, tuple[str, datetime]] = {}
    before: set[UUID] = set()
    for mark in marks:
        if mark.person_id not in known or mark.person_id in now:
            continue
        if mark.version == row.version:
            now[mark.person_id] = (mark.person.name, mark.read_at)
        else:
            before.add(mark.person_id)
    return list(now.values()), len(before)


def _links(row: Profile) -> list[tuple[MyLink, bool]]:
    """Every link of a profile, the newest first, and whether it opens."""
    open_ones = set(open_links(row).values_list("pk", flat=True))
    openings: dict[UUID, list[tuple[str, datetime]]] = {}
    for one in ProfileOpening.objects.filter(link__profile=row).order_by("-opened_at", "-pk"):
        openings.setdefault(one.link_id, []).append((one.name, one.opened_at))
    return [
        (
            MyLink(
                link.pk, link.for_whom, address_of(link.pk), link.until, link.stopped_at is not None,
                openings.get(link.pk, []),
            ),
            link.pk in open_ones,
        )
        for link in ProfileLink.objects.filter(profile=row).order_by("-made_at", "-pk")
    ]  # fmt: skip
