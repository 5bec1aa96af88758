"""The support of a child at both doors."""

from datetime import date

import pytest

from cases.words import Capacity
from support.models import SupportCycle
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, TODAY
from tests.acts.test_support import begun, planned, reviewed
from tests.acts.test_who_a_child_is import put_on
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.pages.test_meetings import day

pytestmark = pytest.mark.django_db
KNOWN = {"strengths": "Drums.", "needs": "Quiet.", "family_view": "Tired.", "no_child_because": "He is three."}
AIM = {
    "need": "Reading", "outcome": "Reads a page.", "measure": "Pages", "baseline": "None", "target": "One a day",
}  # fmt: skip
HELP = {
    "what": "Paired reading", "often": "Twice a week", "minutes": "30", "sessions": "24", "children": "2",
    "who": "A teaching assistant", "hours": "1", "hourly": "15.50",
}  # fmt: skip


@pytest.fixture
def lead(desk):
    return desk.as_(LEAD)


def at(case, more="") -> str:
    return f"/cases/{case.reference}/support/{more}"


def test_a_lead_writes_a_plan_agrees_it_notes_it_and_reviews_it(lead, family):
    referral = led(by=who_asked())
    case = referral.case
    assert "No support plan yet" in text_of(lead.get(at(case)))
    lead.post(at(case, "begin/"))
    row = SupportCycle.objects.get(case=case)
    here = at(case, f"{row.pk}/")
    assert lead.post(here + "known/", KNOWN | {"before": "1"}).status_code == 302
    assert lead.post(here + "outcome/", AIM).status_code == 302
    assert lead.post(here + "help/", HELP).status_code == 302
    page = text_of(lead.get(here))
    assert "£93.00 in 12 weeks" in page and "In all: 1 hour a week" in page
    assert "2 children together" in page
    row = SupportCycle.objects.get(pk=row.pk)
    assert "£93.00 in all" in text_of(lead.get(here + "agree/"))
    assert lead.post(here + "agree/", {"before": row.version}).status_code == 302
    line = row.lines.get().pk
    noted = {"line": line, **day(TODAY, "done_on"), "sessions": "1", "words": "Well."}
    assert lead.post(here + "note/", noted).status_code == 302
    assert "1 of 24 sessions took place" in text_of(lead.get(here))
    amina = family.as_("amina")
    theirs = f"/mine/{case.reference}/support/"
    assert "The support plan" in text_of(amina.get(f"/mine/{case.reference}/"))
    assert "1 of 24 sessions of help took place" in text_of(amina.get(theirs))
    amina.post(theirs, {"key": row.pk, "words": "It helps at home."})
    assert "It helps at home." in text_of(amina.get(theirs)) and "It helps at home." in text_of(lead.get(here))
    aim = row.outcomes.get().pk
    row = SupportCycle.objects.get(pk=row.pk)
    given = {f"reached_{aim}": "Two a week", f"met_{aim}": "no", "family": "Good.", "then": "again"}
    assert lead.post(here + "review/", given | {"before": row.version}).status_code == 302
    assert "Not reached yet" in text_of(lead.get(here))
    new = SupportCycle.objects.get(case=case, number=2)
    assert "It was Two a week" in text_of(lead.get(at(case, f"{new.pk}/")))
    assert "0 of 1 outcome reached" in text_of(lead.get(at(case, "print/")))


def who_asked():
    """The parent with an account."""
    from tests.personas import who

    return who("amina")


def test_a_form_says_what_is_wanting_and_keeps_what_was_typed(lead):
    row = begun()
    here = at(row.case, f"{row.pk}/")
    answer = lead.post(here + "outcome/", AIM | {"target": ""})
    assert "Reads a page." in answer.content.decode()
    assert_an_error_by_the_book(answer, "target", "Write where it should be at the review")
    answer = lead.post(here + "help/", HELP | {"yearly": "500"})
    assert answer.status_code == 409 and "not both" in text_of(answer) and "Paired reading" in answer.content.decode()
    answer = lead.post(here + "agree/", {"before": "1"})
    assert answer.status_code == 409 and "Add at least one outcome" in text_of(answer)


def test_the_second_of_two_who_write_reads_the_first_and_keeps_their_own(lead):
    row = begun()
    here = at(row.case, f"{row.pk}/known/")
    lead.post(here, KNOWN | {"before": "1"})
    answer = lead.post(here, {"strengths": "Trains.", "before": "1"})
    page = text_of(answer)
    assert answer.status_code == 409 and "Drums." in page and "Trains." in answer.content.decode()
    assert 'name="before" value="2"' in answer.content.decode()


def test_an_early_support_plan_has_what_four_services_say(lead):
    row = begun(born_on=date(2023, 1, 1))
    here = at(row.case, f"{row.pk}/")
    assert "Disabled children’s team" in text_of(lead.get(here))
    assert lead.post(here + "contribution/health/", {"words": "He hears well.", "before": "0"}).status_code == 302
    assert "He hears well." in text_of(lead.get(here))
    assert lead.post(here + "contribution/health/", {"words": "No.", "before": "0"}).status_code == 409
    assert lead.get(here + "contribution/nobody/").status_code == 404


def test_what_is_agreed_or_reviewed_has_no_form_any_more(lead):
    row = planned()
    here = at(row.case, f"{row.pk}/")
    for form in ("known/", "outcome/", "help/", "agree/"):
        assert lead.get(here + form).status_code == 404
    assert lead.get(here + "review/").status_code == 200


def test_who_works_with_the_child_reads_and_does_not_write(desk):
    row = reviewed()
    put_on(row.case, "health_adviser", Capacity.ADVISER)
    reads = desk.as_("health_adviser")
    page = reads.get(at(row.case)).content.decode()
    assert "/support/begin/" not in page
    assert reads.get(at(row.case, f"{row.pk}/")).status_code == 200
    assert reads.post(at(row.case, "begin/")).status_code == 404


def test_a_parent_reads_nothing_before_a_plan_is_agreed(family):
    row = begun(by=who_asked())
    assert family.as_("amina").get(f"/mine/{row.case.reference}/support/").status_code == 404
