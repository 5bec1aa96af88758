"""The lead says when they are in touch with the family, and the family reads the day, the phone and the address."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.preferences import prefer
from cases.actions.in_touch import NEXT, NOBODY_LEADS, say_in_touch
from cases.actions.lead import name_lead
from cases.leading import contact_of
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from pathway.actions.answer_request import answer_request
from referrals.words import Said
from tests.acts.test_the_bridge_answers import ANSWERS, BECAUSE
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SOON = TODAY + timedelta(days=6)


def led(**more):
    referral = received(**more)
    answer_request(referral.pk, Said.ACCEPT, ANSWERS[Said.ACCEPT], by=who("ben"))
    name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    return referral


@pytest.mark.parametrize("by", ["engagement_lead", "carys"])
def test_the_lead_or_whoever_oversees_says_it(world, by):
    referral = led()
    say_in_touch(referral.case_id, True, SOON, by=who(by))
    assert contact_of(referral.case).in_touch_by == SOON
    assert Entry.objects.get(event="lead.in_touch").facts == {"was": "yes", "next": SOON.isoformat()}


def test_nobody_else_does_and_no_day_is_out_of_reach(world):
    referral = led()
    with pytest.raises(NotAllowed) as refused:
        say_in_touch(referral.case_id, True, SOON, by=who("ben"))
    assert refused.value.seen
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=93)):
        with pytest.raises(Refused) as wrong:
            say_in_touch(referral.case_id, False, day, by=who("engagement_lead"))
        assert wrong.value.reasons == (NEXT,)
    with pytest.raises(Refused) as nobody:
        say_in_touch(received().case_id, True, SOON, by=who("ben"))
    assert nobody.value.reasons == (NOBODY_LEADS,)


def test_another_lead_begins_with_no_day(world):
    referral = led()
    say_in_touch(referral.case_id, True, SOON, by=who("engagement_lead"))
    name_lead(referral.case_id, person("caf_worker").pk, "She moved away.", by=who("carys"))
    assert contact_of(referral.case).in_touch_by is None


def test_the_family_reads_who_leads_how_to_reach_them_and_by_when(family, desk):
    referral = led(by=who("amina"))
    page = f"/mine/{referral.case.reference}/"
    said = text_of(family.as_("amina").get(page))
    assert "Engagement lead is your engagement lead." in said
    assert "Write to engagement_lead@people.example." in said
    assert "Ring them on" not in said
    prefer(who("engagement_lead"), work_phone="0161 496 0199")
    lead = desk.as_("engagement_lead")
    at = f"/cases/{referral.case.reference}/in-touch/"
    assert "The family has no day yet." in text_of(lead.get(at))
    assert "Choose yes or no" in text_of(lead.post(at, {}))
    given = {"was": "yes", "next_on_day": 24, "next_on_month": 11, "next_on_year": 2026}
    assert "reads that day on its page" in text_of(lead.post(at, given, follow=True))
    said = text_of(family.as_("amina").get(page))
    assert "Ring them on 0161 496 0199." in said
    assert "Engagement lead means to be in touch with you by" in said
    assert "Your engagement lead was in touch, and said when they will be again" in said
    with hold(datetime(2026, 11, 25, 12, tzinfo=UTC)):
        said = text_of(family.as_("amina").get(page))
    assert "means to be in touch with you by" not in said, "a day that has passed is no promise"


def test_a_work_phone_is_given_where_one_says_how_one_hears(desk):
    lead = desk.as_("engagement_lead")
    wrong = lead.post("/me/hearing/", {"morning": "email", "work_phone": "ask me"})
    assert "Enter a phone number, like 0161 496 0142" in text_of(wrong)
    assert "0161 496 0142 ext 3" in text_of(
        lead.post("/me/hearing/", {"morning": "email", "work_phone": "0161 496 0142 ext 3"}, follow=True)
    )
