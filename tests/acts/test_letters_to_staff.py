"""A letter that no event tells of, such as the morning's: written once for ever, and only to who still works here."""

from uuid import uuid4

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test.utils import override_settings

from accounts.models import Membership, Person, Preference
from cases.audience import still_may_have
from notices import post_office
from notices.addresses import address_for
from notices.models import Dispatch
from notices.tasks import deliver
from notices.words import Channel
from tests.acts.together import at_once
from tests.personas import SALFORD, THURROCK, person

KEY = uuid4()
pytestmark = pytest.mark.django_db
TEXTS = override_settings(NOTIFY_KEY="a key", NOTIFY_TEXT_TEMPLATE="a template")


def write(**changes) -> bool:
    reader = person("carys")
    return post_office.write(
        **{
            "authority_id": SALFORD,
            "key": KEY,
            "template": "morning",
            "reader_ref": f"person:{reader.pk}",
            "address": reader.email,
            "subject": "Two things for today",
            "body": "Look at the queue.\n",
            "channel": Channel.EMAIL,
            **changes,
        }
    )


def why_not() -> str:
    deliver()
    return Dispatch.objects.get().stopped_because


def test_it_is_written_once_and_delivered(world):
    assert write() is True
    assert write(subject="Three things", address="other@people.example") is False
    assert deliver() == 1
    assert [(message.subject, message.to) for message in mail.outbox] == [
        ("Two things for today", ["carys@people.example"])
    ]
    assert write() is False
    assert deliver() == 0


def test_another_key_template_reader_or_council_is_another_letter(world):
    assert write()
    for change in (
        {"key": uuid4()},
        {"template": "urgent"},
        {"reader_ref": f"person:{uuid4()}"},
        {"authority_id": THURROCK},
    ):
        assert write(**change), change


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_four_writers_at_once_write_one_letter(world):
    answers = at_once(*[write] * 4)
    assert sorted(answers) == [False, False, False, True]
    assert Dispatch.objects.count() == 1


def test_who_left_yesterday_has_no_letter_today(world):
    write()
    Membership.objects.filter(person=person("carys")).update(until="2026-11-17")
    assert why_not() == "Its reader no longer works here."
    assert mail.outbox == []


def test_who_leaves_today_has_it_today(world):
    write()
    Membership.objects.filter(person=person("carys")).update(until="2026-11-18")
    assert why_not() == ""
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("change", [{"since": "2026-11-19"}, {"authority_id": THURROCK, "team": None}])
def test_who_starts_tomorrow_or_works_elsewhere_has_none(world, change):
    write()
    Membership.objects.filter(person=person("carys")).update(**change)
    assert why_not() == "Its reader no longer works here."


def test_who_may_not_sign_in_has_none(world):
    write()
    Person.objects.filter(pk=person("carys").pk).update(is_active=False)
    assert why_not() == "Its reader no longer works here."


def test_an_address_changed_since_is_not_written_to(world):
    write()
    Person.objects.filter(pk=person("carys").pk).update(email="new@people.example")
    assert why_not() == "The address has changed since the letter was written."


@TEXTS
@pytest.mark.parametrize(
    ("now", "reason"),
    [("07700 900982", ""), ("+44 7700 900982", ""), ("07700 900983", "The address has changed"), ("", "The address")],
)
def test_a_text_goes_to_the_number_they_chose_however_it_was_typed(world, now, reason):
    reader = person("carys")
    Preference.objects.create(authority_id=SALFORD, person=reader, mobile=now)
    assert write(channel=Channel.TEXT, address="07700 900982", subject="")
    assert Dispatch.objects.get().address == "+447700900982"
    assert (still_may_have(Dispatch.objects.get()) or "").startswith(reason)
    assert bool(still_may_have(Dispatch.objects.get())) == bool(reason)


def test_where_no_text_can_be_sent_none_is_written(world):
    with pytest.raises(ValueError, match="no text"):
        write(channel=Channel.TEXT, address="07700 900982")
    assert not Dispatch.objects.exists()


def test_a_printed_letter_is_not_the_postmans(world):
    assert write(channel=Channel.PRINT, address="Carys Rees\n1 Chapel Street\nSalford\nM3 5DX")
    assert deliver() == 0


@pytest.mark.parametrize(
    ("channel", "typed", "kept"),
    [
        (Channel.EMAIL, " a@b.example ", "a@b.example"),
        (Channel.TEXT, "07700 900 982", "+447700900982"),
        (Channel.TEXT, "+44 (0)7700-900982", "+447700900982"),
        (Channel.TEXT, "0044 7700 900982", "+447700900982"),
        (Channel.TEXT, "+353 85 012 3456", "+353850123456"),
        (Channel.PRINT, "A B\r\n\r\n 1  High Street \r\nSalford", "A B\n1 High Street\nSalford"),
    ],
)
def test_an_address_is_kept_in_one_form(channel, typed, kept):
    assert address_for(channel, typed) == kept


NOT_ADDRESSES = [
    (Channel.EMAIL, ""),
    (Channel.EMAIL, "nobody"),
    (Channel.EMAIL, "a@b.example\nBcc: c@d.example"),
    (Channel.TEXT, ""),
    (Channel.TEXT, "0161 496 0142"),
    (Channel.TEXT, "+44 161 496 0142"),
    (Channel.TEXT, "77"),
    (Channel.TEXT, "a@b.example"),
    (Channel.PRINT, ""),
    (Channel.PRINT, "A B\nSalford"),
    (Channel.PRINT, "1\n2\n3\n4\n5\n6\n7\n8"),
]


@pytest.mark.parametrize(("channel", "typed"), NOT_ADDRESSES)
def test_what_cannot_be_reached_is_refused_and_postgresql_would_refuse_it_too(world, channel, typed):
    with pytest.raises(ValueError, match="not "):
        address_for(channel, typed)
    if typed not in {"0161 496 0142", "+44 161 496 0142"}:
        with pytest.raises(IntegrityError), transaction.atomic():
            Dispatch.objects.create(authority_id=SALFORD, entry_ref=KEY, template="t", channel=channel, address=typed)


def test_a_channel_nobody_knows_is_refused(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        Dispatch.objects.create(authority_id=SALFORD, entry_ref=KEY, template="t", channel="crow", address="a@b.c")
