"""What makes a child one of the most vulnerable: each kind known to few, over or a mistake later, nothing lost."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases import sight
from cases.actions.join import join
from cases.actions.markers import AHEAD, BEFORE_BIRTH, ENDS_FIRST, NO_SOURCE, TWICE, mark, marker_over
from cases.child_seen import child_seen
from cases.marker_words import GUARDED, HOUSEHOLD, MARKERS, Marker
from cases.markers_seen import known_to, marked
from cases.models import Case, CaseMarker
from cases.words import Capacity, Part
from core import clock
from core.clock import LONDON
from core.events import Event
from core.past import hold
from core.refusals import Invalid, NotAllowed
from ledger.family_words import SAY_TO_FAMILY
from ledger.models import Entry
from tests.acts.test_the_guard import door_of
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db
WORKER = "The social worker, by telephone"
SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def case(world):
    with hold(datetime(2026, 8, 31, 12, tzinfo=LONDON)):
        return received(by=who("amina")).case


def seen(name: str, case: Case) -> list[str]:
    return child_seen(who(name), Case.objects.get(pk=case.pk)).priority


def test_each_kind_is_of_one_part_and_what_is_guarded_is_read_by_fewer():
    assert set(MARKERS) == set(Marker)
    assert not GUARDED & HOUSEHOLD
    assert Marker.CHILD_PROTECTION.part == Part.SAFEGUARDING
    assert Marker.LOOKED_AFTER.part == Part.CIRCUMSTANCES
    assert sight.SEES[Part.SAFEGUARDING] < sight.SEES[Part.CIRCUMSTANCES]
    assert Capacity.SERVICE not in sight.SEES[Part.SAFEGUARDING]
    nobody = {Capacity.FAMILY, Capacity.NAMED, Capacity.SETTING, Capacity.ADVISER, Capacity.FORMER_LEAD}
    assert not sight.SEES[Part.CIRCUMSTANCES] & nobody
    assert all(len(kind) <= CaseMarker._meta.get_field("kind").max_length for kind in Marker)


def test_it_is_marked_over_or_a_mistake_and_history_never_says_which(case):
    care = mark(case.pk, Marker.LOOKED_AFTER, SEPTEMBER, WORKER, by=who("ben"))
    plan = mark(case.pk, Marker.CHILD_PROTECTION, SEPTEMBER, WORKER, by=who("ben"))
    assert seen("ben", case) == ["Looked after by a council", "On a child protection plan"]
    marker_over(case.pk, care.pk, clock.today(), by=who("carys"))
    marker_over(case.pk, plan.pk, None, by=who("carys"))
    assert seen("ben", case) == []
    mark(case.pk, Marker.LOOKED_AFTER, SEPTEMBER, "It began anew", by=who("ben"))
    assert seen("ben", case) == ["Looked after by a council"]
    assert CaseMarker.objects.filter(case=case).count() == 3
    told = Entry.objects.filter(case_ref=case.pk, event=Event.MARKER_KEPT)
    assert sorted(entry.facts["done"] for entry in told) == ["mistaken", "noted", "noted", "noted", "over"]
    assert all(set(entry.facts) == {"done"} for entry in told)
    assert {entry.part for entry in told.filter(about=plan.pk)} == {Part.SAFEGUARDING}
    assert SAY_TO_FAMILY[Event.MARKER_KEPT] is None


def test_a_service_knows_of_care_and_not_of_child_protection(case):
    mark(case.pk, Marker.TEMPORARY_HOME, SEPTEMBER, WORKER, by=who("ben"))
    plan = mark(case.pk, Marker.CHILD_PROTECTION, SEPTEMBER, WORKER, by=who("ben"))
    put_on(case, "social_worker", Capacity.SERVICE)
    put_on(case, "health_adviser", Capacity.ADVISER)
    assert seen("social_worker", case) == ["In temporary accommodation"]
    assert marked(who("social_worker"), [case.pk]) == {case.pk: ("In temporary accommodation",)}
    assert seen("health_adviser", case) == []
    assert marked(who("health_adviser"), [case.pk]) == {}
    assert known_to(who("tom")).count() == 0
    for kind in (Marker.CHILD_PROTECTION, Marker.IN_NEED):
        with pytest.raises(NotAllowed):
            mark(case.pk, kind, SEPTEMBER, WORKER, by=who("social_worker"))
    with pytest.raises(NotAllowed):
        marker_over(case.pk, plan.pk, None, by=who("social_worker"))
    for stranger in ("health_adviser", "dev", "tom", "amina"):
        with pytest.raises(NotAllowed):
            mark(case.pk, Marker.LOOKED_AFTER, SEPTEMBER, WORKER, by=who(stranger))
    assert CaseMarker.objects.filter(ended_at=None).count() == 2


def test_what_cannot_be_is_said_and_writes_nothing(case):
    row = mark(case.pk, Marker.IN_NEED, SEPTEMBER, WORKER, by=who("ben"))
    tomorrow = clock.today() + timedelta(days=1)
    wrong = [
        (lambda: mark(case.pk, Marker.IN_NEED, SEPTEMBER, WORKER, by=who("carys")), "kind", TWICE),
        (lambda: mark(case.pk, Marker.LOOKED_AFTER, tomorrow, WORKER, by=who("ben")), "since", AHEAD),
        (lambda: mark(case.pk, Marker.LOOKED_AFTER, date(1999, 1, 1), WORKER, by=who("ben")), "since", BEFORE_BIRTH),
        (lambda: mark(case.pk, Marker.LOOKED_AFTER, SEPTEMBER, "  ", by=who("ben")), "source", NO_SOURCE),
        (lambda: marker_over(case.pk, row.pk, tomorrow, by=who("ben")), "until", AHEAD),
        (lambda: marker_over(case.pk, row.pk, date(2026, 8, 1), by=who("ben")), "until", ENDS_FIRST),
    ]
    for act, field, words in wrong:
        with pytest.raises(Invalid) as refusal:
            act()
        assert refusal.value.fields == {field: words}
    assert CaseMarker.objects.get().ended_at is None
    assert Entry.objects.filter(event=Event.MARKER_KEPT).count() == 1


def test_two_who_end_it_end_it_once(case):
    row = mark(case.pk, Marker.IN_NEED, SEPTEMBER, WORKER, by=who("ben"))
    marker_over(case.pk, row.pk, clock.today(), by=who("ben"))
    marker_over(case.pk, row.pk, None, by=who("carys"))
    assert CaseMarker.objects.get().until == clock.today()
    assert Entry.objects.filter(event=Event.MARKER_KEPT).count() == 2


def test_a_marker_counts_on_every_record_of_the_child_and_on_no_other(case):
    second, stranger = received(given_name="Ayan").case, received(given_name="Bilal").case
    join(second.pk, case.pk, because="One child.", by=who("ben"))
    mark(case.pk, Marker.LOOKED_AFTER, SEPTEMBER, WORKER, by=who("ben"))
    mark(second.pk, Marker.YOUTH_JUSTICE, SEPTEMBER, WORKER, by=who("ben"))
    both = ("Looked after by a council", "Known to youth justice")
    found = marked(who("carys"), [case.pk, second.pk, stranger.pk])
    assert found == {case.pk: both, second.pk: both}
    assert marked(who("carys"), []) == {}
    assert seen("ben", second) == list(both)


def test_the_database_refuses_a_marker_twice_and_one_that_is_half_over(case):
    mark(case.pk, Marker.LOOKED_AFTER, SEPTEMBER, WORKER, by=who("ben"))
    for wrong in ({"until": SEPTEMBER}, {"mistaken": True}, {"ended_by": "person:x"}):
        with pytest.raises(IntegrityError), transaction.atomic(), door_of(case.referrals.get()):
            row = CaseMarker.objects.get()
            for name, value in wrong.items():
                setattr(row, name, value)
            row.save()
    with pytest.raises(IntegrityError), transaction.atomic(), door_of(case.referrals.get()):
        CaseMarker(
            authority_id=case.authority_id, case=case, kind=Marker.LOOKED_AFTER, since=SEPTEMBER, source="x",
            noted_by="y", noted_at=clock.now(),
        ).save()  # fmt: skip
    assert CaseMarker.objects.count() == 1
