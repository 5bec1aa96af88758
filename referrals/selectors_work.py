"""What somebody who works with a child said beside the request, as far as its reader may know it."""

from dataclasses import dataclass
from datetime import datetime

from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.models import Case
from cases.need_words import NeedList
from cases.needs_seen import needs_of
from cases.words import Part
from people.models import Carer
from people.words import Relationship
from referrals import rules
from referrals.eligibility import Test, one_agency, worked_out
from referrals.models import NamedService, Referral
from referrals.where import where
from referrals.words import FamilyKnows, MainReason, SentAs, ServiceStands

WORRIES = Part.SAFEGUARDING
"""The part of a case that a worry belongs to: whoever may not read it sees no trace of one."""


@dataclass(frozen=True)
class ParentSeen:
    """The parent whom the sender named."""

    name: str
    tie: str
    email: str
    phone: str
    home: str
    told_from: datetime | None

    @property
    def reached(self) -> bool:
        """Whether there is an address to write to."""
        return bool(self.email or self.home)


@dataclass(frozen=True)
class WorkSeen:
    """What only somebody who works with the child was asked."""

    job: str
    organisation: str
    for_school: bool
    knows_how: str
    known_to_family: bool
    main_reason: str
    tried: str
    complex_because: str
    now: list[str]
    expected: list[str]
    family_knows: FamilyKnows | None
    """None to a reader who may not know."""
    concern: str
    """Empty to a reader who may not know."""
    parent: ParentSeen | None
    worry: bool
    not_telling: str
    not_telling_by: str
    not_telling_at: datetime | None

    @property
    def bridge_says(self) -> bool:
        """Whether the Bridge has still to say whether the family is told."""
        return not (self.parent and self.parent.told_from) and not self.not_telling


@dataclass(frozen=True)
class Fit:
    """How a child fits the pathway, and the needs named so far."""

    tests: list[Test]
    one_agency: bool
    needs: list[str]
    types: list[str]


def said_at_work(who: Who, case: Case) -> WorkSeen | None:
    """What the sender said beside; None where a family sent it, or nobody."""
    row = Referral.objects.filter(case=case, sent_as=SentAs.PROFESSIONAL).select_related("sender").first()
    if row is None:
        return None
    open_ = sight.parts_open_to(who, case)
    private, worries = Part.CONTACT in open_, WORRIES in open_
    services = list(NamedService.objects.filter(referral=row).order_by("pk"))
    return WorkSeen(
        job=row.sender.job,
        organisation=row.sender.organisation,
        for_school=bool(row.sender.for_school),
        knows_how=row.sender.knows_how,
        known_to_family=bool(row.sender.known_to_family),
        main_reason=MainReason(row.main_reason).words,
        tried=row.tried,
        complex_because=row.complex_because,
        now=[one.called for one in services if one.stands == ServiceStands.CURRENT],
        expected=[one.called for one in services if one.stands == ServiceStands.EXPECTED],
        family_knows=FamilyKnows(row.family_knows) if private else None,
        concern=row.concern if worries else "",
        parent=_parent(case) if private else None,
        worry=worries and rules.worry(row.facts),
        not_telling=row.not_telling if worries else "",
        not_telling_by=names_of({row.not_telling_by}).get(row.not_telling_by, "") if row.not_telling_by else "",
        not_telling_at=row.not_telling_at,
    )


def worry_sent(who: Who, case: Case) -> str:
    """What whoever sent the request worries about, to a reader who may know."""
    found = Referral.objects.filter(case=case).exclude(concern="").values_list("concern", flat=True).first()
    return found if found and WORRIES in sight.parts_open_to(who, case) else ""


def _parent(case: Case) -> ParentSeen | None:
    row = Carer.objects.filter(case_ref=case.pk, asked=False).order_by("pk").first()
    if row is None:
        return None
    return ParentSeen(row.name, Relationship(row.relationship).words, row.email, row.phone, row.home, row.told_from)


def fit_of(case: Case) -> Fit | None:
    """How the child of a request fits, on a case fetched for its reader; None where nobody asked."""
    row = Referral.objects.filter(case=case).first()
    if row is None:
        return None
    asked = row.sent_as == SentAs.PROFESSIONAL
    services = [one.called for one in NamedService.objects.filter(referral=row)] if asked else None
    needs = [need for need in needs_of({case.pk: case.reference}) if need.stands]
    found = where(case.authority_id, case.child.home_postcode, case.child.learns_at, row.received_on)
    return Fit(
        tests=worked_out(
            row.facts.stands_as, born_on=case.child.born_on, on=row.received_on, services=services, where=found,
            complex_because=row.complex_because,
        ),
        one_agency=one_agency(services),
        needs=[need.words for need in needs if need.which == NeedList.PATHWAY],
        types=[need.words for need in needs if need.which == NeedList.SEN],
    )  # fmt: skip
