"""Leave entered, changed, ended early and taken out, and what history keeps of it."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from accounts.leave import leave_at, weighed
from accounts.models import Absence, Membership
from accounts.rules import Away, Why
from cases.actions.staff.absence import called, change, come_back, enter, take_out
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from ledger.words import say
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
MONDAY, FRIDAY = date(2026, 12, 7), date(2026, 12, 11)


def wanted(name: str, cover: str = "", since: date = MONDAY, until: date | None = FRIDAY) -> Away:
    return Away(person(name).pk, since, until, person(cover).pk if cover else None)


def refusal(act, *args, **kwargs) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return refused.value.reasons


def test_ben_enters_a_week_and_carys_covers(world):
    absence = enter(wanted("ben", "carys"), by=who("ben"))
    kept = Absence.objects.get()
    assert (kept.pk, kept.person, kept.cover, kept.since, kept.until) == (
        absence.pk, person("ben"), person("carys"), MONDAY, FRIDAY,
    )  # fmt: skip
    assert kept.authority_id == SALFORD
    assert kept.entered_by == who("ben").ref


def test_history_keeps_keys_and_days_and_belongs_to_no_case(world):
    absence = enter(wanted("ben", "carys"), by=who("carys"))
    entry = Entry.objects.get()
    assert (entry.event, entry.case_ref, entry.about, entry.actor_ref) == (
        Event.ABSENCE_NOTED, None, absence.pk, who("carys").ref,
    )  # fmt: skip
    assert entry.facts == {
        "how": "entered",
        "person": str(person("ben").pk),
        "since": "2026-12-07",
        "until": "2026-12-11",
        "cover": str(person("carys").pk),
    }
    assert say(Event.ABSENCE_NOTED, entry.facts, entry.effective_on) == "Leave was entered"


def test_every_act_on_leave_is_told_in_history(world):
    absence = enter(wanted("ben", since=TODAY - timedelta(3), until=None), by=who("ben"))
    change(absence.pk, wanted("ben", "carys", since=TODAY - timedelta(3), until=None), by=who("ben"))
    come_back(absence.pk, by=who("ben"))
    later = enter(wanted("ben", "carys"), by=who("ben"))
    take_out(later.pk, by=who("ben"))
    told = [say(Event.ABSENCE_NOTED, entry.facts, TODAY) for entry in Entry.objects.order_by("recorded_at", "pk")]
    assert told == [
        "Leave was entered",
        "Leave was changed",
        "Somebody came back from leave early",
        "Leave was entered",
        "Leave that had not begun was taken out",
    ]


def test_what_the_rules_refuse_leaves_nothing_behind(world):
    enter(wanted("carys", "ben"), by=who("carys"))
    assert refusal(enter, wanted("ben", "carys"), by=who("ben")) == (Why.IN_A_CIRCLE,)
    assert refusal(enter, wanted("ben", "tom"), by=who("ben")) == (Why.ELSEWHERE,)
    assert refusal(enter, wanted("ben", "dev"), by=who("ben")) == (Why.ELSEWHERE,), "dev sees no case"
    assert refusal(enter, wanted("ben", until=TODAY - timedelta(1)), by=who("ben")) == (Why.ENDS_FIRST,)
    assert Absence.objects.count() == Entry.objects.count() == 1


def test_another_councils_leave_is_beside_the_point(world):
    """Somebody who works for two councils enters leave at each."""
    Membership.objects.create(authority_id=THURROCK, person=person("ben"), role="bridge_worker", since=date(2026, 1, 5))
    Absence.objects.create(
        authority_id=THURROCK, person=person("ben"), since=MONDAY, until=FRIDAY, entered_by=who("ben").ref
    )
    enter(wanted("ben", "carys"), by=who("ben"))
    assert Absence.objects.filter(person=person("ben")).count() == 2


@pytest.mark.parametrize("keeper", ["carys", "hal", "dev"])
def test_a_manager_or_an_administrator_enters_a_colleagues_leave(world, keeper):
    absence = enter(wanted("ben", "carys"), by=who(keeper))
    assert Absence.objects.get().entered_by == who(keeper).ref
    assert [one.entered_by for one in leave_at(SALFORD, TODAY)] == [keeper.capitalize()]
    assert called(absence.pk, who(keeper)) == absence


@pytest.mark.parametrize("keeper", ["ben", "stella", "irene", "eve", "amina"])
def test_nobody_else_does(world, keeper):
    absence = enter(wanted("carys"), by=who("carys"))
    with pytest.raises(NotAllowed):
        enter(wanted("hal"), by=who(keeper))
    for act in (come_back, take_out):
        with pytest.raises((NotAllowed, Absence.DoesNotExist)):
            act(absence.pk, by=who(keeper))
    with pytest.raises((NotAllowed, Absence.DoesNotExist)):
        change(absence.pk, wanted("carys"), by=who(keeper))
    assert Absence.objects.get() == absence


def test_leave_is_entered_for_those_who_work_here_alone(world):
    for name in ("tom", "eve", "amina"):
        with pytest.raises(NotAllowed):
            enter(wanted(name), by=who("carys"))


def test_changing_leave_keeps_whose_it_is_and_who_entered_it(world):
    absence = enter(wanted("ben"), by=who("carys"))
    change(absence.pk, wanted("hal", "carys", until=None), by=who("ben"))
    kept = Absence.objects.get()
    assert (kept.person, kept.cover, kept.until) == (person("ben"), person("carys"), None)
    assert kept.entered_by == who("carys").ref


def test_leave_does_not_stand_in_its_own_way_when_it_is_changed(world):
    absence = enter(wanted("ben", "carys"), by=who("ben"))
    change(absence.pk, wanted("ben", "carys", until=FRIDAY + timedelta(7)), by=who("ben"))
    assert Absence.objects.get().until == FRIDAY + timedelta(7)


def test_i_am_back_ends_the_leave_with_yesterday(world):
    absence = enter(wanted("ben", since=TODAY - timedelta(2), until=None), by=who("ben"))
    come_back(absence.pk, by=who("ben"))
    assert Absence.objects.get().until == TODAY - timedelta(1)
    assert leave_at(SALFORD, TODAY) == []


def test_i_am_back_on_the_first_day_takes_it_out(world):
    absence = enter(wanted("ben", since=TODAY, until=None), by=who("ben"))
    come_back(absence.pk, by=who("ben"))
    assert not Absence.objects.exists()


def test_what_has_begun_is_not_taken_out_and_what_has_not_is_not_ended(world):
    begun = enter(wanted("ben", since=TODAY, until=TODAY), by=who("ben"))
    assert refusal(take_out, begun.pk, by=who("ben")) == (Why.BEGUN,)
    to_come = enter(wanted("ben"), by=who("ben"))
    assert refusal(come_back, to_come.pk, by=who("ben")) == (Why.NOT_BEGUN,)
    assert Absence.objects.count() == 2


def test_leave_that_is_over_is_nobodys_to_change(world):
    over = Absence.objects.create(
        authority_id=SALFORD, person=person("ben"), since=TODAY - timedelta(9), until=TODAY - timedelta(1),
        entered_by=who("ben").ref,
    )  # fmt: skip
    with pytest.raises(Absence.DoesNotExist):
        change(over.pk, wanted("ben"), by=who("ben"))


def test_we_say_what_should_be_known_about_the_cover(world):
    assert weighed(wanted("ben"), SALFORD, TODAY).warnings == ("Nobody covers.",)
    enter(wanted("carys", "hal", since=FRIDAY, until=FRIDAY + timedelta(3)), by=who("carys"))
    assert weighed(wanted("ben", "carys"), SALFORD, TODAY).warnings == (
        "Carys is away too, Friday 11 December 2026; then Hal covers for Carys.",
    )
    assert weighed(wanted("ben", "hal"), SALFORD, TODAY).warnings == ()
    absence = enter(wanted("ben", "hal"), by=who("ben"))
    assert weighed(wanted("ben", "hal"), SALFORD, TODAY, but=absence.pk).warnings == ()
    Membership.objects.filter(person=person("hal")).update(until=TODAY - timedelta(1))
    assert [one.warnings for one in leave_at(SALFORD, clock.today()) if one.name == "Ben"] == [
        ("Hal does not work on cases here any more, so nobody covers.",)
    ]


@pytest.mark.django_db(transaction=True)
def test_two_people_who_enter_leave_at_once_do_not_cover_for_each_other(world):
    """The second waits until the first is in, and is then told."""
    bens, caryss = wanted("ben", "carys"), wanted("carys", "ben")
    by_ben, by_carys = who("ben"), who("carys")

    def try_it() -> str:
        try:
            enter(caryss, by=by_carys)
            return "in"
        except Refused as refused:
            return refused.reasons[0]
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as beside:
        with transaction.atomic():
            enter(bens, by=by_ben)
            second = beside.submit(try_it)
            with pytest.raises(StillWaiting):
                second.result(0.5)
        assert second.result(10) == Why.IN_A_CIRCLE
