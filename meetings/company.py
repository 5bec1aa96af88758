"""Who must not meet whom, asked again whenever it matters: a bar may be put after somebody was asked."""

from collections.abc import Iterable

from django.db.models import Q

from cases.secrecy import is_barred_anywhere, records_of_child
from cases.secret_letters import holds_hidden, people_who_are
from meetings.models import Invitee
from people.models import Around
from people.words import Relationship

WORKS_WITH_THE_CHILD = Q(person__isnull=False) | Q(carer__relationship=Relationship.PROFESSIONAL)
"""Whom of those asked the family is told by name; nobody of the family is named to anybody else."""


def known_as(row: Invitee) -> list[Around]:
    """Who somebody asked is around the child: by their request, their row, or the address they gave."""
    if row.carer:
        return people_who_are(row.carer, row.case_id)
    here = Around.objects.filter(case_ref__in=records_of_child(row.case_id), mistaken_at=None)
    if row.around_id:
        return list(here.filter(pk=row.around_id))
    return list(here.filter(email__iexact=row.email)) if row.email else []


def is_barred(row: Invitee) -> bool:
    """Whether somebody asked may not be told where the child is."""
    return row.person_id is None and any(is_barred_anywhere(one) for one in known_as(row))


def must_not_meet(asked: Iterable[Invitee]) -> bool:
    """Whether somebody is barred, and anybody else of the family, or the child, is asked with them."""
    family = [row for row in asked if row.person_id is None]
    return len(family) > 1 and any(is_barred(row) for row in family)


def hides_from(row: Invitee) -> bool:
    """Whether a meeting may no longer be shown to somebody who was asked: they were barred since, and are not alone."""
    return is_barred(row) and must_not_meet(Invitee.objects.filter(meeting=row.meeting_id, taken_out_at=None))


def open_to(row: Invitee, text: str) -> str:
    """What a meeting says, for somebody asked to it: nothing where it holds an address they may not be told."""
    if not text or row.person_id:
        return text
    return "" if holds_hidden(row.case_id, text, known_as(row)) else text
