"""Support without an EHC plan: what is known, a plan with what it costs, what is done, and a review that leads on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from cases.models import Case, Deadline
from cases.words import Capacity
from core.refusals import NotAllowed, Refused
from door.guarded import opened
from ledger.models import Entry
from pathway.known import known_about
from support import family
from support.actions.begin import Aim, PlannedHelp, add_help, add_outcome, begin, take_out, write_known
from support.actions.go_on import Review, agree, answer, contribute, note, review
from support.costs import Help, days_within, of_days, of_weeks
from support.models import SupportCycle
from support.rules import Known
from support.selectors import evidence_of, evidence_on
from support.words import Agency, CycleState, Kind, Next, Why
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, TODAY
from tests.acts.test_who_a_child_is import put_on
from tests.personas import who

pytestmark = pytest.mark.django_db
KNOWN = Known("Drums.", "Quiet places.", "He comes home tired.", "", "", "He does not talk with us yet.")
AIM = Aim("Reading", "He reads a page alone.", "Pages read alone", "None", "One a day")
PAIRED = PlannedHelp(
    "Paired reading", "Twice a week", 30, "A teaching assistant", 24, 2, Decimal("1"), Decimal("15.50")
)


def begun(**more) -> SupportCycle:
    referral = led(**more)
    return begin(referral.case_id, by=who(LEAD))


def planned(**more) -> SupportCycle:
    """A round whose plan is agreed."""
    row = begun(**more)
    write_known(row.pk, KNOWN, 1, by=who(LEAD))
    add_outcome(row.pk, AIM, by=who(LEAD))
    add_help(row.pk, PAIRED, by=who(LEAD))
    return agree(row.pk, 4, by=who(LEAD))


def reviewed(then=Next.AGAIN, met=False, **more) -> SupportCycle:
    return looked_at(planned(**more), then, met)


def looked_at(row: SupportCycle, then=Next.AGAIN, met=False) -> SupportCycle:
    """A round after its review."""
    values = {row.outcomes.get().pk: ("Two a week", met)}
    return review(row.pk, Review(values, "It helps.", "", then), 4, by=who(LEAD))


def reviewed_again(row: SupportCycle) -> SupportCycle:
    """The round that follows it."""
    looked_at(row)
    return SupportCycle.objects.get(case=row.case_id, number=row.number + 1)


def test_help_is_costed_to_the_penny_and_shared_by_a_group():
    assert of_weeks(Help(Decimal("1"), Decimal("15.50"), children=2), 12) == Decimal("93.00")
    assert of_weeks(Help(Decimal("0.5"), Decimal("10.01"), children=3), 1) == Decimal("1.67")
    assert of_weeks(Help(yearly=Decimal("520")), 12) == Decimal("120.00")
    assert of_days(Help(), 7) == Decimal("0.00")


def test_only_the_days_of_the_last_twelve_months_count():
    assert days_within(date(2026, 11, 12), TODAY, TODAY) == 7
    assert days_within(date(2020, 1, 1), TODAY, TODAY) == 365
    assert days_within(date(2020, 1, 1), date(2020, 2, 1), TODAY) == 0


def test_the_age_says_which_plan_it_is(world):
    assert begun(born_on=date(2022, 1, 1)).kind == Kind.EARLY_SUPPORT
    assert begun(born_on=date(2016, 1, 1), given_name="Wren", email="wren@families.example").kind == Kind.SEN_SUPPORT


def test_one_round_at_a_time(world):
    row = begun()
    with pytest.raises(Refused) as refused:
        begin(row.case_id, by=who(LEAD))
    assert refused.value.reasons == (Why.OPEN_ALREADY,)


def test_a_plan_is_not_agreed_without_both_views_or_a_reason_an_outcome_and_help(world):
    row = begun()
    with pytest.raises(Refused) as refused:
        agree(row.pk, 1, by=who(LEAD))
    called = Case.objects.select_related("child").get(pk=row.case_id).child.called
    wanting = (Why.NO_STRENGTHS, Why.NO_NEEDS, Why.NO_FAMILY, Why.NO_CHILD, Why.NO_OUTCOME, Why.NO_HELP)
    assert refused.value.reasons == tuple(str(one).format(child=called) for one in wanting)


def test_two_who_write_at_once_the_second_is_told(world):
    row = begun()
    write_known(row.pk, KNOWN, 1, by=who(LEAD))
    with pytest.raises(Refused) as refused:
        write_known(row.pk, KNOWN, 1, by=who(LEAD))
    assert refused.value.reasons == (Why.CHANGED,)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"hours": None, "hourly": None}, Why.NO_COST),
        ({"hourly": None}, Why.NO_COST),
        ({"yearly": Decimal("5")}, Why.TWO_COSTS),
        ({"what": " "}, Why.EMPTY),
    ],
)
def test_help_has_one_cost(world, more, why):
    row = begun()
    with pytest.raises(Refused) as refused:
        add_help(row.pk, PlannedHelp(**{**PAIRED.__dict__, **more}), by=who(LEAD))
    assert refused.value.reasons == (why,)


def test_what_was_put_in_by_mistake_is_taken_out_while_it_is_written(world):
    row = begun()
    aim = add_outcome(row.pk, AIM, by=who(LEAD))
    take_out(row.pk, aim.pk, by=who(LEAD))
    assert not row.outcomes.exists()
    with pytest.raises(NotAllowed):
        take_out(row.pk, aim.pk, by=who(LEAD))
    with pytest.raises(Refused):
        add_outcome(row.pk, Aim("", "", "", "", ""), by=who(LEAD))


def test_an_agreed_plan_stands_and_its_review_is_on_the_clock(world):
    row = planned()
    assert (row.state, row.review_on) == (CycleState.DOING, TODAY + timedelta(weeks=12))
    owed = Deadline.objects.get(case=row.case_id, duty="SUPPORT-REVIEW-LOCAL")
    assert (owed.due_ordinary, owed.ended_on) == (row.review_on, None)
    with pytest.raises(Refused) as refused:
        add_outcome(row.pk, AIM, by=who(LEAD))
    assert refused.value.reasons == (Why.NOT_WRITING,)
    with pytest.raises(Refused):
        agree(row.pk, 4, by=who(LEAD))


def test_what_was_done_is_noted_between_the_agreeing_and_today(world):
    row = planned()
    line = row.lines.get().pk
    note(row.pk, line, TODAY, 2, "He liked it.", by=who(LEAD))
    for day in (TODAY + timedelta(days=1), TODAY - timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            note(row.pk, line, day, 1, "", by=who(LEAD))
        assert refused.value.reasons == (Why.NO_DAY,)
    seen = evidence_on(who(LEAD), Case.objects.get(pk=row.case_id))
    assert (seen.rounds[0].lines[0].done, seen.rounds[0].total) == (2, Decimal("93.00"))


def test_a_review_needs_every_value_the_familys_view_and_what_next(world):
    row = planned()
    with pytest.raises(Refused) as refused:
        review(row.pk, Review({}, "", "", ""), 4, by=who(LEAD))
    assert refused.value.reasons == (Why.NO_VALUE, Why.NO_FAMILY_REVIEW, Why.NO_NEXT)


def test_another_round_carries_over_what_was_not_reached_and_the_help(world):
    row = reviewed()
    assert row.state == CycleState.REVIEWED and len(row.digest) == 64
    assert Entry.objects.get(event="support.reviewed").facts["digest"] == row.digest
    new = SupportCycle.objects.get(case=row.case_id, number=2)
    aim, line = new.outcomes.get(), new.lines.get()
    assert (aim.outcome, aim.baseline, aim.target) == (AIM.outcome, "Two a week", AIM.target)
    assert (line.what, line.hourly) == (PAIRED.what, PAIRED.hourly)
    assert (new.strengths, new.family_view) == ("Drums.", ""), "what they say is asked again"
    assert Deadline.objects.get(case=row.case_id, duty="SUPPORT-REVIEW-LOCAL").ended_as == "met"
    write_known(new.pk, KNOWN, 1, by=who(LEAD))
    agree(new.pk, 2, by=who(LEAD))
    owed = Deadline.objects.filter(case=row.case_id, duty="SUPPORT-REVIEW-LOCAL", ended_on=None)
    assert owed.count() == 1, "the next round has a day of its own"


def test_what_was_reached_is_not_carried_over_and_what_is_over_stays_over(world):
    assert not SupportCycle.objects.get(case=reviewed(met=True).case_id, number=2).outcomes.exists()
    row = reviewed(Next.BETTER, given_name="Wren", email="wren@families.example")
    assert SupportCycle.objects.filter(case=row.case_id).count() == 1
    with pytest.raises(Refused) as refused:
        note(row.pk, row.lines.get().pk, TODAY, 1, "", by=who(LEAD))
    assert refused.value.reasons == (Why.NOT_DOING,)


def test_all_rounds_together_are_evidence(world):
    row = reviewed(Next.ASSESSMENT, met=True)
    seen = evidence_of(Case.objects.get(pk=row.case_id))
    assert (len(seen.rounds), seen.met, seen.of) == (1, 1, 1)
    assert seen.cost == Decimal("1.11"), "one day of 7.75 a week"


def test_four_services_contribute_to_an_early_support_plan_and_to_no_other(world):
    row = begun(born_on=date(2022, 1, 1))
    contribute(row.pk, Agency.HEALTH, "He hears well.", 0, by=who(LEAD))
    with pytest.raises(Refused) as refused:
        contribute(row.pk, Agency.HEALTH, "He hears.", 0, by=who(LEAD))
    assert refused.value.reasons == (Why.CHANGED,)
    contribute(row.pk, Agency.HEALTH, "He hears.", 1, by=who(LEAD))
    assert row.contributions.get().version == 2
    other = begun(born_on=date(2016, 1, 1), given_name="Wren", email="wren@families.example")
    with pytest.raises(Refused) as refused:
        contribute(other.pk, Agency.HEALTH, "He hears.", 0, by=who(LEAD))
    assert refused.value.reasons == (Why.NOT_EARLY,)


def test_the_senco_of_the_school_writes_it_and_who_is_not_on_the_case_does_not(world):
    referral = led()
    with pytest.raises(NotAllowed):
        begin(referral.case_id, by=who("senco"))
    put_on(referral.case, "senco", Capacity.SETTING)
    row = begin(referral.case_id, by=who("senco"))
    assert row.number == 1
    with pytest.raises(NotAllowed):
        write_known(row.pk, KNOWN, 1, by=who("irene"))


def test_the_family_reads_the_plan_once_it_is_agreed_and_says_what_it_thinks(world):
    row = begun(by=who("amina"))
    reference = Case.objects.get(pk=row.case_id).reference
    assert not family.has_support(who("amina"), reference)
    with pytest.raises(NotAllowed):
        answer(row.pk, "Too soon.", by=who("amina"))
    write_known(row.pk, KNOWN, 1, by=who(LEAD))
    add_outcome(row.pk, AIM, by=who(LEAD))
    add_help(row.pk, PAIRED, by=who(LEAD))
    agree(row.pk, 4, by=who(LEAD))
    family.say_to_support(who("amina"), reference, row.pk, "It helps at home too.")
    _called, (seen,) = family.rounds_for(who("amina"), reference)
    assert (seen.planned, seen.done, seen.total) == (24, 0, Decimal("93.00"))
    assert [words for words, _day in seen.said] == ["It helps at home too."]
    with opened(row.case_id):
        assert row.answers.get().carer.person_id == who("amina").person_id


def test_whoever_writes_the_family_assessment_reads_what_the_rounds_came_to(world):
    row = reviewed(then=Next.ASSESSMENT)
    known = {one.title: one.lines for one in known_about(who(LEAD), Case.objects.get(pk=row.case_id))}
    first, cost = known["Support without an EHC plan"]
    assert "round 1" in first and "Paired reading" in first and "0 of 1 outcomes reached" in first
    assert cost == "Planned help of the last twelve months: £1.11"
