"""Where a team's letters go is changed by an administrator, to an address that is nobody's own."""

import pytest

from accounts.models import Membership, Team
from accounts.rules import Why, against_mailbox
from cases.actions.staff.mailbox import change_mailbox
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from notices.models import Dispatch
from notices.tasks import deliver
from tests.factories.requests import received
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db
NEW = "send-bridge@salford.example"


def bridge(at: str = SALFORD) -> Team:
    return Team.objects.get(authority_id=at)


def test_what_waits_for_the_team_goes_to_the_new_address(world):
    change_mailbox(bridge().pk, NEW, by=who("dev"))
    received()
    assert Dispatch.objects.get(template="new_request").address == NEW


def test_history_says_so_and_does_not_hold_the_address(world):
    change_mailbox(bridge().pk, NEW, by=who("dev"))
    entry = Entry.objects.get()
    assert (entry.event, entry.about, entry.actor_ref, entry.facts) == (
        Event.MAILBOX_CHANGED, bridge().pk, who("dev").ref, {},
    )  # fmt: skip


def test_a_letter_to_the_old_address_that_has_not_left_is_stopped(world):
    received()
    change_mailbox(bridge().pk, NEW, by=who("dev"))
    deliver()
    assert "address has changed" in Dispatch.objects.get(template="new_request").stopped_because


@pytest.mark.parametrize("name", ["ben", "carys", "hal", "stella", "eve", "amina"])
def test_nobody_but_an_administrator_changes_it(world, name):
    with pytest.raises(NotAllowed):
        change_mailbox(bridge().pk, NEW, by=who(name))


def test_another_councils_team_is_not_there(world):
    with pytest.raises(Team.DoesNotExist):
        change_mailbox(bridge(THURROCK).pk, NEW, by=who("dev"))


def test_a_persons_own_address_is_not_a_shared_one(world):
    with pytest.raises(Refused) as refused:
        change_mailbox(bridge().pk, "Ben@people.example", by=who("dev"))
    assert refused.value.reasons == (Why.ONES_OWN,)
    assert not Entry.objects.exists()


def test_nor_is_that_of_somebody_who_left(world):
    Membership.objects.filter(person=person("ben")).update(until="2026-02-01")
    with pytest.raises(Refused):
        change_mailbox(bridge().pk, "ben@people.example", by=who("dev"))


def test_an_address_elsewhere_tells_nothing_of_who_has_an_account(world):
    """Tom works for Thurrock: Salford is not told that his address is a person's."""
    change_mailbox(bridge().pk, "tom@people.example", by=who("dev"))
    assert bridge().mailbox == "tom@people.example"


def test_the_rule_compares_without_capitals():
    assert against_mailbox("BEN@People.example", {"ben@people.EXAMPLE"}) == [Why.ONES_OWN]
    assert against_mailbox("bridge@people.example", {"ben@people.example"}) == []
