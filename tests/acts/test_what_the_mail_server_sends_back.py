"""A letter that a mail server could not deliver comes back to the desk. Everything else anybody may send us does
nothing."""

import io
import mailbox
import random
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from notices.bounces import MOST, Outcome, take
from notices.models import Dispatch
from notices.tasks import deliver
from notices.words import Standing
from tests.factories.requests import received

pytestmark = pytest.mark.django_db

NEVER_WRITTEN = "00000000-0000-7000-8000-000000000000"
REPORT = """\
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: no-reply@localhost
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

--edge
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered to one or more recipients.

--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Wed, 18 Nov 2026 11:02:00 +0000

Final-Recipient: rfc822; nasreen@families.example
Original-Recipient: rfc822;nasreen@families.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <nasreen@families.example>: user unknown

--edge
{returned}

--edge--
"""
HEADERS = "Content-Type: text/rfc822-headers\n\nSubject: We have your request\nMessage-ID: {id}\n"
WHOLE = "Content-Type: message/rfc822\n\nSubject: We have your request\nMessage-ID: {id}\n\nThank you.\n"


def report(message_id: str, *, action: str = "failed", status: str = "5.1.1", returned: str = HEADERS) -> bytes:
    return REPORT.format(action=action, status=status, returned=returned.format(id=message_id)).encode()


@pytest.fixture
def sent(letter) -> Dispatch:
    deliver()
    letter.refresh_from_db()
    return letter


@pytest.mark.parametrize("returned", [HEADERS, WHOLE], ids=["headers", "the whole letter"])
def test_a_letter_that_failed_comes_back(sent, returned):
    assert take(report(sent.carrier_ref, returned=returned)) == Outcome.CAME_BACK
    sent.refresh_from_db()
    assert sent.standing == Standing.RETURNED
    assert sent.returned_because == "The address does not exist (5.1.1)."
    assert sent.sent_at


def test_the_same_report_again_changes_nothing(sent):
    take(report(sent.carrier_ref))
    before = Dispatch.objects.values().get()
    assert take(report(sent.carrier_ref, status="5.7.1")) == Outcome.KNOWN
    assert Dispatch.objects.values().get() == before


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("5.1.1", "The address does not exist (5.1.1)."),
        ("5.2.2 (mailbox full)", "The mailbox is full (5.2.2)."),
        ("5.2.1", "The mailbox is not in use (5.2.1)."),
        ("5.4.4", "The address’s mail server could not be found (5.4.4)."),
        ("5.7.26", "The mail server at the other end refused it (5.7.26)."),
        ("4.4.7", "It could not be delivered for days (4.4.7)."),
        ("5.0.0", "It could not be delivered (5.0.0)."),
        ("", "It could not be delivered."),
        ("nasreen@families.example", "It could not be delivered."),
    ],
)
def test_the_reason_is_a_code_in_words_and_never_what_the_other_server_wrote(sent, status, words):
    take(report(sent.carrier_ref, status=status))
    sent.refresh_from_db()
    assert sent.returned_because == words


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", "", "Failure"])
def test_what_is_only_late_or_went_on_is_left_alone(sent, action):
    assert take(report(sent.carrier_ref, action=action)) == Outcome.NOTHING
    sent.refresh_from_db()
    assert sent.standing == Standing.SENT


@pytest.mark.parametrize(
    "message_id",
    [f"<{NEVER_WRITTEN}@localhost>", "<someone@else.example>", "", "<>", "' OR 1=1 --", f"<{'a' * 5000}@b>"],
)
def test_a_report_of_a_letter_we_never_wrote_marks_nothing(sent, message_id):
    assert take(report(message_id)) in {Outcome.NOT_OURS, Outcome.NOTHING}
    sent.refresh_from_db()
    assert sent.standing == Standing.SENT


def test_a_right_key_under_another_domain_is_not_ours(sent):
    assert take(report(f"<{sent.pk}@elsewhere.example>")) == Outcome.NOT_OURS


def test_a_letter_that_never_left_cannot_come_back(letter):
    assert take(report(f"<{letter.pk}@localhost>")) == Outcome.NOT_OURS
    letter.refresh_from_db()
    assert letter.standing == Standing.WAITING


