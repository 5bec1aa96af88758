"""The morning letter, the urgent one, and the one about idle accounts. None names a child, in its subject or below."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from accounts.models import Authority, Person
from cases.ladder import Rung
from cases.standing_by import Hearer
from notices.channels import can_text
from notices.post_office import write
from notices.words import Channel
from statute.timetable import duty

AT_MOST = 40
"""Deadlines named in one letter; the page has them all."""


@dataclass(frozen=True)
class Line:
    """One deadline as a letter tells it."""

    reference: str
    code: str
    counted_from: date
    rung: Rung
    plan_for: date
    due_strict: date
    due_ordinary: date
    recover_by: date | None
    covers_for: str

    @property
    def what(self) -> str:
        """The duty, in words; of a rule that is not in the book, its code, so that somebody hears of it at all."""
        try:
            return duty(self.code, self.counted_from).what
        except KeyError:
            return self.code

    @property
    def url(self) -> str:
        """Where it is dealt with."""
        return settings.DESK_URL + reverse("desk:case", args=[self.reference], urlconf="sendpath.urls_desk")


def write_morning(authority: Authority, hearer: Hearer, key: UUID, lines: list[Line], more: dict) -> bool:
    """The one letter of a morning. Says whether it is new; for somebody who reads the page there is none."""
    if not hearer.reads_letters:
        return False
    return _write("morning", authority, hearer, key, lines, Channel.EMAIL, more)


def write_urgent(authority: Authority, hearer: Hearer, key: UUID, lines: list[Line]) -> bool:
    """What is late and now theirs to act on, apart from the morning's letter."""
    if hearer.mobile and can_text():
        return _write("urgent_text", authority, hearer, key, lines, Channel.TEXT, {})
    return _write("urgent", authority, hearer, key, lines, Channel.EMAIL, {})


def _write(
    template: str, authority: Authority, hearer: Hearer, key: UUID, lines: list[Line], channel: Channel, more: dict
) -> bool:
    context = {
        "authority": authority, "hearer": hearer, "count": len(lines), "lines": lines[:AT_MOST],
        "beyond": max(0, len(lines) - AT_MOST), "work_url": _work_url(), **more,
    }  # fmt: skip
    with translation.override(settings.LANGUAGE_CODE):
        text = render_to_string(f"letters/{template}.txt", context)
    subject, _, body = text.partition("\n")
    return write(
        authority_id=authority.pk, key=key, template=template, reader_ref=hearer.ref,
        address=hearer.mobile if channel == Channel.TEXT else hearer.address,
        subject=subject.removeprefix("Subject: ").strip(), body=body.strip() + "\n", channel=channel,
    )  # fmt: skip


def write_idle(authority: Authority, admin: Person, key: UUID, closed: list[Person]) -> bool:
    """Tells an administrator whose accounts were closed tonight because nobody used them."""
    people_url = settings.DESK_URL + reverse("desk:people", urlconf="sendpath.urls_desk")
    context = {"authority": authority, "admin": admin, "closed": closed, "people_url": people_url}
    with translation.override(settings.LANGUAGE_CODE):
        text = render_to_string("letters/idle.txt", context)
    subject, _, body = text.partition("\n")
    return write(
        authority_id=authority.pk, key=key, template="idle", reader_ref=f"person:{admin.pk}", address=admin.email,
        subject=subject.removeprefix("Subject: ").strip(), body=body.strip() + "\n", channel=Channel.EMAIL,
    )  # fmt: skip


def _work_url() -> str:
    return settings.DESK_URL + reverse("desk:work", urlconf="sendpath.urls_desk")
