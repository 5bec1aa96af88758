"""A family that said yes hears of services that start and help with a need of its child; nobody else does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cases.actions.needs import name_needs
from cases.audience import still_may_have
from cases.need_words import Needs, PathwayNeed
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed
from ledger.models import Entry
from notices.models import Dispatch
from notices.words import Channel
from pathway.actions.answer_request import withdraw_request
from pathway.news import ADDRESS_CHANGED, NOT_THEIRS, STOPPED, write_news
from provision.actions.keep_service import as_wanted, keep_service
from provision.actions.news import stop_news, want_news
from provision.family import wants_news
from provision.models import Service, ServiceNews
from provision.selectors import versions_of
from tests.factories.children import two_homes
from tests.factories.requests import received
from tests.factories.services import a_service
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NAMES = {"given_name": "Xanthippe", "family_name": "Zabludowicz", "preferred_name": "Xanni"}


@pytest.fixture
def case(world):
    """Amina asked for a child who needs help with speech, and said that she wants to hear."""
    case = received(by=who("amina"), **NAMES).case
    name_needs(case.pk, more=Needs(frozenset({PathwayNeed.SPEECH})), by=who("ben"))
    want_news(by=who("amina"))
    return case


def starts(name="Talking Together", *needs: PathwayNeed, **more) -> Service:
    """A service that an administrator sets up a day later."""
    with hold(clock.now() + DAY):
        return a_service(name, lines=(), needs=tuple(needs or (PathwayNeed.SPEECH,)), **more)


def letters() -> list[Dispatch]:
    return list(Dispatch.objects.filter(template="services_started").order_by("written_at", "pk"))


def written_after(days: int) -> int:
    with hold(clock.now() + DAY * days):
        return write_news()


def test_one_letter_names_what_started_and_no_child(case):
    starts()
    starts("Hearing Friends", PathwayNeed.HEARING)
    starts("Word Play", PathwayNeed.SPEECH, PathwayNeed.SEN)
    assert written_after(2) == 1
    (letter,) = letters()
    assert (letter.address, letter.channel, letter.case_ref) == (person("amina").email, Channel.EMAIL, case.pk)
    assert letter.subject == f"Services that have started: {case.reference}"
    assert "Talking Together" in letter.body and "Word Play" in letter.body
    assert "Hearing Friends" not in letter.body, "it helps with no need of this child"
    assert "/salford/services/talking-together/" in letter.body and "/mine/news/stop/" in letter.body
    for name in NAMES.values():
        assert name.casefold() not in (letter.subject + letter.body).casefold()
    assert "speech" not in letter.subject.casefold()


def test_it_comes_once_and_at_most_in_four_weeks(case):
    starts()
    assert [written_after(days) for days in (2, 2, 3)] == [1, 0, 0]
    with hold(clock.now() + 4 * DAY):
        starts("Word Play")
        starts("Sing and Sign")
    assert [written_after(days) for days in (6, 29)] == [0, 0], "the next one waits"
    assert [written_after(days) for days in (30, 31, 60)] == [1, 0, 0]
    assert "Word Play" in letters()[1].body and "Sing and Sign" in letters()[1].body
    assert "Talking Together" not in letters()[1].body


def test_nobody_hears_who_did_not_say_yes_or_has_stopped(case):
    priya = received(by=who("priya"), given_name="Bilal").case
    name_needs(priya.pk, more=Needs(frozenset({PathwayNeed.SPEECH})), by=who("ben"))
    stop_news(by=who("amina"))
    starts()
    assert written_after(2) == 0
    assert not wants_news(who("amina"))


def test_a_letter_that_waits_does_not_go_once_they_stopped(case):
    starts()
    written_after(2)
    (letter,) = letters()
    with hold(clock.now() + 2 * DAY):
        assert still_may_have(letter) is None
        amina = person("amina")
        amina.email = "new@people.example"
        amina.save()
        assert still_may_have(letter) == ADDRESS_CHANGED
        amina.email = letter.address
        amina.save()
        stop_news(by=who("amina"))
        assert still_may_have(letter) == STOPPED


def test_nothing_goes_about_a_child_of_whom_anything_is_secret(case):
    starts()
    written_after(2)
    two_homes(case, bar=True)
    assert still_may_have(letters()[0]) == NOT_THEIRS
    ServiceNews.objects.update(last_on=None, told_until=clock.now())
    assert written_after(2) == 0


def test_nothing_goes_about_what_was_withdrawn(case):
    starts()
    withdraw_request(case.referrals.get().pk, "They rang.", by=who("ben"))
    assert written_after(2) == 0


def test_nothing_goes_to_whoever_may_no_longer_see_the_case(case):
    starts()
    written_after(2)
    person("amina").memberships.update(until=clock.today() - DAY)
    assert still_may_have(letters()[0]) == NOT_THEIRS
    ServiceNews.objects.update(last_on=None, told_until=clock.now())
    assert written_after(2) == 0


def test_what_was_there_before_they_said_yes_is_no_news_and_nor_is_what_takes_nobody(case):
    stop_news(by=who("amina"))
    starts()
    with hold(clock.now() + 2 * DAY):
        want_news(by=who("amina"))
    with hold(clock.now() + 3 * DAY):
        later = a_service("Word Play", lines=(), needs=("speech",), takes=False, not_taking="From May. Ring us.")
    assert later.opened_at is None
    assert written_after(4) == 0
    with hold(clock.now() + 5 * DAY):
        keep_service(later.pk, replace(as_wanted(later), takes=True, not_taking=""), by=who("dev"))
    assert written_after(6) == 1, "it started when it first took somebody"
    with hold(clock.now() + 50 * DAY):
        row = Service.objects.get(pk=later.pk)
        keep_service(row.pk, replace(as_wanted(row), room=50), by=who("dev"))
    assert written_after(60) == 0, "a change is no start"


def test_a_need_that_is_over_and_a_need_of_another_record_match_nothing(case):
    other = received(given_name="Ayan").case
    name_needs(other.pk, more=Needs(frozenset({PathwayNeed.HEARING})), by=who("ben"))
    name_needs(case.pk, over=Needs(frozenset({PathwayNeed.SPEECH})), by=who("ben"))
    starts("Both", PathwayNeed.SPEECH, PathwayNeed.HEARING)
    assert written_after(2) == 0


def test_saying_yes_twice_is_one_yes_and_history_keeps_it(case):
    want_news(by=who("amina"))
    stop_news(by=who("amina"))
    stop_news(by=who("amina"))
    assert ServiceNews.objects.count() == 1
    told = Entry.objects.filter(event=Event.NEWS_WANTED).order_by("pk").values_list("facts__wanted", "authority")
    assert list(told) == [("yes", SALFORD), ("no", SALFORD)]
    with pytest.raises(NotAllowed):
        want_news(by=who("ben"))


def test_the_needs_of_a_service_are_kept_with_its_versions(world):
    service = a_service("Word Play", lines=(), needs=("speech", "hearing"))
    assert ("Needs it helps with", "Speech and language, Hearing, deaf") in versions_of(service)[0].said


def test_one_who_cannot_be_written_to_holds_up_no_other(case):
    priya = received(by=who("priya"), given_name="Bilal").case
    name_needs(priya.pk, more=Needs(frozenset({PathwayNeed.SPEECH})), by=who("ben"))
    want_news(by=who("priya"))
    amina = person("amina")
    amina.email = "no address"
    amina.save()
    starts()
    assert written_after(2) == 1
    assert letters()[0].address == person("priya").email
