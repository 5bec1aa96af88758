"""What is known of a child and of the people around them, each reader as far as they may see. The first argument is
always who asks. What is secret is in ``cases.secret_seen`` and on no page but its own."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.selectors import names_of
from accounts.selectors_wards import WARD, wards_at
from accounts.who import Who
from cases import sight
from cases.factor_words import Factor, Side
from cases.factors_seen import kinds_standing
from cases.markers_seen import MarkerSeen, markers_of
from cases.models import Case, Involvement
from cases.need_words import NeedList
from cases.needs_seen import NeedSeen, needs_of
from cases.one_number import Clash, clashes
from cases.secrecy import anything_secret
from cases.selectors import records_of
from cases.words import Capacity, Part
from core import clock
from people.models import Address, Around, Carer, Child, Learning
from people.numbers import in_threes, is_temporary
from people.rules import age_on
from people.words import Checked, Home, Identity, Known, Relationship, Responsible, Tie


@dataclass(frozen=True)
class AddressSeen:
    """An address for a page."""

    key: UUID
    reference: str
    """The record it is kept on."""
    kind: str
    lines: str
    postcode: str
    since: date | None
    until: date | None
    now: bool
    told: tuple[str, ...] = ()
    ward: str = ""
    """Of its postcode, once a directory is brought in."""


@dataclass(frozen=True)
class LearningSeen:
    """A place of learning for a page."""

    key: UUID
    reference: str
    name: str
    known: bool
    """It is in the register of settings."""
    since: date | None
    until: date | None
    now: bool


@dataclass(frozen=True)
class PersonSeen:
    """Somebody around the child, for a page. How to reach them only for those who carry the case."""

    key: UUID | None
    carer: UUID | None
    """The one who asked, and of whom no more is written down yet."""
    asked: bool
    """They sent the request themselves."""
    reference: str
    name: str
    tie: str
    acts_for: str
    responsible: str
    checked: str
    checked_by: str
    checked_on: date | None
    consents: bool
    lives_with: bool | None
    email: str
    phone: str
    home: str
    follows: date | None
    """Since when they follow the case at the family's door."""
    identity: str
    identity_by: str
    sibling: str
    """The reference of their own record, where the reader may see it."""
    since: date | None
    until: date | None
    now: bool


@dataclass(frozen=True)
class ChildSeen:
    """The page about a child, for one reader."""

    case: Case
    home: Case
    """The child’s own record, where two are joined: details are kept there."""
    child: Child
    age: int
    parts: frozenset[Part]
    addresses: tuple[AddressSeen, ...]
    learning: tuple[LearningSeen, ...]
    people: tuple[PersonSeen, ...]
    clashes: tuple[Clash, ...]
    has_secrets: bool
    """There is something the reader may see on the page for what is secret."""
    needs: tuple[NeedSeen, ...] = ()
    markers: tuple[MarkerSeen, ...] = ()
    """What makes the child one of the most vulnerable, as far as the reader may know."""
    factors: frozenset[Factor] = frozenset()
    """What may harm the child and what protects them, as far as the reader may know."""
    home_ward: str = ""
    """Of the postcode that the request gave, for those who may read addresses."""

    @property
    def interpreter(self) -> str:
        return Known(self.child.interpreter).words

    @property
    def nhs_number(self) -> str:
        return in_threes(self.child.nhs_number)

    @property
    def uln(self) -> str:
        return in_threes(self.child.uln)

    @property
    def pathway_needs(self) -> list[str]:
        return self._needs(NeedList.PATHWAY)

    @property
    def sen_types(self) -> list[str]:
        return self._needs(NeedList.SEN)

    @property
    def priority(self) -> list[str]:
        """What stands, each once, though several records say it."""
        return list(dict.fromkeys(str(one.words) for one in self.markers if one.stands))

    @property
    def risks(self) -> int:
        return sum(kind.side == Side.RISK for kind in self.factors)

    @property
    def protects(self) -> int:
        return sum(kind.side == Side.PROTECTS for kind in self.factors)

    def _needs(self, which: NeedList) -> list[str]:
        """In words, each once, though several records name it."""
        return list(dict.fromkeys(need.words for need in self.needs if need.which == which and need.stands))

    @property
    def upn_is_temporary(self) -> bool:
        return is_temporary(self.child.upn)

    @property
    def missing(self) -> list[str]:
        """What nobody has written down yet, as far as the reader could tell."""
        wanting = []
        if self.child.interpreter == Known.NOT_KNOWN:
            wanting.append("whether an interpreter is needed")
        if not self.child.languages:
            wanting.append("the languages spoken at home")
        if Part.CONTACT in self.parts and not self.has_secrets:
            if not any(one.now for one in self.addresses):
                wanting.append("where they live")
            if not any(one.now for one in self.learning):
                wanting.append("where they learn")
        if Part.PEOPLE in self.parts and not any(one.responsible == Known.YES.words for one in self.people):
            wanting.append("who has parental responsibility, checked")
        return wanting


