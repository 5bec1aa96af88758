"""The seed goes round the doorway, so what it lays down is held beside what the acts make, row by row."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Person
from accounts.roles import AT_DOOR
from accounts.who import standing, visitor
from cases.models import Case, Caseload, Deadline, Involvement
from core import clock
from core.past import hold
from demo.seed import seed
from demo.standing import stand_up
from ehcp.models import AssessmentRequest
from ledger.models import Entry, Link
from notices.models import Dispatch
from pathway.actions.receive_request import receive_request
from pathway.actions.settle_request import settle_request
from people.models import Carer, Child, NameKey
from people.words import Relationship, Responsible
from referrals.actions.receive import Request
from referrals.models import Referral
from referrals.selectors import queue
from referrals.words import AsksFor
from sendpath.patrols import findings
from tests.personas import SALFORD, THURROCK

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BY_CASE = {
    Case: "pk", Child: "case_ref", Carer: "case_ref", Involvement: "case", Referral: "case", AssessmentRequest: "case",
    Entry: "case_ref", Deadline: "case", Caseload: "case", Dispatch: "case_ref", NameKey: "case_ref",
}  # fmt: skip
OWN = {"id", "sent_once", "attempts", "next_try_at", "sent_at", "rung", "chase_on"}
"""What may differ: keys, the draft it was sent from, how far a letter has come, and where the watch looks next."""


@pytest.fixture
def salford(db):
    """The demonstration's Salford, with nobody's case in it yet."""
    stand_up()
    return SALFORD


def officer(person: Person | None = None):
    """Somebody who reads requests at Salford today."""
    person = person or Person.objects.get(email="shauna.kirk@people.example")
    return standing(person, on=clock.today(), among=AT_DOOR["desk"], chosen=SALFORD)


def everything_about(case: Case) -> dict[str, list[dict]]:
    """Every row around a case, with keys, the reference and the signed link replaced by what they stand for."""
    names = {str(case.pk): "CASE", case.reference: "REFERENCE"}
    for model, name in ((Child, "CHILD"), (Carer, "CARER"), (Referral, "REFERRAL"), (AssessmentRequest, "ASSESSMENT")):
        names |= {str(row.pk): name for row in model.objects.filter(**{BY_CASE[model]: case.pk})}
    names |= {str(entry.pk): f"ENTRY {entry.event}" for entry in Entry.objects.filter(case_ref=case.pk)}

    def plain(value) -> str:
        text = re.sub(r"confirm/[^/]+/", "confirm/TOKEN/", str(value))
        for key, name in names.items():
            text = text.replace(key, name)
        return text

    found = {}
    for model, column in BY_CASE.items():
        rows = model.objects.filter(**{column: case.pk}).values()
        kept = [{field: plain(value) for field, value in row.items() if field not in OWN} for row in rows]
        found[model.__name__] = sorted(kept, key=str)
    return found


def asked_again(referral: Referral) -> Case:
    """The same request, received and settled through the acts at the same moments."""
    child, sender = referral.case.child, referral.sender
    request = Request(
        sent_once=Case().pk,
        asks_for=AsksFor(referral.asks_for),
        words=referral.words,
        wanted=referral.wanted,
        consent=referral.consent,
        given_name=child.given_name,
        family_name=child.family_name,
        preferred_name=child.preferred_name,
        born_on=child.born_on,
        home_postcode=child.home_postcode,
        learns_at=child.learns_at,
        sender_name=sender.name,
        relationship=Relationship(sender.relationship),
        says_responsible=Responsible(sender.says_responsible),
        email=sender.email,
        phone=sender.phone,
    )
    with hold(referral.received_at):
        made = receive_request(request, by=visitor(SALFORD))
    if referral.settled_as:
        by = officer(Person.objects.get(pk=referral.settled_by.removeprefix("person:")))
        with hold(referral.settled_at):
            settle_request(made.pk, AsksFor(referral.settled_as), referral.settled_because, by=by)
    return Case.objects.get(pk=made.case_id)


KINDS = [
    ("help", ""),
    ("assessment", ""),
    ("unsure", ""),
    ("unsure", "help"),
    ("unsure", "assessment"),
    ("help", "assessment"),
]


def test_each_kind_of_case_is_what_the_acts_would_have_made(salford):
    seed(salford, 300)
    for asks_for, settled_as in KINDS:
        seeded = Referral.objects.filter(asks_for=asks_for, settled_as=settled_as).latest("received_at")
        found = everything_about(seeded.case)
        assert found == everything_about(asked_again(seeded)), (asks_for, settled_as)
        assert all(found[table] for table in found if table != "AssessmentRequest")


def test_a_young_person_who_asks_for_themselves_is_what_the_acts_would_have_made(salford):
    seed(salford, 300)
    seeded = Referral.objects.filter(asks_for="assessment", sender__relationship="self").latest("received_at")
    assert everything_about(seeded.case) == everything_about(asked_again(seeded))


def test_the_patrol_finds_nothing_before_sealing_or_after(salford):
    said = StringIO()
    call_command("seed", cases=300, stdout=said)
    assert "300 of 300 children …" in said.getvalue()
    assert not Link.objects.exists()
    assert list(findings()) == []

    call_command("seed", cases=20, authority=THURROCK, stdout=StringIO())
    call_command("seed", cases=20, seal=True, stdout=StringIO())
    assert Case.objects.filter(authority=salford).count() == 320
    assert Link.objects.count() == Entry.objects.filter(authority=salford).count()
    assert list(findings()) == []


def test_life_goes_on_in_a_seeded_authority(salford):
    """A seeded request can be settled through the door like any other, and the patrol still agrees."""
    seed(salford, 60)
    unsure = Referral.objects.filter(state="to_settle").latest("received_on")
    settle_request(unsure.pk, AsksFor.ASSESSMENT, "The words ask for it.", by=officer())
    assert list(findings()) == []


@pytest.mark.parametrize("route", list(AsksFor))
def test_the_queue_of_a_route_holds_what_stands_as_it(salford, route):
    seed(salford, 60)
    standing_so = [r for r in Referral.objects.all() if r.facts.stands_as == route]
    seen, after = [], ""
    while True:
        page = queue(officer(), route=route, after=after)
        seen += [row.reference for row in page.rows]
        assert page.count == len(standing_so)
        if not (after := page.after):
            break
    assert sorted(seen) == sorted(r.case.reference for r in standing_so)


def test_every_letter_was_sent_in_the_past(salford):
    seed(salford, 60)
    assert not Dispatch.objects.filter(sent_at=None).exists()
    assert "{" not in "".join(Dispatch.objects.values_list("body", flat=True))


def test_an_authority_nobody_knows_and_a_number_that_is_none_are_refused_in_words(db):
    with pytest.raises(CommandError, match=r"There is no authority 999\. These there are: .*355 Salford"):
        call_command("seed", cases=1, authority="999", stdout=StringIO())
    with pytest.raises(CommandError, match="'none' is not a whole number of cases"):
        call_command("seed", "--cases", "none", stdout=StringIO())
