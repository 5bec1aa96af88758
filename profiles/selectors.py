"""Reading what the family wrote about a child, for those who help. The first argument is always who asks."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.company import partners_on
from cases.models import Case, Involvement
from cases.words import Capacity, Part
from core import clock
from people.words import Relationship, Tie
from profiles.models import Profile, ProfileRead, ProfileWords
from profiles.words import Section, heading

MOST = 10
"""How many stand on the first page of whoever has to read them."""
HELPS = (
    Capacity.LEAD, Capacity.COORDINATOR, Capacity.ADVISER, Capacity.TASKED, Capacity.SOCIAL_CARE, Capacity.SERVICE,
    Capacity.OWNER,
)  # fmt: skip
"""As what somebody works with a child, and so should have read what the family wrote."""


@dataclass(frozen=True)
class Written:
    """What stands under one heading."""

    section: Section
    heading: str
    words: str
    kept_at: datetime
    told_to: str
    """The colleague who wrote it down; empty where the family wrote it."""


@dataclass(frozen=True)
class Mark:
    """Somebody who said that they have read it."""

    name: str
    at: datetime
    newest: bool
    """Whether what stands now is what they read."""


@dataclass(frozen=True)
class ProfileSeen:
    """What one of the family wrote about the child."""

    key: UUID
    """Of the person's row."""
    profile: UUID | None
    name: str
    """Empty where the reader may not know it."""
    tie: str
    oneself: bool
    version: int
    written_at: datetime | None
    written: list[Written]
    marks: list[Mark]
    read_by_me: bool
    may_be_talked_with: bool

    @property
    def called(self) -> str:
        """By name, or by what they are to the child."""
        return self.name or ("The young person" if self.oneself else self.tie)


def profiles_on(who: Who, case: Case) -> list[ProfileSeen]:
    """What everybody of the family wrote about the child of a case, and who of them has written nothing yet; those who
    may not be talked with any more only with what they wrote. Who may not know how to reach whoever asked reads what
    they are to the child, and not their name."""
    open_ = sight.parts_open_to(who, case)
    names, secret = Part.CONTACT in open_, Part.SECRET in open_
    rows = _told_of(Profile.objects.filter(case=case), secret).select_related("carer", "around").order_by("pk")
    profiles = {row.carer_id or row.around_id: row for row in rows}
    written, marks = _written(profiles.values(), case.child.called), _marks(profiles.values())
    found = [
        _seen(
            who,
            one.key,
            one.name if names or one.carer is None else "",
            str(one.tie),
            _is_child(one),
            profiles.pop(one.key, None),
            written,
            marks,
            True,
        )
        for one in partners_on(case)
        if secret or one.around is None or not one.around.secret
    ]
    return found + [
        _seen(
            who,
            key,
            (row.carer or row.around).name if names or row.carer is None else "",
            _tie_of(row),
            _is_child(row),
            row,
            written,
            marks,
            False,
        )
        for key, row in profiles.items()
        if row.written_at
    ]


def written_on(who: Who, case: Case) -> list[tuple[str, bool]]:
    """What those of the family who wrote are to the child of a case (nothing, for the child), and whether the reader
    has read what stands now."""
    marks = ProfileRead.objects.filter(profile=OuterRef("pk"), person=who.person_id, version=OuterRef("version"))
    rows = _told_of(Profile.objects.filter(case=case, written_at__isnull=False))
    rows = rows.annotate(read=Exists(marks)).order_by("pk")
    return [(_by(row), row.read) for row in rows.select_related("carer", "around")]


@dataclass(frozen=True)
class ToRead:
    """What somebody wrote that the reader has not read."""

    reference: str
    child: str
    by: str
    """What the writer is to the child; empty where it is the child."""
    again: bool
    """They read it before it was changed."""


def to_read(who: Who) -> list[ToRead]:
    """What families wrote on the cases on which this person works themselves, and which they have not said that they
    read. The newest first."""
    if who.person_id is None:
        return []
    today = clock.today()
    works = Involvement.objects.filter(
        Q(until=None) | Q(until__gte=today), authority_id=who.authority_id, person=who.person_id,
        capacity__in=HELPS, since__lte=today, case__profiles__written_at__isnull=False,
    )  # fmt: skip
    cases = set(works.values_list("case", flat=True))
    if not cases:
        return []
    marks = ProfileRead.objects.filter(profile=OuterRef("pk"), person=who.person_id)
    rows = (
        _told_of(Profile.objects.filter(case__in=cases, written_at__isnull=False))
        .exclude(Exists(marks.filter(version=OuterRef("version"))))
        .annotate(again=Exists(marks))
        .select_related("case__child", "carer", "around")
        .order_by("-written_at", "-pk")
    )
    return [ToRead(row.case.reference, row.case.child.called, _by(row), row.again) for row in rows[:MOST]]


def _told_of(rows: QuerySet[Profile], secret: bool = False) -> QuerySet[Profile]:
    """Without those of people who are kept secret, unless ``secret`` is open: what they are to the child tells of
    them."""
    return rows if secret else rows.exclude(around__secret=True)


def profile_of(row: Profile, called: str) -> list[Written]:
    """What stands in one profile, in the order in which it is read."""
    return _written([row], called).get(row.pk, [])


def _written(profiles: Collection[Profile], called: str) -> dict[UUID, list[Written]]:
    if not profiles:
        return {}
    own = {row.pk: _is_child(row) for row in profiles}
    rows = list(ProfileWords.objects.filter(profile__in=list(own), replaced_at=None))
    told = {row.kept_by for row in rows if row.told}
    names = names_of(told) if told else {}
    order = list(Section)
    found: dict[UUID, list[Written]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: order.index(Section(row.section))):
        section = Section(row.section)
        found[row.profile_id].append(
            Written(
                section, heading(section, called, oneself=own[row.profile_id]), row.words, row.kept_at,
                names.get(row.kept_by, "") if row.told else "",
            )
        )  # fmt: skip
    return found


def _marks(profiles: Collection[Profile]) -> dict[UUID, list[ProfileRead]]:
    found: dict[UUID, list[ProfileRead]] = defaultdict(list)
    if profiles:
        rows = ProfileRead.objects.filter(profile__in=[row.pk for row in profiles]).select_related("person")
        for row in rows.order_by("-read_at", "-pk"):
            if row.person_id not in {one.person_id for one in found[row.profile_id]}:
                found[row.profile_id].append(row)
    return found


def _seen(who: Who, key, name, tie, oneself, row, written, marks, may_be_talked_with) -> ProfileSeen:
    read = marks.get(row.pk, []) if row else []
    return ProfileSeen(
        key=key, profile=row.pk if row else None, name=name, tie=tie, oneself=oneself,
        version=row.version if row else 0, written_at=row.written_at if row else None,
        written=written.get(row.pk, []) if row else [],
        marks=[Mark(one.person.name, one.read_at, one.version == row.version) for one in read],
        read_by_me=any(one.person_id == who.person_id and one.version == row.version for one in read),
        may_be_talked_with=may_be_talked_with,
    )  # fmt: skip


def _is_child(row) -> bool:
    """Whether it is the child, or the young person, who writes: a partner or a profile."""
    return row.carer is not None and row.carer.relationship == Relationship.SELF


def _by(row: Profile) -> str:
    return "" if _is_child(row) else _tie_of(row)


def _tie_of(row: Profile) -> str:
    return str(Relationship(row.carer.relationship).words if row.carer else Tie(row.around.tie).words)
