"""Reading the post, by who may. The first argument is always who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from accounts.selectors import names_of
from accounts.who import Who
from cases import powers, secret_letters, sight
from cases.models import Case
from cases.secrecy import secret_among
from cases.words import Part
from core import clock
from ledger.models import Entry
from notices.models import POSTED, TO_PRINT, TROUBLE, Dispatch
from notices.roster import READ_FIRST
from notices.words import Channel

PAGE = 25
SHEETS = 50
"""Letters printed at once."""

SHOWN = {
    "open": Q(dealt_at=None),
    "stopped": Q(stopped_at__isnull=False, dealt_at=None),
    "returned": Q(returned_at__isnull=False, dealt_at=None),
    "dealt": Q(dealt_at__isnull=False),
}


@dataclass(frozen=True)
class Seen:
    """One letter for a page: with its case's reference, who dealt with or posted it, and what went in its place."""

    letter: Dispatch
    reference: str
    by: str
    replaced_by: Dispatch | None


def letters_open_to(who: Who) -> QuerySet[Dispatch]:
    """The letters ``who`` may read: an overseer every one, others those of cases whose contact they see, without
    those about a concern that is not theirs to know of."""
    letters = Dispatch.objects.filter(authority_id=who.authority_id)
    if who.roles & powers.OVERSEERS:
        return letters
    about = Entry.objects.filter(pk=OuterRef("entry_ref"), part=Part.SAFEGUARDING)
    known = Q(case_ref__in=sight.open_in(who, Part.SAFEGUARDING).values("pk"))
    return letters.filter(
        ~Exists(about) & ~Q(template=READ_FIRST) | known, case_ref__in=sight.open_in(who, Part.CONTACT).values("pk")
    )


def letter_called(who: Who, key: UUID) -> Seen:
    """One letter. Raises ``Dispatch.DoesNotExist`` when it is not theirs to read."""
    return _seen([letters_open_to(who).get(pk=key)])[0]


def post_in_trouble(who: Who, *, show: str = "open", channel: str = "", q: str = "", number: str = "1") -> Page:
    """A page of letters that would not go or came back, newest first."""
    rows = letters_open_to(who).filter(TROUBLE, SHOWN.get(show, SHOWN["open"]))
    if channel in set(Channel):
        rows = rows.filter(channel=channel)
    for word in q.split():
        rows = rows.filter(Q(subject__icontains=word) | Q(address__icontains=word))
    newest_first = rows.order_by(Coalesce("returned_at", "stopped_at").desc(), "-pk")
    return _page(newest_first, number, PAGE)


def letters_to_print(who: Who, *, number: str = "1") -> Page:
    """A page of printed letters that wait for a person, oldest first."""
    return _page(letters_open_to(who).filter(TO_PRINT).order_by("written_at", "pk"), number, SHEETS)


def posted_today(who: Who) -> list[Seen]:
    """What was marked as posted today and can still be taken back, newest first."""
    since = clock.now().astimezone(clock.LONDON).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = letters_open_to(who).filter(POSTED, sent_at__gte=since).order_by("-sent_at", "pk")
    return _seen(rows[:SHEETS])


def sheets(who: Who, keys: Iterable[str]) -> list[Seen]:
    """The printed letters of these keys that wait or were posted, in the order of the list. Others are left out, and so
    is one whose reader may not be told its address any more."""
    known = [key for key in map(_key, keys) if key][:SHEETS]
    rows = letters_open_to(who).filter(channel=Channel.PRINT, pk__in=known).order_by("written_at", "pk")
    secret = secret_among({row.case_ref for row in rows if row.case_ref and not row.sent_at})
    return _seen(row for row in rows if row.case_ref not in secret or secret_letters.why_not(row) is None)


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _page(rows: QuerySet[Dispatch], number: str, size: int) -> Page:
    page = Paginator(rows, size).get_page(number)
    page.object_list = _seen(page.object_list)
    return page


def _seen(letters: Iterable[Dispatch]) -> list[Seen]:
    letters = list(letters)
    about = {letter.case_ref for letter in letters if letter.case_ref}
    references = dict(Case.objects.filter(pk__in=about).values_list("pk", "reference"))
    names = names_of({ref for letter in letters if (ref := letter.dealt_by or letter.posted_by)})
    instead = {row.instead_of_id: row for row in Dispatch.objects.filter(instead_of__in=[one.pk for one in letters])}
    return [
        Seen(
            letter,
            references.get(letter.case_ref, ""),
            names.get(letter.dealt_by or letter.posted_by, ""),
            instead.get(letter.pk),
        )
        for letter in letters
    ]
