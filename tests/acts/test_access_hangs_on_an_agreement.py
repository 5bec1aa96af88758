"""Somebody of another organisation stands here only while an agreement covers it, to the second."""

from datetime import date, datetime, timedelta

import pytest

from accounts.away import colleagues, staff
from accounts.models import Agency, Agreement, AgreementParty, Membership
from accounts.selectors import members
from cases.audience import still_may_have
from cases.standing_by import _House
from core import clock
from core.clock import LONDON
from core.past import hold
from notices.models import Dispatch
from notices.words import Channel
from tests.conftest import NOW
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db
LAST = date(2026, 11, 30)


@pytest.fixture
def trust(world) -> Agency:
    """Ben works for a health trust."""
    agency = Agency.objects.create(name="Irwell Community Health", kind="health", ods="RX9")
    Membership.objects.filter(person=person("ben")).update(agency=agency)
    return agency


def agreed(agency: Agency, *, code: str = SALFORD, since: date = date(2026, 1, 5), until: date = LAST) -> Agreement:
    agreement = Agreement.objects.create(
        authority_id=code, name=f"With {agency.name} from {since}", purpose="Working together.", article6="public_task",
        article9="health_care", since=since, until=until, review_on=until, document="DSA-1", signed_by="Both",
    )  # fmt: skip
    AgreementParty.objects.create(authority_id=code, agreement=agreement, agency=agency)
    return agreement


def stands_everywhere() -> set[bool]:
    """The answer of each reader of standing about Ben."""
    ben, today = person("ben"), clock.today()
    letter = Dispatch(
        authority_id=SALFORD, to_ref=f"person:{ben.pk}", channel=Channel.EMAIL, address="ben@people.example"
    )
    return {
        bool(who("ben").roles),
        colleagues(SALFORD, today).filter(pk=ben.pk).exists(),
        staff(SALFORD, today).filter(pk=ben.pk).exists(),
        ben.pk in _House(SALFORD, [], today).teams_of,
        any(one.name == "Ben" for one in members(who("dev"))),
        still_may_have(letter) is None,
    }


def test_without_an_agreement_nobody_of_another_organisation_stands_anywhere(trust):
    assert stands_everywhere() == {False}


def test_with_one_in_force_they_stand_everywhere_and_one_second_after_its_last_day_nowhere(trust):
    agreed(trust)
    assert stands_everywhere() == {True}
    with hold(datetime(2026, 11, 30, 23, 59, 59, tzinfo=LONDON)):
        assert stands_everywhere() == {True}
    with hold(datetime(2026, 12, 1, 0, 0, 1, tzinfo=LONDON)):
        assert stands_everywhere() == {False}


def test_an_agreement_to_come_opens_nothing_yet(trust):
    agreed(trust, since=NOW.date() + timedelta(days=1))
    assert stands_everywhere() == {False}


def test_another_councils_agreement_with_the_same_organisation_opens_nothing_here(trust):
    agreed(trust, code=THURROCK)
    assert stands_everywhere() == {False}


def test_one_of_two_agreements_is_enough(trust):
    agreed(trust, until=date(2026, 6, 30))
    agreed(trust, since=date(2026, 7, 1))
    assert stands_everywhere() == {True}


def test_a_councils_own_people_need_none_but_at_another_council_they_do(world):
    own = Agency.objects.get(council=SALFORD)
    Membership.objects.create(
        authority_id=THURROCK, person=person("ben"), role="bridge_worker", agency=own, since="2026-01-05"
    )
    assert who("ben").authorities == (SALFORD,)
    agreed(own, code=THURROCK)
    assert who("ben").authorities == (SALFORD, THURROCK)


def test_they_are_told_why_and_whom_to_ask_at_their_next_request(trust, desk):
    agreed(trust)
    ben = desk.as_("ben")
    assert ben.get("/work/").status_code == 200
    with hold(datetime(2026, 12, 1, 0, 0, 1, tzinfo=LONDON)):
        assert ben.get("/work/").status_code == 404
        page = ben.get("/")
    assert page.status_code == 403
    words = page.content.decode()
    assert "ended on Monday 30 November 2026" in words
    assert "Irwell Community Health, at Salford City Council" in words
    assert "Ask Petra or Dev" in words
    assert "bridge@salford.example" in words


def test_somebody_with_no_role_at_all_is_told_nothing_of_agreements(trust, desk):
    assert "agreement" not in desk.as_("eve").get("/").content.decode()


def test_a_calendar_that_was_being_read_falls_silent(trust, desk):
    from accounts.feeds import make, reader

    agreement = agreed(trust)
    secret = make(who("ben"), instead_of=None)
    assert reader(secret) is not None
    Agreement.objects.filter(pk=agreement.pk).update(until=NOW.date() - timedelta(days=1))
    assert reader(secret) is None
