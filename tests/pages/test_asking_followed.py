"""What a family reads afterwards: days that have passed, said honestly; and what they themselves did."""

from datetime import datetime, timedelta

import pytest

from core.clock import LONDON
from core.past import hold
from documents.actions.add import add
from referrals.actions.confirm_sender import confirm_sender
from referrals.family import request_for
from referrals.words import AsksFor
from tests.acts.test_receive import a_file
from tests.acts.test_the_guard import door_of
from tests.conftest import NOW
from tests.factories.requests import received
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db


def pages(family, reference: str) -> list[str]:
    """The list and the request."""
    return [family.get(path).content.decode() for path in ("/mine/", f"/mine/{reference}/")]


def test_a_day_that_has_passed_is_never_called_today(family):
    case = received(AsksFor.ASSESSMENT, by=who("amina")).case
    promised = datetime(2026, 12, 29, 12, tzinfo=LONDON)
    with hold(promised):
        for page in pages(family.as_("amina"), case.reference):
            assert "(today)" in page
            assert "We are late" not in page
    with hold(promised + timedelta(days=1)):
        for page in pages(family.as_("amina"), case.reference):
            assert "(today)" not in page
            assert "We said you would hear by Tuesday 29 December. We are late." in page
            assert f"Call 0161 496 0142 and say {case.reference}." in page
            assert 'class="sp-honest"' in page
        assert "We said by Tuesday 29 December 2026. We are late." in page


def test_every_day_that_has_passed_is_said_so(family):
    case = received(AsksFor.ASSESSMENT, by=who("amina")).case
    with hold(NOW + timedelta(days=365)):
        for page in pages(family.as_("amina"), case.reference):
            assert "(today)" not in page
        assert page.count("We said by") == 3


def test_history_has_the_day_in_london(family, world):
    with hold(datetime(2026, 6, 14, 0, 30, tzinfo=LONDON)):
        case = received(by=who("amina")).case
        (happened,) = request_for(who("amina"), case.reference).happened
    assert happened.on == datetime(2026, 6, 14).date()


class TestWhatTheSenderDid:
    @pytest.fixture
    def referral(self, world):
        """Amina asked, sent a file and confirmed her address. Priya follows the case too."""
        from cases.models import Involvement
        from cases.words import Capacity

        referral = received(by=who("amina"))
        add(referral.case_id, a_file(name="from the doctor.pdf"), by=who("amina"))
        confirm_sender(referral.sender_id)
        with door_of(referral) as act:
            Involvement(
                authority_id=SALFORD, case_id=referral.case_id, person_id=person("priya").pk,
                capacity=Capacity.FAMILY, since=referral.received_on,
            ).save()  # fmt: skip
            act.abandon()
        return referral

    def test_they_are_told(self, family, referral):
        page = family.as_("amina").get(f"/mine/{referral.case.reference}/").content.decode()
        assert "You sent us a file" in page
        assert "from the doctor.pdf" in page
        assert "You confirmed your email address" in page

    def test_another_parent_is_not(self, family, referral):
        page = family.as_("priya").get(f"/mine/{referral.case.reference}/").content.decode()
        assert "You sent us a file" not in page
        assert "from the doctor.pdf" not in page
        assert "You confirmed your email address" not in page
