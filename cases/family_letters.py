"""Letters to families that come by the clock and tell of no single event. None names a child."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from cases.models import Case
from notices.post_office import write
from notices.words import Channel


@dataclass(frozen=True)
class ByTheClock:
    """To whom a letter goes, and by which case it is filed."""

    key: UUID
    """Names what it tells of; with template and reader it makes the letter one of its kind."""
    reader_ref: str
    address: str
    case: Case


def write_by_the_clock(template: str, to: ByTheClock, context: dict[str, Any]) -> bool:
    """Writes it once for ever: says whether it is new. Raises ValueError for an address nothing could reach."""
    with translation.override(settings.LANGUAGE_CODE):
        text = render_to_string(f"letters/{template}.txt", {"case": to.case, **context})
    subject, _, body = text.partition("\n")
    return write(
        authority_id=to.case.authority_id, key=to.key, template=template, reader_ref=to.reader_ref, address=to.address,
        subject=subject.removeprefix("Subject: ").strip(), body=body.strip() + "\n", channel=Channel.EMAIL,
        case_ref=to.case.pk,
    )  # fmt: skip
