"""The pages about what may harm a child and what protects one."""

import pytest

from cases.actions.factors import note_factor
from cases.factor_words import Factor
from cases.models import CaseFactor
from cases.words import Capacity
from tests.acts.test_factors import case, evidence  # noqa: F401  a case
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
SENT = {
    "kind": "absent", "evidence": "Away 14 days of 30.", "seen_by": "Mr Okafor", "whence": "record",
    "since_day": "1", "since_month": "10", "since_year": "2026",
}  # fmt: skip


def test_one_is_written_down_and_ended_and_nothing_typed_is_lost(desk, case):  # noqa: F811
    ben, here = desk.as_("ben"), f"/cases/{case.reference}/child/factors/"
    assert "Nobody has written anything down yet" in text_of(ben.get(here))
    page = text_of(ben.get(f"{here}harm/"))
    assert "Violence or abuse at home" in page and "Something they enjoy" not in page
    assert "Something they enjoy" in text_of(ben.get(f"{here}protects/"))
    page = text_of(ben.post(f"{here}harm/", SENT | {"kind": ""}))
    assert "There is a problem" in page and "Choose what it is" in page and "Away 14 days of 30." in page
    assert ben.post(f"{here}protects/", SENT).status_code == 200, "a risk is no protection"
    assert ben.post(f"{here}harm/", SENT).status_code == 302
    page = text_of(ben.get(here))
    assert "Often not at school or nursery" in page and "Mr Okafor: from a record or a report." in page
    assert "1 thing that may harm Ayaan, 0 that protect" in text_of(ben.get(f"/cases/{case.reference}/child/"))
    one = f"{here}{CaseFactor.objects.get().pk}/"
    assert "Enter the last day" in text_of(ben.post(one, {"how": "over", "because": "Comes every day."}))
    assert ben.post(one, {"how": "mistake", "because": "Another child’s."}).status_code == 302
    page = text_of(ben.get(here))
    assert "No longer so" in page and "Written down by mistake." in page and "Another child’s." in page
    assert ben.get(one).status_code == 302, "it has ended"


def test_a_service_reads_what_it_may_and_changes_nothing(desk, case):  # noqa: F811
    note_factor(case.pk, evidence(Factor.VIOLENCE, "Shouting was heard."), by=who("ben"))
    row = note_factor(case.pk, evidence(Factor.TRUSTED_ADULT, "Talks to Mrs Bell."), by=who("ben"))
    put_on(case, "educational_psychologist", Capacity.SERVICE)
    put_on(case, "health_adviser", Capacity.ADVISER)
    here = f"/cases/{case.reference}/child/factors/"
    page = text_of(desk.as_("educational_psychologist").get(here))
    assert "Talks to Mrs Bell." in page and "Shouting" not in page and "Violence" not in page
    assert "Write down what" not in page and "It is over" not in page
    for name, more in (("educational_psychologist", "harm/"), ("educational_psychologist", f"{row.pk}/")):
        assert desk.as_(name).get(here + more).status_code == 404
    assert desk.as_("health_adviser").get(here).status_code == 404
    assert "that may harm" not in text_of(desk.as_("health_adviser").get(f"/cases/{case.reference}/child/"))


def test_the_family_sees_nothing_of_it(desk, family):
    own = received(by=who("amina")).case
    note_factor(own.pk, evidence(Factor.PARENT_ILL, "Worn out since June."), by=who("ben"))
    amina = family.as_("amina")
    for page in ("", "child/"):
        words = text_of(amina.get(f"/mine/{own.reference}/{page}"))
        assert "Worn out" not in words and "harm" not in words