def child_seen(who: Who, case: Case) -> ChildSeen:
    """Everything of a child that ``who`` may see, from every record of the child they may see."""
    records = records_of(who, case)
    each = {record.pk: sight.parts_open_to(who, record) for record in records}
    parts = frozenset.intersection(*each.values())
    references = {record.pk: record.reference for record in records}
    child, today = records[0].child, clock.today()
    return ChildSeen(
        case=case,
        home=records[0],
        child=child,
        age=age_on(child.born_on, today),
        parts=parts,
        addresses=tuple(addresses(references)) if Part.CONTACT in parts else (),
        learning=tuple(learning(references)),
        people=tuple(people(who, references, contact=Part.CONTACT in parts)) if Part.PEOPLE in parts else (),
        clashes=tuple(clashes(who, records)) if Part.PEOPLE in parts else (),
        has_secrets=Part.SECRET in parts and anything_secret(references),
        needs=tuple(needs_of(references)),
        markers=tuple(markers_of(references, each)) if Part.CIRCUMSTANCES in parts else (),
        factors=frozenset(kinds_standing(references, each)) if Part.CIRCUMSTANCES in parts else frozenset(),
        home_ward=_ward_of(child) if Part.CONTACT in parts else "",
    )


def _ward_of(child: Child) -> str:
    return wards_at(child.authority_id, [child.home_postcode]).get(child.home_postcode, "")


def addresses(references: dict[UUID, str], *, secret: bool = False) -> list[AddressSeen]:
    """The addresses of these records: the open ones, or the secret ones."""
    today = clock.today()
    rows = Address.objects.filter(case_ref__in=references, secret=secret, mistaken_at=None).annotate(ward=WARD)
    names = dict(Around.objects.filter(case_ref__in=references).values_list("pk", "name")) if secret else {}
    return [
        AddressSeen(
            key=row.pk,
            reference=references[row.case_ref],
            kind=Home(row.kind).words,
            lines=row.lines,
            postcode=row.postcode,
            since=row.since,
            until=row.until,
            now=row.stands_on(today),
            told=tuple(names[UUID(key)] for key in row.told if UUID(key) in names),
            ward=row.ward or "",
        )
        for row in sorted(rows, key=lambda row: (not row.stands_on(today), row.since or date.min, row.pk))
    ]


def learning(references: dict[UUID, str], *, secret: bool = False) -> list[LearningSeen]:
    """The places of learning of these records: the open ones, or the secret ones."""
    today = clock.today()
    rows = Learning.objects.filter(case_ref__in=references, secret=secret, mistaken_at=None).select_related("setting")
    return [
        LearningSeen(
            key=row.pk,
            reference=references[row.case_ref],
            name=row.setting.name if row.setting else row.words,
            known=row.setting is not None,
            since=row.since,
            until=row.until,
            now=row.stands_on(today),
        )
        for row in sorted(rows, key=lambda row: (not row.stands_on(today), row.since or date.min, row.pk))
    ]


