"""Two working days before a meeting everybody who did not say no is told once more, and not twice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.past import hold
from meetings.actions.call import cancel, move
from meetings.actions.remind import remind
from meetings.actions.reply import reply
from meetings.models import Invitee, Meeting
from meetings.rules import is_soon
from meetings.soon import remind_of_meetings
from meetings.words import Reply
from notices.models import Dispatch
from tests.acts.test_meetings import LEAD, THEN, called, wanted
from tests.personas import person, who

pytestmark = pytest.mark.django_db
TWO_BEFORE = datetime(2026, 11, 25, 10, tzinfo=UTC)
"""The meeting is on Friday 27 November; this is the Wednesday."""


def letters() -> list[str]:
    return sorted(Dispatch.objects.filter(template="meeting_soon").values_list("address", flat=True))


@pytest.mark.parametrize(
    ("held_on", "today", "soon"),
    [
        (date(2026, 11, 27), date(2026, 11, 24), False),
        (date(2026, 11, 27), date(2026, 11, 25), True),
        (date(2026, 11, 27), date(2026, 11, 26), True),
        (date(2026, 11, 27), date(2026, 11, 27), False),
        (date(2026, 11, 30), date(2026, 11, 26), True),  # Monday: the Thursday before
        (date(2026, 11, 30), date(2026, 11, 25), False),
        (date(2026, 12, 29), date(2026, 12, 23), True),  # over Christmas
    ],
)
def test_soon_is_two_working_days_or_less(held_on, today, soon):
    assert is_soon(held_on, today) is soon


def test_everybody_who_did_not_say_no_is_told_once(world):
    meeting = called()
    mother = Invitee.objects.get(meeting=meeting, carer__isnull=False)
    reply(mother.pk, Reply.YES, "", by=who(LEAD))
    colleague = Invitee.objects.get(meeting=meeting, person=person("caf_worker"))
    reply(colleague.pk, Reply.NO, "On leave.", by=who(LEAD))
    assert remind_of_meetings() == 0, "nine days before is too early"
    with hold(TWO_BEFORE):
        assert remind_of_meetings() == 1
        assert remind_of_meetings() == 0
    with hold(TWO_BEFORE + timedelta(days=1)):
        assert remind_of_meetings() == 0
    assert letters() == sorted([mother.carer.email, person(LEAD).email])
    theirs = Dispatch.objects.get(template="meeting_soon", address=mother.carer.email).body
    assert "You told us that you can come" in theirs and "Friday 27 November 2026 at 2pm" in theirs
    assert "/come/" in theirs and "Ayaan" not in theirs


def test_one_called_or_moved_so_late_that_its_letter_reminds_is_not_told_again(world):
    with hold(TWO_BEFORE):
        called()
    with hold(TWO_BEFORE + timedelta(days=1)):
        assert remind_of_meetings() == 0
    assert letters() == []


def test_one_that_moved_is_told_of_for_its_new_day(world):
    meeting = called()
    with hold(TWO_BEFORE):
        assert remind_of_meetings() == 1
        [waiting] = Dispatch.objects.filter(template="meeting_soon", to_ref__startswith="carer:")
        assert "We do not know yet whether you can come" in waiting.body
        move(meeting.pk, wanted(held_on=THEN + timedelta(days=14)), by=who(LEAD))
        assert remind_of_meetings() == 0
    with hold(TWO_BEFORE + timedelta(days=14)):
        assert remind_of_meetings() == 1


def test_one_that_is_cancelled_is_told_of_no_more(world):
    meeting = called()
    cancel(meeting.pk, by=who(LEAD))
    with hold(TWO_BEFORE):
        assert not remind(meeting.pk, meeting.authority_id)
        assert remind_of_meetings() == 0
    assert letters() == []


@pytest.mark.parametrize("hour", [datetime(2026, 11, 25, 5, tzinfo=UTC), datetime(2026, 11, 28, 10, tzinfo=UTC)])
def test_nobody_is_written_to_at_night_or_at_the_weekend(world, hour):
    called(on=date(2026, 11, 30) if hour.weekday() == 5 else THEN)
    with hold(hour):
        assert remind_of_meetings() == 0


def test_one_meeting_that_fails_holds_up_no_other(world, monkeypatch, caplog):
    first, second = called(), called(on=date(2026, 11, 26))
    from meetings import soon

    def failing(key, authority):
        if key == first.pk:
            raise ValueError("a broken row")
        return remind(key, authority)

    monkeypatch.setattr(soon, "remind", failing)
    with hold(TWO_BEFORE):
        assert remind_of_meetings() == 1
    assert Meeting.objects.get(pk=second.pk).reminded_on and not Meeting.objects.get(pk=first.pk).reminded_on
    assert f"nobody can be reminded of meeting {first.pk}" in caplog.text
