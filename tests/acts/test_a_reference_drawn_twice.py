"""Two requests may draw the same reference. Nobody's Send fails for it."""

import pytest
from django.db import IntegrityError, connection

from cases.models import Case
from tests.factories.requests import received

pytestmark = pytest.mark.django_db
TAKEN, FREE = "SAL-3333-333Q", "SAL-4444-444R"


@pytest.fixture
def drawn(world, monkeypatch):
    """One case under the taken reference, and then the draws that are told."""

    def told(*references: str) -> list[str]:
        left = list(references)
        monkeypatch.setattr("cases.new_case.new_reference", lambda letters: left.pop(0))
        return left

    told(TAKEN)
    received()
    return told


def test_it_is_drawn_again(drawn):
    left = drawn(TAKEN, TAKEN, FREE, "never asked for")
    assert received().case.reference == FREE
    assert left == ["never asked for"]


def test_one_that_is_taken_between_the_look_and_the_save_is_drawn_again_too(drawn, monkeypatch):
    drawn(TAKEN, FREE)
    monkeypatch.setattr("django.db.models.query.QuerySet.exists", lambda self: False)
    assert received().case.reference == FREE


def test_three_draws_and_no_more(drawn):
    drawn(TAKEN, TAKEN, TAKEN)
    with pytest.raises(IntegrityError, match="one_case_a_reference"):
        received()


def test_nothing_is_half_saved(drawn):
    drawn(TAKEN, FREE)
    received()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert {case.reference: case.child.case_ref for case in Case.objects.all()} == {
        case.reference: case.pk for case in Case.objects.all()
    }
