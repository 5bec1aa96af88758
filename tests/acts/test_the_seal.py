"""The chain over history shows that no entry was altered, removed, slipped in or put in another order.

Whoever tampers here is the database's own superuser, with the triggers at rest.
"""

import pytest
from django.db import connection

from accounts.who import visitor
from cases.patrol import findings
from ledger.models import Entry, Link
from ledger.seal import broken_links, digest_of, seal
from tests.acts.together import at_once
from tests.factories.requests import received
from tests.personas import SALFORD, THURROCK

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed(world) -> list[Entry]:
    """Five entries of Salford and one of Thurrock, chained."""
    for _ in range(5):
        received()
    received(by=visitor(THURROCK))
    seal(SALFORD)
    seal(THURROCK)
    assert list(broken_links(SALFORD)) == list(broken_links(THURROCK)) == []
    return list(Entry.objects.filter(authority=SALFORD).order_by("recorded_at", "pk"))


def tamper(sql: str, *given) -> None:
    """Does what only a superuser can: puts the triggers to rest and changes history."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, given)
        assert cursor.rowcount > 0
        cursor.execute("SET LOCAL session_replication_role = origin")


def wrong(authority: str = SALFORD) -> list[tuple]:
    return [(broken.place, broken.entry_ref, broken.wrong) for broken in broken_links(authority)]


@pytest.mark.parametrize(
    "change",
    [
        "event = 'referral.settled'",
        "actor_ref = 'person:somebody-else'",
        'facts = \'{"asks_for": "assessment"}\'',
        "effective_on = effective_on - 1",
        "recorded_at = recorded_at - interval '1 second'",
        "moved_to = 'elsewhere'",
        "case_ref = gen_random_uuid()",
        "about = gen_random_uuid()",
        "part = 'contact'",
        "because = gen_random_uuid()",
    ],
)
def test_an_altered_entry_is_named(sealed, change):
    tamper(f"UPDATE ledger_entry SET {change} WHERE id = %s", sealed[2].pk)
    assert wrong() == [(3, sealed[2].pk, "the entry was altered")]


def test_a_removed_entry_is_named(sealed):
    tamper("DELETE FROM ledger_entry WHERE id = %s", sealed[1].pk)
    assert wrong() == [(2, sealed[1].pk, "the entry is gone")]


def test_an_entry_removed_with_its_link_leaves_a_gap_that_is_named(sealed):
    tamper("DELETE FROM ledger_entry WHERE id = %s", sealed[2].pk)
    tamper("DELETE FROM ledger_link WHERE entry_ref = %s", sealed[2].pk)
    assert wrong() == [(3, sealed[3].pk, "a link is missing before this one")], "nothing is known of the one after it"


def test_the_newest_entries_cut_off_with_their_links_are_noticed(sealed):
    """A chain that simply ends sooner is whole in itself: what shows it is that it no longer covers what it did."""
    cut = sealed[-1]
    tamper("DELETE FROM ledger_link WHERE entry_ref = %s", cut.pk)
    assert wrong() == []
    assert seal(SALFORD) == 1, "an entry that loses its link is chained anew, in the open"


def test_two_entries_put_in_another_order_are_named(sealed):
    first, second = Link.objects.filter(authority=SALFORD, place__in=[2, 3]).order_by("place")
    tamper("UPDATE ledger_link SET entry_ref = %s WHERE id = %s", "00000000-0000-7000-8000-000000000000", first.pk)
    tamper("UPDATE ledger_link SET entry_ref = %s WHERE id = %s", first.entry_ref, second.pk)
    tamper("UPDATE ledger_link SET entry_ref = %s WHERE id = %s", second.entry_ref, first.pk)
    assert [(place, what) for place, _, what in wrong()] == [(2, "the entry was altered"), (3, "the entry was altered")]


def test_two_moments_exchanged_are_named(sealed):
    tamper("UPDATE ledger_entry SET recorded_at = recorded_at + interval '1 hour' WHERE id = %s", sealed[0].pk)
    assert wrong() == [(1, sealed[0].pk, "the entry was altered")]


def test_a_link_with_a_digest_of_its_own_breaks_at_the_next(sealed):
    """Altering an entry and its link too does not help: the link after it was made over the true one."""
    entry = sealed[1]
    tamper("UPDATE ledger_entry SET actor_ref = 'person:x' WHERE id = %s", entry.pk)
    before = Link.objects.get(authority=SALFORD, place=1).digest
    forged = digest_of(Entry.objects.get(pk=entry.pk), before)
    tamper("UPDATE ledger_link SET digest = %s WHERE entry_ref = %s", forged, entry.pk)
    assert wrong() == [(3, sealed[2].pk, "the entry was altered")]


def test_one_councils_trouble_is_not_anothers(sealed):
    tamper("UPDATE ledger_entry SET actor_ref = 'x' WHERE authority = %s", THURROCK)
    assert wrong(SALFORD) == []
    assert len(wrong(THURROCK)) == 1


def test_the_patrol_brings_it_home(sealed):
    tamper("UPDATE ledger_entry SET actor_ref = 'x' WHERE id = %s", sealed[0].pk)
    assert {(f.what, f.about) for f in findings()} == {("history: the entry was altered", str(sealed[0].pk))}


def test_what_comes_later_is_chained_onto_what_was(sealed):
    received()
    assert seal(SALFORD) == 1
    assert seal(SALFORD) == 0
    assert [link.place for link in Link.objects.filter(authority=SALFORD).order_by("place")] == [1, 2, 3, 4, 5, 6]
    assert wrong() == []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_sealed_twice_at_once_it_is_one_chain(world):
    for _ in range(4):
        received()
    assert sorted(at_once(*[lambda: seal(SALFORD)] * 3)) == [0, 0, 4]
    assert wrong() == []
