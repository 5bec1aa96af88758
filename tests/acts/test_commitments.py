"""What the council promised: written down by those who oversee, changed in versions, late when its day has passed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from accounts.models import Membership
from cases.actions.commitments import (
    AHEAD,
    MEANWHILE,
    NO_DAY,
    NO_EVIDENCE,
    NO_OWNER,
    SAME,
    Promise,
    keep_commitment,
)
from cases.commitment_words import Stands
from cases.commitments_seen import commitment_called, commitments, versions_of
from cases.models import Commitment, CommitmentVersion
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import Invalid, NotAllowed, Refused
from ledger.models import Entry
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def promised(**more) -> Promise:
    said = {
        "what": "Every final plan within 20 weeks", "source": "SEND strategy 2026, page 12",
        "due_on": TODAY + timedelta(days=40), "owner": person("carys").pk, "stands": "amber", "evidence": "",
    }  # fmt: skip
    return Promise(**(said | more))


def test_it_is_written_down_and_every_change_is_a_version(world):
    row = keep_commitment(None, promised(), by=who("carys"))
    better = promised(stands="green", evidence="14 of 15 in October.")
    keep_commitment(row.pk, better, by=who("hal"), seen=1)
    seen = commitment_called(who("sena"), row.pk)
    assert (seen.stands, seen.evidence, seen.owner, seen.version) == (Stands.GREEN, "14 of 15 in October.", "Carys", 2)
    newest, first = versions_of(who("carys"), row.pk)
    assert (newest.by, first.by) == ("Hal", "Carys")
    assert ("How it stands", "Amber: at risk") in first.lines
    assert ("Due", "28 December 2026") in first.lines
    facts = list(Entry.objects.filter(event=Event.COMMITMENT_KEPT).order_by("pk").values_list("facts", flat=True))
    assert [one["done"] for one in facts] == ["added", "changed"]
    assert facts[1] == {"done": "changed", "stands": "green", "due": "2026-12-28", "version": "2"}


def test_it_is_late_the_day_after_its_day_until_it_is_met(world):
    row = keep_commitment(None, promised(due_on=TODAY), by=who("carys"))
    assert not commitment_called(who("carys"), row.pk).is_late
    with hold(clock.now() + timedelta(days=3)):
        seen = commitment_called(who("carys"), row.pk)
        assert (seen.is_late, seen.far) == (True, "3 days late")
        met = promised(due_on=TODAY, stands="met", evidence="Report to the board.", met_on=TODAY)
        keep_commitment(row.pk, met, by=who("carys"), seen=1)
        assert not commitment_called(who("carys"), row.pk).is_late, "it was met on its day"
        assert Entry.objects.latest("pk").facts["done"] == "met"


WRONG = [
    ({"stands": "met", "evidence": "Seen.", "met_on": None}, {"met_on": NO_DAY}),
    ({"stands": "met", "evidence": "Seen.", "met_on": TODAY + timedelta(days=1)}, {"met_on": AHEAD}),
    ({"stands": "met", "evidence": " ", "met_on": TODAY}, {"evidence": NO_EVIDENCE}),
]


@pytest.mark.parametrize(("more", "wrong"), WRONG)
def test_what_is_met_has_its_day_and_its_evidence(world, more, wrong):
    with pytest.raises(Invalid) as refusal:
        keep_commitment(None, promised(**more), by=who("carys"))
    assert refusal.value.fields == wrong
    assert not Commitment.objects.exists()


def test_its_owner_works_here_and_who_has_left_is_pointed_out(world):
    for name in ("amina", "irene"):
        with pytest.raises(Invalid) as refusal:
            keep_commitment(None, promised(owner=person(name).pk), by=who("carys"))
        assert refusal.value.fields == {"owner": NO_OWNER}
    row = keep_commitment(None, promised(owner=person("ben").pk), by=who("carys"))
    Membership.objects.filter(person=person("ben")).update(until=TODAY - timedelta(days=1))
    assert commitment_called(who("carys"), row.pk).owner_left
    keep_commitment(row.pk, promised(owner=person("ben").pk, stands="red"), by=who("carys"), seen=1)


def test_two_who_change_it_at_once_do_not_write_over_each_other(world):
    row = keep_commitment(None, promised(), by=who("carys"))
    keep_commitment(row.pk, promised(stands="red"), by=who("hal"), seen=1)
    with pytest.raises(Refused) as refusal:
        keep_commitment(row.pk, promised(stands="green"), by=who("carys"), seen=1)
    assert refusal.value.reasons == (MEANWHILE,)
    with pytest.raises(Refused) as refusal:
        keep_commitment(row.pk, promised(stands="red"), by=who("carys"), seen=2)
    assert refusal.value.reasons == (SAME,)
    assert CommitmentVersion.objects.count() == 2


def test_it_is_for_those_who_oversee_and_their_own_council_alone(world):
    row = keep_commitment(None, promised(), by=who("carys"))
    for name in ("ben", "dev", "stella"):
        with pytest.raises(NotAllowed):
            keep_commitment(None, promised(), by=who(name))
    with pytest.raises(Commitment.DoesNotExist):
        keep_commitment(row.pk, promised(stands="red"), by=who("irene"), seen=1)
    assert commitments(who("irene")) == []
    assert row.authority_id == SALFORD


def test_what_is_still_to_be_met_stands_first_by_its_day(world):
    far, near = promised(what="Far", due_on=TODAY + timedelta(days=90)), promised(what="Near")
    done = promised(what="Done", due_on=TODAY - timedelta(days=9), stands="met", evidence="Seen.", met_on=TODAY)
    for one in (far, done, near, replace(near, what="Past", due_on=TODAY - timedelta(days=1))):
        keep_commitment(None, one, by=who("carys"))
    assert [one.what for one in commitments(who("carys"))] == ["Past", "Near", "Far", "Done"]
