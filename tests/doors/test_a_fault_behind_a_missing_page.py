"""A row that is missing in the middle of an act answers like a wrong address, and is not hidden from the log."""

import pytest

from accounts.models import Team
from tests.factories.requests import received

pytestmark = pytest.mark.django_db


def test_a_fault_in_the_middle_of_an_act_is_logged_without_a_word_of_it(world, desk, monkeypatch, caplog):
    first, second = received().case.reference, received().case.reference

    def fails(*args, **kwargs):
        raise Team.DoesNotExist("Ayaan Chowdhury")

    monkeypatch.setattr("desk.joining.join", fails)
    answer = desk.as_("ben").post(f"/requests/{second}/same/", {"into": first, "reason": "One child."})
    assert answer.status_code == 404
    (line,) = [record for record in caplog.records if record.name == "door.page"]
    assert line.levelname == "ERROR"
    assert line.getMessage() == "not there while posting to requests/<str:reference>/same/: Team.DoesNotExist"
    assert line.exc_info[0] is Team.DoesNotExist


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_wrong_address_is_not_a_fault(world, desk, caplog, method):
    getattr(desk.as_("dev"), method)("/requests/SAL-3333-3333/")
    desk.as_("ben").get("/requests/SAL-3333-3333/")
    assert [record for record in caplog.records if record.name == "door.page"] == []
