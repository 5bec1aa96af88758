"""A service's work ends: what came of it for each need, and why. The lead and the family are told; the team leaves."""

from datetime import date, timedelta

import pytest

from cases.actions.needs import name_needs
from cases.models import Case, Involvement
from cases.need_words import Needs, PathwayNeed
from cases.sight import may_see
from cases.words import Capacity, Stage
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from ledger.selectors import history
from notices.models import Dispatch
from pathway.actions.answer_for_service import answer_for_service
from pathway.actions.answer_request import OurService, answer_request
from pathway.actions.end_service_work import end_service_work
from provision.actions.answer import Written
from provision.actions.end_work import NO_NEED, CameOfIt, Ending
from provision.asked import asked_of_services
from provision.family import came_of_services
from provision.models import ServiceOutcome, ServiceRequest
from provision.outcomes import counted
from provision.words import Asked, Came, ServiceSaid, WhyEnds, WhyNot
from referrals.actions.answering import Answer
from referrals.words import Said as Bridge
from referrals.words import Why
from tests.acts.test_asked_of_services import afresh, elin, passed, service  # noqa: F401  the service
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.personas import person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SPEECH = ("pathway", "speech")


def taken(service, *needs: PathwayNeed, **of_child) -> ServiceRequest:  # noqa: F811
    row = passed(service, **of_child)
    name_needs(row.case_id, more=Needs(frozenset(needs)), by=who("ben"))
    answer_for_service(row.pk, ServiceSaid.TAKEN, Written("We visit."), by=elin())
    return row


def ending(*outcomes, why=WhyEnds.DONE, because="The school goes on with it.") -> Ending:
    return Ending(outcomes or (CameOfIt(*NO_NEED, Came.PARTLY, "Reads a little."),), why, because)


def letters(row) -> dict[str, str]:
    return dict(Dispatch.objects.filter(case_ref=row.case_id).values_list("template", "address"))


def test_each_need_has_its_outcome_and_the_team_sees_the_case_no_longer(service):  # noqa: F811
    row = taken(service, PathwayNeed.SPEECH, PathwayNeed.SEMH)
    assert may_see(elin(), row.case)
    said = ending(
        CameOfIt(*SPEECH, Came.ACHIEVED, "Asks for things in sentences now."),
        CameOfIt(*NO_NEED, Came.NOT_KNOWN, "Whether home is calmer is not known yet."),
    )
    with hold(clock.now() + timedelta(days=30)):
        end_service_work(row.pk, said, by=elin(), named=row.case_id)
        assert not may_see(elin(), row.case)
        seen = asked_of_services(who("ben"), row.case_id)[0]
    row = afresh(row)
    assert (row.state, row.over_on, row.why_ended) == (Asked.FINISHED, TODAY + timedelta(days=30), WhyEnds.DONE)
    assert [(one.need, one.came) for one in seen.outcomes] == [
        ("Speech and language", Came.ACHIEVED), ("Something else than the needs noted", Came.NOT_KNOWN),
    ]  # fmt: skip
    assert Case.objects.get(pk=row.case_id).stage == Stage.CLOSED
    assert Involvement.objects.get(case=row.case_id, team=service.team).until == TODAY + timedelta(days=29)


def test_history_says_that_it_ended_and_why_and_holds_no_prose(service):  # noqa: F811
    row = taken(service)
    end_service_work(row.pk, ending(why=WhyEnds.MOVED), by=elin())
    entry = Entry.objects.get(case_ref=row.case_id, event=Event.SERVICE_FINISHED)
    assert entry.facts == {"service": str(service.pk), "why": "moved", "lead": "no"}
    told = history([row.case_id], {entry.part})
    assert "A service’s work with the child ended: the family moved away" in [one.sentence for one in told]


