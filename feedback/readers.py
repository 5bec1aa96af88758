"""Who is written to when feedback is asked for."""

from cases.models import Case
from feedback.models import Ask
from ledger.models import Entry
from meetings.readers import address_of, ref_of
from notices.readers import Reader


def asked(entry: Entry, case: Case) -> list[Reader]:
    """Everybody who is asked what they made of the meeting an event names, and has an address."""
    rows = Ask.objects.filter(meeting=entry.facts["meeting"], by_letter=True).order_by("pk")
    rows = rows.select_related("invitee__person", "invitee__carer", "invitee__around")
    return [Reader(ref_of(row.invitee), address_of(row.invitee)) for row in rows]
