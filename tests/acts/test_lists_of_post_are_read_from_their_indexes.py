"""However many letters were ever sent, the postman, the asker and the pages of post read only those that are theirs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.letters import letters_to_print, post_in_trouble, posted_today
from notices.chase import ask_after_all
from notices.models import Dispatch
from notices.selectors import undelivered_count
from notices.tasks import deliver
from tests.pages.test_query_counts import steps_of
from tests.personas import SALFORD, who

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
QUESTIONS = {
    "letters_waiting": lambda: deliver(),
    "letters_to_ask_after": lambda: ask_after_all(),
    "letters_nobody_dealt_with": lambda: undelivered_count(SALFORD),
    "letters_in_trouble": lambda: list(post_in_trouble(who("carys")).object_list),
    "letters_to_print": lambda: list(letters_to_print(who("carys")).object_list),
    "letters_posted": lambda: posted_today(who("carys")),
}

ALIKE = {"letters_in_trouble": ["letters_nobody_dealt_with"]}
"""A count may be taken from another one that is as small."""


@pytest.fixture
def years_of_post(world) -> None:
    sent = timezone.now() - timedelta(days=30)
    Dispatch.objects.bulk_create(
        Dispatch(
            authority_id=SALFORD, entry_ref=f"00000000-0000-7000-8000-{number:012}", template="t", to_ref="team:x",
            address="a@b.example", sent_at=sent, carrier="mail", carrier_ref="x", attempts=1,
        )
        for number in range(5000)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE notices_dispatch")


@pytest.mark.parametrize("index", QUESTIONS)
def test_it_is_read_from_its_index(years_of_post, index):
    with CaptureQueriesContext(connection) as asked:
        QUESTIONS[index]()
    about = [one["sql"] for one in asked if 'FROM "notices_dispatch"' in one["sql"]]
    reads = [sql for sql in about if '"instead_of_id" IN' not in sql]
    assert reads
    for sql in reads:
        scans = [step for step in steps_of(sql.replace(" FOR UPDATE SKIP LOCKED", "")) if "Scan" in step["Node Type"]]
        assert "Seq Scan" not in {step["Node Type"] for step in scans}, sql
        assert {step["Index Name"] for step in scans if "Index Name" in step} <= {index, *ALIKE.get(index, ())}, sql
