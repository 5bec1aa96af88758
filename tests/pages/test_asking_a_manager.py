"""The page on which a manager is asked to look at a case, and the one on which they answer."""

import pytest

from cases.models import Task
from tests.acts.test_in_touch import led
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import person

pytestmark = pytest.mark.django_db
WORRY = "The school says it cannot keep him after Christmas."


def test_asked_in_one_page_and_answered_on_another(desk):
    referral = led()
    at = f"/cases/{referral.case.reference}/tasks/manager/"
    lead = desk.as_("engagement_lead")
    assert f'href="{at}"' in lead.get(f"/cases/{referral.case.reference}/").content.decode()
    assert "Carys, Operational manager" in text_of(lead.get(at))
    given = {"because": WORRY, "person": person("carys").pk, "within": "2"}
    page = text_of(lead.post(at, given, follow=True))
    assert "Carys is asked, and you are told when they answer." in page and WORRY in page
    task = Task.objects.get(kind="escalation")
    carys = desk.as_("carys")
    assert "Look at this case, and answer whoever asks you to" in text_of(carys.get("/work/"))
    address = f"/cases/{referral.case.reference}/tasks/{task.pk}/"
    assert_an_error_by_the_book(carys.post(address, {"note": ""}), "Write what you decided, and why")
    carys.post(address, {"note": "I ring the school today."})
    page = text_of(desk.as_("engagement_lead").get(address))
    assert "The answer I ring the school today." in page


def test_what_was_typed_stays_where_something_is_wanting(desk):
    referral = led()
    at = f"/cases/{referral.case.reference}/tasks/manager/"
    lead = desk.as_("engagement_lead")
    page = lead.post(at, {"because": WORRY, "within": "2"})
    assert_an_error_by_the_book(page, "Choose who should look")
    assert WORRY in page.content.decode()
    lead.post(at, {"because": WORRY, "person": person("carys").pk, "within": "2"})
    again = lead.post(at, {"because": "Another", "person": person("hal").pk, "within": "2"})
    assert again.status_code == 409
    assert "A manager was asked to look at this case already" in text_of(again) and "Another" in text_of(again)
