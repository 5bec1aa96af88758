"""Emails and texts through GOV.UK Notify: once each, whatever it answers; and what became of them comes home."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Preference
from notices import chase
from notices.channels import can_text
from notices.models import Dispatch
from notices.postman import TRIES
from notices.tasks import ask_after, deliver
from notices.words import Carrier, Channel, Standing
from tests.acts.notify import EMAIL_TEMPLATE, KEY, TEXT_TEMPLATE, Notify
from tests.acts.test_letters_to_staff import write
from tests.acts.test_the_outbox import when_due
from tests.acts.together import at_once
from tests.factories.requests import received
from tests.personas import SALFORD, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def notify(settings):
    with Notify() as notify:
        settings.NOTIFY_KEY, settings.NOTIFY_URL = KEY, notify.address
        settings.NOTIFY_EMAIL_TEMPLATE, settings.NOTIFY_TEXT_TEMPLATE = EMAIL_TEMPLATE, TEXT_TEMPLATE
        yield notify


@pytest.fixture
def sent(notify, letter) -> Dispatch:
    """A letter that Notify has."""
    deliver()
    letter.refresh_from_db()
    return letter


def later() -> None:
    """Lets the time until the next question go by."""
    Dispatch.objects.exclude(asked_at=None).update(asked_at=timezone.now() - timedelta(minutes=10))


def test_an_email_goes_to_notify_under_our_key_and_its_own_key_is_the_proof(sent, notify):
    taken = notify.taken[sent.carrier_ref]
    assert taken["email_address"] == "nasreen@families.example"
    assert taken["reference"] == str(sent.pk)
    assert taken["personalisation"] == {"subject": sent.subject, "body": sent.body}
    assert (sent.carrier, sent.standing) == (Carrier.NOTIFY, Standing.SENT)
    assert mail.outbox == []
    assert deliver() == 0
    assert len(notify.taken) == 1


def test_a_text_goes_to_the_number(world, notify):
    Preference.objects.create(authority_id=SALFORD, person=person("carys"), mobile="07700 900982")
    assert write(channel=Channel.TEXT, address="07700 900982", body="Two dates are at risk.")
    assert deliver() == 1
    (taken,) = notify.taken.values()
    assert (taken["phone_number"], taken["type"]) == ("+447700900982", "sms")
    assert taken["personalisation"]["body"] == "Two dates are at risk."
    assert Dispatch.objects.get().carrier_ref == taken["id"]


def test_with_a_template_for_texts_alone_emails_go_to_the_mail_server(notify, letter, settings):
    settings.NOTIFY_EMAIL_TEMPLATE = ""
    deliver()
    letter.refresh_from_db()
    assert (len(mail.outbox), letter.carrier, letter.carrier_ref) == (1, Carrier.MAIL, f"<{letter.pk}@localhost>")
    assert notify.taken == {}


def test_without_a_template_for_texts_none_can_be_sent(notify, settings):
    assert can_text()
    settings.NOTIFY_TEXT_TEMPLATE = ""
    assert not can_text()


def test_an_answer_that_will_not_change_stops_it_at_once(notify, letter):
    notify.ill = [400]
    deliver()
    letter.refresh_from_db()
    assert (bool(letter.stopped_at), letter.attempts, letter.sent_at) == (True, 1, None)
    assert "would not take it" in letter.stopped_because
    assert letter.last_error.startswith("HTTPError: 400")


def test_a_key_that_was_changed_stops_no_letter_before_it_can_be_put_right(notify, letter):
    notify.ill = [403]
    deliver()
    letter.refresh_from_db()
    assert (letter.stopped_at, letter.sent_at) == (None, None)
    when_due()
    deliver()
    letter.refresh_from_db()
    assert letter.sent_at


def test_a_key_that_stays_wrong_is_named_to_whoever_finds_the_letter(notify, letter):
    notify.always = 403
    for _ in range(TRIES):
        deliver()
        when_due()
    letter.refresh_from_db()
    assert letter.stopped_because == "GOV.UK Notify did not let us in. Tell whoever looks after SENDPath."


@pytest.mark.parametrize("ailment", [429, 500, 502, 503, "hangs up"])
def test_an_answer_that_may_change_is_waited_for_longer_and_longer(notify, letter, ailment):
    notify.always = ailment
    for tried in range(1, TRIES + 1):
        assert deliver() == 1
        assert deliver() == 0, "it waits for its time"
        letter.refresh_from_db()
        assert (letter.attempts, bool(letter.stopped_at)) == (tried, tried == TRIES)
        when_due()
    assert letter.stopped_because == "GOV.UK Notify would not take it."
    assert notify.taken == {}


@pytest.mark.parametrize("ailment", ["takes it and hangs up", "takes it and talks nonsense", "takes it and is slow"])
def test_one_that_was_taken_although_no_answer_came_is_found_there_and_not_sent_twice(
    notify, letter, ailment, monkeypatch
):
    monkeypatch.setattr("notices.notify.PATIENCE", 0.3)
    notify.ill = [ailment]
    deliver()
    letter.refresh_from_db()
    assert letter.sent_at is None
    when_due()
    deliver()
    letter.refresh_from_db()
    assert letter.sent_at
    assert list(notify.taken) == [letter.carrier_ref]


def test_one_that_came_to_nothing_there_is_sent_anew(notify, letter):
    notify.ill = ["takes it and hangs up"]
    deliver()
    notify.becomes("technical-failure")
    when_due()
    deliver()
    letter.refresh_from_db()
    assert letter.carrier_ref == list(notify.taken)[1]


def test_an_answer_slower_than_our_patience_is_given_up_on(notify, letter, monkeypatch):
    monkeypatch.setattr("notices.notify.PATIENCE", 0.2)
    notify.always = "takes it and is slow"
    deliver()
    letter.refresh_from_db()
    assert letter.last_error.startswith("HTTP503Error: 503")


@pytest.mark.parametrize("status", ["permanent-failure", "temporary-failure", "technical-failure"])
def test_one_that_could_not_be_delivered_comes_back(sent, notify, status):
    assert ask_after() == 1
    sent.refresh_from_db()
    assert sent.standing == Standing.SENT
    notify.becomes(status)
    later()
    assert ask_after() == 1
    sent.refresh_from_db()
    assert sent.standing == Standing.RETURNED
    assert sent.returned_because == chase.RETURNED[status]
    assert sent.sent_at, "it did leave, and that stays provable"
    later()
    assert ask_after() == 0


def test_one_that_was_delivered_is_asked_after_no_more(sent, notify):
    notify.becomes("delivered")
    assert ask_after() == 1
    sent.refresh_from_db()
    assert sent.standing == Standing.DELIVERED
    moment = sent.delivered_at
    notify.becomes("permanent-failure")
    later()
    assert ask_after() == 0
    sent.refresh_from_db()
    assert (sent.delivered_at, sent.returned_at) == (moment, None)


@pytest.mark.parametrize("status", ["created", "sending", "pending", "sent", "something new"])
def test_one_that_is_on_its_way_stays_so(sent, notify, status):
    notify.becomes(status)
    assert ask_after() == 1
    sent.refresh_from_db()
    assert sent.standing == Standing.SENT


def test_it_is_not_asked_after_again_at_once_and_never_after_notify_has_forgotten(sent, notify):
    assert ask_after() == 1
    assert ask_after() == 0
    later()
    Dispatch.objects.update(sent_at=timezone.now() - timedelta(days=8))
    assert ask_after() == 0
    assert notify.asked == [sent.carrier_ref]


def test_one_that_notify_does_not_know_does_not_hold_up_the_rest(world, notify):
    received(email="one@families.example")
    received(email="two@families.example")
    deliver()
    gone = Dispatch.objects.order_by("pk").first()
    del notify.taken[gone.carrier_ref]
    notify.becomes("delivered")
    assert ask_after() == 3
    assert Dispatch.objects.filter(delivered_at=None).get() == gone


@pytest.mark.parametrize("ailment", [403, 429, 500, "hangs up"])
def test_while_notify_is_away_nothing_changes_and_nobody_keeps_asking(sent, notify, ailment):
    received()
    deliver()
    before = list(Dispatch.objects.order_by("pk").values_list("delivered_at", "returned_at"))
    notify.always = ailment
    assert ask_after() == 0
    assert list(Dispatch.objects.order_by("pk").values_list("delivered_at", "returned_at")) == before
    notify.always = None
    notify.becomes("delivered")
    later()
    assert ask_after() == 3


def test_mail_that_went_by_the_mail_server_is_not_asked_after(notify, letter, settings):
    settings.NOTIFY_EMAIL_TEMPLATE = ""
    deliver()
    assert ask_after() == 0


def test_without_notify_nobody_is_asked(letter):
    deliver()
    assert ask_after() == 0


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_several_askers_at_once_ask_after_each_letter_once(world, notify, monkeypatch):
    monkeypatch.setattr("notices.chase.BATCH", 3)
    for number in range(5):
        received(email=f"family{number}@families.example")
    deliver()
    notify.becomes("permanent-failure")
    assert sum(at_once(*[ask_after] * 4)) == 10
    assert sorted(notify.asked) == sorted(notify.taken)
    assert not Dispatch.objects.filter(returned_at=None).exists()
