"""The pages of what the council promised."""

from datetime import timedelta

import pytest

from cases.actions.commitments import keep_commitment
from cases.models import Commitment
from core import clock
from core.past import hold
from tests.acts.test_commitments import promised
from tests.pages.reading import text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db


def typed(**more) -> dict:
    said = {
        "what": "Every final plan within 20 weeks", "source": "SEND strategy, page 12", "due_on_day": "28",
        "due_on_month": "12", "due_on_year": "2026", "owner": str(person("carys").pk), "stands": "amber",
    }  # fmt: skip
    return said | more


def test_one_is_written_down_changed_and_met(desk):
    carys = desk.as_("carys")
    assert "Nothing is written down yet." in text_of(carys.get("/strategy/"))
    answer = carys.post("/strategy/add/", typed(stands=""))
    assert "SEND strategy, page 12" in answer.content.decode(), "nothing typed is lost"
    page = text_of(answer)
    assert "There is a problem" in page and "Choose how it stands" in page
    assert carys.post("/strategy/add/", typed()).status_code == 302
    page = text_of(carys.get("/strategy/"))
    assert "1 commitment is still to be met." in page and "Amber: at risk" in page and "Carys" in page
    one = f"/strategy/{Commitment.objects.get().pk}/"
    assert "Friday" not in text_of(carys.get(one)) and "Monday 28 December 2026" in text_of(carys.get(one))
    page = text_of(carys.post(f"{one}change/", typed(stands="met", seen="1")))
    assert "Enter the day it was met" in page and "Say what shows that it is met" in page
    met = typed(
        stands="met", seen="1", evidence="Board, 17 November.", met_on_day="17", met_on_month="11", met_on_year="2026"
    )
    assert carys.post(f"{one}change/", met).status_code == 302
    assert "Everything that was promised is met." in text_of(carys.get("/strategy/"))
    page = text_of(carys.get(one))
    assert "Board, 17 November." in page and "Version 2, Carys" in page and "Version 1, Carys" in page
    answer = carys.post(f"{one}change/", typed(seen="1"))
    assert answer.status_code == 409 and "Somebody changed it while you wrote" in text_of(answer)


def test_what_is_past_its_day_says_so(desk):
    keep_commitment(None, promised(due_on=clock.today()), by=who("carys"))
    with hold(clock.now() + timedelta(days=2)):
        page = text_of(desk.as_("carys").get("/strategy/"))
    assert "1 of them past its day" in page and "2 days late" in page


def test_others_do_not_know_it(desk):
    row = keep_commitment(None, promised(), by=who("carys"))
    for name in ("ben", "dev", "stella", "commissioner", "irene"):
        client = desk.as_(name)
        assert client.get(f"/strategy/{row.pk}/").status_code == 404
        assert ("Strategy" in text_of(client.get("/services/"))) is (name == "irene")