def people(
    who: Who, references: dict[UUID, str], *, contact: bool, secret: bool = False
) -> list[PersonSeen]:  # fmt: skip
    """Who stands around the child: those written down, and whoever asked."""
    today = clock.today()
    rows = list(
        Around.objects.filter(case_ref__in=references, secret=secret, mistaken_at=None)
        .select_related("carer")
        .order_by("entered_at", "pk")
    )
    siblings = {row.sibling_ref for row in rows if row.sibling_ref}
    seen = dict(sight.visible_to(who).filter(pk__in=siblings).values_list("pk", "reference")) if siblings else {}
    checkers = names_of({ref for row in rows for ref in (row.checked_by, row.identity_by) if ref})
    following = _following(references) if contact else {}
    found = [
        PersonSeen(
            key=row.pk,
            carer=None,
            asked=row.carer is not None and row.carer.asked,
            reference=references[row.case_ref],
            name=row.name,
            tie=Tie(row.tie).words,
            acts_for=row.acts_for,
            responsible=Known(row.responsible).words,
            checked=Checked(row.checked_how).words if row.checked_how else "",
            checked_by=checkers.get(row.checked_by, ""),
            checked_on=row.checked_on,
            consents=row.consents,
            lives_with=row.lives_with,
            email=(row.email or (row.carer.email if row.carer else "")) if contact else "",
            phone=(row.phone or (row.carer.phone if row.carer else "")) if contact else "",
            home=row.home if contact else "",
            follows=_since(following, row.case_ref, row.person_id, row.carer.person_id if row.carer else None),
            identity=Identity(row.identity_how).words if row.identity_how else "",
            identity_by=checkers.get(row.identity_by, ""),
            sibling=seen.get(row.sibling_ref, ""),
            since=row.since,
            until=row.until,
            now=not (row.until and row.until < today) and not (row.since and row.since > today),
        )
        for row in rows
    ]
    return found if secret or not contact else found + _senders(references, following)


def _following(references: dict[UUID, str]) -> dict[tuple[UUID, UUID], date]:
    """Who of the family follows which record, and since when."""
    lasting = Q(until=None) | Q(until__gte=clock.today())
    rows = Involvement.objects.filter(lasting, case__in=references, capacity=Capacity.FAMILY)
    return {(case, person): since for case, person, since in rows.values_list("case", "person", "since")}


def _since(following: dict[tuple[UUID, UUID], date], case: UUID, *people: UUID | None) -> date | None:
    return next((following[case, one] for one in people if one and (case, one) in following), None)


def _senders(references: dict[UUID, str], following: dict[tuple[UUID, UUID], date]) -> list[PersonSeen]:
    """Those who asked, and of whom no more has been written down."""
    written = Around.objects.filter(case_ref__in=references, carer__isnull=False, mistaken_at=None).values("carer")
    rows = Carer.objects.filter(case_ref__in=references).exclude(pk__in=written).order_by("pk")
    return [
        PersonSeen(
            key=None, carer=row.pk, asked=row.asked, reference=references[row.case_ref], name=row.name,
            tie=Relationship(row.relationship).words, acts_for="",
            responsible=_said(row), checked="", checked_by="",
            checked_on=None, consents=False, lives_with=row.cares_for, email=row.email, phone=row.phone, home=row.home,
            follows=_since(following, row.case_ref, row.person_id), identity="", identity_by="",
            sibling="", since=None, until=None, now=True,
        )
        for row in rows
        if row.relationship not in {Relationship.SELF, Relationship.PROFESSIONAL}
    ]  # fmt: skip


def _said(row: Carer) -> str:
    if not row.asked:
        return "Whoever sent the request says so. Not checked"
    return f"Says “{Responsible(row.says_responsible).words}”. Not checked"
