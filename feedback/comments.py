"""What people wrote about meetings, for those who sort it: without a name, a case or a day. The first argument is who
asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from accounts.selectors import names_of
from accounts.who import Who
from cases.powers import READS_COMMENTS
from core.refusals import NotAllowed
from feedback.models import Answer, Sorting
from feedback.themes import ThemeSeen, themes_of
from feedback.words import Group, audience_of

PAGE = 25


@dataclass(frozen=True)
class CommentSeen:
    """One comment. Where somebody looked it up: the reference, who did, and when."""

    ticket: UUID
    group: Group
    words: str
    codes: tuple[str, ...]
    sorted_at: datetime | None
    themes: tuple[ThemeSeen, ...]
    reference: str
    meeting: UUID | None
    looked_up_by: str
    looked_up_at: object


def comments(who: Who, *, sorted_: bool = False, number: str = "1") -> Page:
    """A page of comments that wait to be sorted, or of those that were: in no order that tells when they came."""
    rows = _rows(who).filter(_is_sorted() if sorted_ else ~_is_sorted())
    page = Paginator(rows.order_by("ticket"), PAGE).get_page(number)
    page.object_list = _seen(who, list(page.object_list))
    return page


def comment_seen(who: Who, ticket: UUID) -> CommentSeen:
    """One comment. Raises NotAllowed, Answer.DoesNotExist."""
    return _seen(who, [_rows(who).get(ticket=ticket)])[0]


def how_many_wait(who: Who) -> int:
    """How many comments nobody has sorted yet."""
    return _rows(who).filter(~_is_sorted()).count()


def _is_sorted() -> Exists:
    return Exists(Sorting.objects.filter(answer=OuterRef("pk"), sorted_at__isnull=False))


def _rows(who: Who) -> QuerySet[Answer]:
    if not who.roles & READS_COMMENTS:
        raise NotAllowed("reads no comments")
    return Answer.objects.filter(authority_id=who.authority_id).exclude(words="").select_related("ask", "case")


def _seen(who: Who, rows: list[Answer]) -> list[CommentSeen]:
    themes = themes_of(who.authority_id)
    held = {one.answer_id: one for one in Sorting.objects.filter(answer__in=[row.pk for row in rows])}
    looked = {one.looked_up_by for one in held.values()} - {""}
    names = names_of(looked) if looked else {}
    return [_one(row, held.get(row.pk), themes, names) for row in rows]


def _one(row: Answer, held: Sorting | None, themes: dict, names: dict) -> CommentSeen:
    codes = tuple(held.codes) if held else ()
    offered = tuple(one for one in themes[audience_of(Group(row.ask.group))] if not one.ended or one.code in codes)
    found = held is not None and held.looked_up_at is not None
    return CommentSeen(
        ticket=row.ticket, group=Group(row.ask.group), words=row.words, codes=codes,
        sorted_at=held.sorted_at if held else None, themes=offered, reference=row.case.reference if found else "",
        meeting=row.ask.meeting_id if found else None, looked_up_by=names.get(held.looked_up_by, "") if held else "",
        looked_up_at=held.looked_up_at if held else None,
    )  # fmt: skip
