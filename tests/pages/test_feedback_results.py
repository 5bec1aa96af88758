"""What people made of meetings, added up."""

import csv
from io import StringIO

import pytest

from tests.acts.test_feedback import held
from tests.factories.feedback import answered
from tests.pages.reading import text_of

pytestmark = pytest.mark.django_db
PAGE, FILE = "/feedback/", "/feedback/download/"


def rows(client, path=FILE) -> list[list[str]]:
    return list(csv.reader(StringIO(client.get(path).content.decode())))


def means(client, table="Mean") -> dict:
    return {(row[1], row[2]): (row[4], row[5]) for row in rows(client) if row and row[0] == table}


@pytest.fixture
def five_meetings(world):
    """Five parents answered as each can, and five leads, of whom one said nothing of the meeting's success."""
    for listened, confidence, mam in ((5, 4, 4.5), (4, 4, 5), (5, 3, 4), (4, 5, None), (5, 5, 4.5)):
        held()
        answered("parent", {"listened": listened, "confidence": confidence}, "They let me finish.")
        answered("lead", {"sharing": 3.5} if mam is None else {"sharing": 3.5, "mam": mam})


def test_the_sums_are_those_that_a_hand_works_out(five_meetings, desk):
    """Listened to: 23 of five is 4.6. Confidence: 21 is 4.2. Sharing: 17.5 is 3.5. Four said something of success."""
    carys = desk.as_("carys")
    found = means(carys)
    assert found["Parents and carers", "Listened to"] == ("5", "4.6")
    assert found["Parents and carers", "Confidence and trust"] == ("5", "4.2")
    assert found["Parents and carers", "Understood"] == ("0", "")
    assert found["Engagement leads", "Information sharing"] == ("5", "3.5")
    assert found["Engagement leads", "MAM successful"] == ("0", "")
    said = text_of(carys.get(PAGE))
    assert "Listened to" in said and "4.6" in said and "4.2" in said
    assert "Engagement leads" in said and "Other professionals" in said and "Nurseries, schools and colleges" in said
    rates = {row[1]: row[3:] for row in rows(carys) if row and row[0] == "How many answered" and row[2] == "Everywhere"}
    assert rates["Parents and carers"] == ["5", "5", "100%"]
    assert rates["Other professionals"] == ["10", "0", "0%"]


def test_one_more_changes_nothing_that_is_shown_until_there_are_five(five_meetings, desk):
    carys = desk.as_("carys")
    before = means(carys)
    held()
    answered("parent", {"listened": 1, "confidence": 1, "understood": 1})
    assert means(carys) == before


def test_over_time_by_quarter_or_month_and_by_locality(five_meetings, desk):
    carys = desk.as_("carys")
    said = text_of(carys.get(PAGE))
    assert "Oct to Dec 2026" in said and "Jan to Mar 2025" in said
    assert "Nov 2026" in text_of(carys.get(f"{PAGE}?by=month"))
    times = [row for row in rows(carys) if row and row[0] == "Over time" and row[2] == "Listened to"]
    assert [row[3:] for row in times if row[4] != "0"] == [["Oct to Dec 2026", "5", "4.6"]]
    places = [row for row in rows(carys) if row and row[0] == "By locality" and row[2] == "Listened to"]
    assert [row[3:] for row in places] == [["Elsewhere, not known, or kept apart", "5", "4.6"]]


def test_nothing_that_somebody_wrote_and_no_case_stands_in_it(five_meetings, desk):
    for reader in ("carys", "analyst", "locality_manager"):
        for path in (PAGE, FILE):
            page = desk.as_(reader).get(path).content
            assert b"They let me finish" not in page and b"SAL-" not in page


def test_another_council_has_its_own(five_meetings, desk):
    assert set(means(desk.as_("irene")).values()) == {("0", "")}
    assert "Nobody was asked yet." in text_of(desk.as_("irene").get(PAGE))