def test_the_lead_is_told_and_where_nobody_leads_the_bridge(service):  # noqa: F811
    alone, led = taken(service), taken(service, given_name="Noor")
    put_on(led.case, "engagement_lead", Capacity.LEAD)
    for row in (alone, led):
        end_service_work(row.pk, ending(), by=elin())
    assert letters(alone)["work_ended"] == "bridge@salford.example"
    assert letters(led)["work_ended"] == person("engagement_lead").email
    assert letters(led)["service_finished"] == "nasreen@families.example"
    for letter in Dispatch.objects.filter(template__in=["work_ended", "service_finished"]):
        assert "Reads a little" not in letter.body and "speech" not in letter.body.casefold()


def test_the_family_reads_it_in_plain_words_and_strangers_find_nothing(service):  # noqa: F811
    referral = received(by=who("amina"))
    assert came_of_services(who("amina"), referral.case.reference) == []
    to = OurService(service.pk, {})
    answer_request(referral.pk, Bridge.SEND_ON, Answer("Theirs."), by=who("ben"), service=to)
    row = ServiceRequest.objects.get(case=referral.case_id)
    answer_for_service(row.pk, ServiceSaid.TAKEN, Written("We visit."), by=elin())
    end_service_work(row.pk, ending(), by=elin())
    (seen,) = came_of_services(who("amina"), referral.case.reference)
    assert (seen.service, seen.ended_on, seen.because) == (service.name, TODAY, "The school goes on with it.")
    assert seen.needs == [
        ("Something else than the needs noted", "Some of what we wanted came about", "Reads a little.")
    ]
    with pytest.raises(Case.DoesNotExist):
        came_of_services(who("priya"), referral.case.reference)


WRONG = {
    "nothing was worked on": (ending().__class__((), WhyEnds.DONE, "Done."), WhyNot.NO_OUTCOME),
    "no sentence": (ending(CameOfIt(*NO_NEED, Came.NOT, "")), WhyNot.NO_SENTENCE),
    "nothing said to the family": (ending(because=" "), Why.NO_REASON),
    "a need that nobody noted": (ending(CameOfIt("pathway", "hearing", Came.NOT, "Not yet.")), WhyNot.NOT_A_NEED),
    "a need twice": (ending(*[CameOfIt(*SPEECH, Came.NOT, "No.")] * 2), WhyNot.NOT_A_NEED),
    "the child's name": (ending(CameOfIt(*SPEECH, Came.NOT, "Xanthippe is shy.")), Why.NAMES_THE_CHILD),
}


@pytest.mark.parametrize("said,why", WRONG.values(), ids=WRONG)
def test_what_is_not_whole_is_refused_and_changes_nothing(service, said, why):  # noqa: F811
    row = taken(service, PathwayNeed.SPEECH, given_name="Xanthippe")
    with pytest.raises(Refused) as refusal:
        end_service_work(row.pk, said, by=elin())
    assert refusal.value.reasons == (why,)
    assert afresh(row).state == Asked.TAKEN
    assert ServiceOutcome.objects.count() == 0
    assert may_see(elin(), row.case)


def test_only_its_own_team_ends_it_and_once(service):  # noqa: F811
    row = taken(service)
    for name in ("ben", "carys"):
        with pytest.raises(NotAllowed):
            end_service_work(row.pk, ending(), by=who(name))
    end_service_work(row.pk, ending(), by=elin())
    with pytest.raises(NotAllowed):
        end_service_work(row.pk, ending(), by=elin())


def test_a_child_counts_once_a_need_as_it_was_said_last(service):  # noqa: F811
    first = taken(service, PathwayNeed.SPEECH)
    end_service_work(first.pk, ending(CameOfIt(*SPEECH, Came.NOT, "Not yet.")), by=elin())
    other = taken(service, PathwayNeed.SPEECH, given_name="Noor")
    with hold(clock.now() + timedelta(days=3)):
        end_service_work(other.pk, ending(CameOfIt(*SPEECH, Came.ACHIEVED, "Yes."), why=WhyEnds.MOVED), by=elin())
        found = counted(service, clock.today())
    assert found.by_need == [("Speech and language", (1, 0, 1, 0))]
    assert sum(found.why) == 2 and found.why[0] == 1
    assert counted(service, TODAY + timedelta(days=500)).by_need == []