def garbage() -> list[bytes]:
    dice = random.Random(20261118)
    whole = report(f"<{NEVER_WRITTEN}@localhost>")
    nested = b"".join(b"Content-Type: multipart/report; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    return [
        b"",
        b"\0" * 5000,
        dice.randbytes(20_000),
        b"Content-Type: multipart/report\n\nno edge at all",
        b"Content-Type: multipart/report; boundary=x\n\n--x--\n",
        b"Content-Type: message/delivery-status\n\nAction: failed\n",
        b"Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n"
        b"Content-Transfer-Encoding: base64\n\nQWN0aW9uOiBmYWlsZWQ=\n--x--\n",
        nested,
        *[whole[: dice.randint(1, len(whole))] for _ in range(30)],
        *[bytes(dice.randint(0, 255) if dice.random() < 0.02 else byte for byte in whole) for _ in range(30)],
    ]


@pytest.mark.parametrize("message", garbage(), ids=lambda message: f"{len(message)} bytes")
def test_garbage_does_nothing_and_breaks_nothing(sent, message):
    assert take(message) in {Outcome.NOTHING, Outcome.NOT_OURS}
    sent.refresh_from_db()
    assert sent.standing == Standing.SENT


def handed_in(monkeypatch, message: bytes) -> str:
    """The command with this on its standard input."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(message)))
    call_command("take_bounces", stdout=out, stderr=out)
    return out.getvalue().strip()


def test_the_command_takes_one_from_the_mail_server_and_says_what_it_did(sent, monkeypatch):
    assert handed_in(monkeypatch, report(sent.carrier_ref)) == "Read 1: 1 came back."
    assert handed_in(monkeypatch, report(sent.carrier_ref)) == "Read 1: 1 known already."
    assert handed_in(monkeypatch, b"hello") == "Read 1: 1 not a report of failure."
    assert handed_in(monkeypatch, b"") == "Nothing to read."


def test_a_huge_message_is_read_to_its_end_and_not_kept(sent, monkeypatch):
    huge = io.BytesIO(report(sent.carrier_ref) + b"x" * (3 * MOST))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=huge))
    out = io.StringIO()
    call_command("take_bounces", stdout=out)
    assert out.getvalue() == "Read 1: 1 too large to be read.\n"
    assert huge.tell() == len(huge.getvalue()), "the mail server's pipe was emptied"
    sent.refresh_from_db()
    assert sent.standing == Standing.SENT


def several(world) -> list[bytes]:
    for number in range(3):
        received(email=f"family{number}@families.example")
    deliver()
    letters = Dispatch.objects.filter(template="help_received")
    return [*(report(letter.carrier_ref) for letter in letters), b"Subject: hello\n\nhello\n", b"x" * (MOST + 9)]


def test_a_maildir_is_read_once_and_each_message_kept_as_seen(world, tmp_path):
    box = mailbox.Maildir(tmp_path / "box")
    for message in several(world):
        box.add(message)
    out = io.StringIO()
    call_command("take_bounces", maildir=tmp_path / "box", stdout=out)
    assert out.getvalue() == "Read 5: 3 came back, 1 not a report of failure, 1 too large to be read.\n"
    assert len(list((tmp_path / "box" / "cur").iterdir())) == 5
    out = io.StringIO()
    call_command("take_bounces", maildir=tmp_path / "box", stdout=out)
    assert out.getvalue() == "Nothing to read.\n"


def test_an_mbox_may_be_read_again_and_again(world, tmp_path):
    box = mailbox.mbox(str(tmp_path / "box"))
    for message in several(world):
        box.add(message)
    box.close()
    before = (tmp_path / "box").read_bytes()
    for said in ("3 came back", "3 known already"):
        out = io.StringIO()
        call_command("take_bounces", mbox=tmp_path / "box", stdout=out)
        assert said in out.getvalue()
    assert (tmp_path / "box").read_bytes() == before
    assert Dispatch.objects.exclude(returned_at=None).count() == 3


@pytest.mark.parametrize("option", ["maildir", "mbox"])
def test_a_place_that_is_not_there_is_said(db, option):
    with pytest.raises(CommandError, match="not a Maildir|no file"):
        call_command("take_bounces", **{option: Path("/nowhere/at/all")})


def test_without_a_database_the_mail_server_is_asked_to_come_again(sent, monkeypatch, tmp_path):
    def gone(message):
        raise DatabaseError("gone")

    box = mailbox.Maildir(tmp_path / "box")
    box.add(report(sent.carrier_ref))
    monkeypatch.setattr("notices.management.commands.take_bounces.take", gone)
    with pytest.raises(SystemExit) as ended:
        call_command("take_bounces", maildir=tmp_path / "box", stderr=io.StringIO())
    assert ended.value.code == 75
    assert len(list((tmp_path / "box" / "new").iterdir())) == 1, "it is still new"
