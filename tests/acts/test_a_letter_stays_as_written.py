"""What was said, to whom and where stays as it was written: PostgreSQL refuses every other word for it."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from notices.exact_text import KEPT
from notices.models import Dispatch
from notices.words import Channel
from tests.personas import THURROCK

pytestmark = pytest.mark.django_db
OTHERWISE = {
    "authority": THURROCK,
    "entry_ref": uuid4(),
    "case_ref": uuid4(),
    "template": "settled_help",
    "to_ref": f"carer:{uuid4()}",
    "channel": Channel.TEXT,
    "address": "other@families.example",
    "subject": "We have read your request",
    "body": "No.\n",
    "written_at": timezone.now(),
}
"""Something else for each column that may not change."""


def test_every_column_is_tried():
    assert set(OTHERWISE) == set(KEPT)


@pytest.mark.parametrize("column", KEPT)
def test_it_cannot_be_written_otherwise(letter, column):
    with pytest.raises(IntegrityError, match="a letter stays as it was written"), transaction.atomic():
        Dispatch.objects.filter(pk=letter.pk).update(**{column: OTHERWISE[column]})


@pytest.mark.parametrize("column", KEPT)
def test_nor_by_plain_sql_beside_something_that_may_change(letter, column):
    sql = f"UPDATE notices_dispatch SET attempts = 3, {column} = %s WHERE id = %s"
    with pytest.raises(IntegrityError, match="as it was written"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [str(OTHERWISE[column]), str(letter.pk)])
    letter.refresh_from_db()
    assert letter.attempts == 0


def test_nothing_may_become_something(letter):
    """An empty case is a word too: a letter of no case cannot be given one."""
    free = Dispatch.objects.create(authority_id=letter.authority_id, entry_ref=uuid4(), template="t", address="a@b.c")
    with pytest.raises(IntegrityError, match="as it was written"), transaction.atomic():
        Dispatch.objects.filter(pk=free.pk).update(case_ref=letter.case_ref)


def test_what_becomes_of_it_may_be_noted(letter):
    letter.attempts, letter.sent_at = 1, timezone.now()
    letter.save()
    letter.refresh_from_db()
    assert letter.sent_at
