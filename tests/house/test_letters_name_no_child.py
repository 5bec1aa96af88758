"""Every letter there is, as it is really posted, to a confirmed reader and to one who is not: none names the child."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from accounts.models import Preference
from accounts.who import visitor
from assessments.actions.send import Wanted as Readers
from assessments.actions.send import answer as answer_assessment
from assessments.actions.write import write
from assessments.words import Chapter
from cases.actions.child.open_record import open_record
from cases.actions.escalate import escalate
from cases.actions.lead import name_lead
from cases.actions.name_owner import name_owner
from cases.actions.tasks import agree_action, ask_after, finish
from cases.chasing import chase_late
from cases.models import Case
from core import clock
from core.past import hold
from door.guarded import opened
from ehcp.models import AssessmentRequest
from ledger.models import Entry
from meetings.actions.call import Guest, call, cancel, move
from meetings.actions.call import Wanted as WantedMeeting
from meetings.actions.close import Ending, note_came
from meetings.actions.jot import jot
from meetings.actions.remind import remind as remind_of
from meetings.words import Came, Gathered, MeetingKind, Outcome, Section
from notices.models import Dispatch
from notices.roster import ROSTER, Audience
from notices.words import Channel
from pathway.actions.advice import withdraw_assessment
from pathway.actions.answer_for_service import answer_for_service
from pathway.actions.answer_request import OurService, answer_request, take_back, withdraw_request
from pathway.actions.close_meeting import close_meeting
from pathway.actions.decide_assessment import decide_assessment
from pathway.actions.family_assessment import begin_assessment, send_assessment, take_assessment
from pathway.actions.go_to_social_care import go_to_social_care
from pathway.actions.settle_request import settle_request
from people.facts import Details
from people.models import Carer
from people.words import Mode, Relationship
from provision.actions.answer import Written
from provision.actions.end_work import NO_NEED, CameOfIt, end_work
from provision.actions.end_work import Ending as EndOfWork
from provision.models import ServiceRequest
from provision.words import Came as CameAbout
from provision.words import ServiceSaid, WhyEnds
from referrals.actions.answering import Answer
from referrals.actions.confirm_sender import confirm_sender
from referrals.actions.receive import Parent
from referrals.actions.reply import Heard, hear, reply
from referrals.actions.unwant import unwant
from referrals.words import AsksFor, Said
from talking.actions.chase import chase as chase_answer
from talking.actions.say import Telling, say
from talking.actions.say import hear as hear_family
from tests.acts.test_the_watch import MONDAY, TUESDAY, WEDNESDAY, watch_on
from tests.conftest import NOW
from tests.factories.ehcp import carried, no, put_forward, yes
from tests.factories.requests import at_work, received, referred
from tests.factories.services import a_service
from tests.factories.teams import team
from tests.house.tree import ROOT
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db

NAMES = {"given_name": "Xanthippe", "family_name": "Zabludowicz", "preferred_name": "Xanni"}
ONE_TEXT = 160
"""Characters in one text message; a longer one costs and arrives as two."""


def met_about(referral) -> None:
    """A meeting moved and held, and another one cancelled."""
    today = clock.today()
    mother = Carer.objects.get(case_ref=referral.case_id, asked=False)
    guests = [Guest(carer=mother.pk), Guest(is_child=True)]
    wanted = WantedMeeting(MeetingKind.MAM, today, about="Nobody must read this")
    lead = who("engagement_lead")
    meeting = call(referral.case_id, wanted, guests, by=lead)
    move(meeting.pk, replace(wanted, mode=Mode.HOME, place="ZZ9 9ZZ"), by=lead)
    with hold(NOW + timedelta(days=(meeting.held_on - NOW.date()).days - 1)):
        assert remind_of(meeting.pk, meeting.authority_id)
    jot(meeting.pk, Section.VIEWS, {"words": "Nobody must read this"}, by=lead)
    note_came(meeting.pk, meeting.invitees.get(carer=mother).pk, Came.HERE, by=lead)
    ending = Ending((Outcome.SUPPORT,), "Nobody must read this", Gathered.THERE, no_review_because="It is better.")
    close_meeting(meeting.pk, ending, by=lead)
    cancel(call(referral.case_id, wanted, guests[:1], by=lead).pk, by=lead)
    with opened(referral.case_id):
        Carer.objects.filter(pk=mother.pk).update(person=person("amina"))
    again = call(referral.case_id, wanted, guests, by=lead)
    jot(again.pk, Section.VIEWS, {"words": "Nobody must read this"}, by=lead)
    note_came(again.pk, again.invitees.get(carer=mother).pk, Came.HERE, by=lead)
    close_meeting(again.pk, ending, by=lead)
    with opened(referral.case_id):
        Carer.objects.filter(pk=mother.pk).update(person=None)
    assessed()


def assessed() -> None:
    """A Family Assessment sent, taken and answered."""
    referral = received(**NAMES, by=who("amina"))
    answer_request(referral.pk, Said.ACCEPT, Answer("They need it."), by=who("ben"))
    name_lead(referral.case_id, person("engagement_lead").pk, "She is the nearest.", by=who("carys"))
    mother = Carer.objects.get(pk=referral.sender_id)
    found = begin_assessment(referral.case_id, by=who("engagement_lead"))
    for chapter, said in ((Chapter.FAMILY, "well"), (Chapter.HEALTH, "needs"), (Chapter.TOGETHER, "means")):
        there = found.parts.filter(chapter=chapter).first()
        words = {said: "Nobody must read this"}
        write(found.pk, chapter, words, by=who("engagement_lead"), version=there.version if there else 0)
    send_assessment(found.pk, Readers(readers=(mother.pk,), no_views_because="Too young."), by=who("engagement_lead"))
    take_assessment(found.pk, by=who("carys"))
    agreed = agree_action(
        referral.case_id, "Nobody must read this", person("caf_worker").pk, clock.today(), by=who("engagement_lead")
    )
    ask_after(agreed.pk, by=who("engagement_lead"))
    worried = escalate(referral.case_id, person("carys").pk, "Nobody must read this", 2, by=who("engagement_lead"))
    with hold(NOW + timedelta(days=9)):
        chase_late()
        finish(worried.pk, note="Nobody must read this", by=who("hal"))
    answer_assessment(found.pk, mother.pk, False, "Nobody must read this", by=who("amina"))


def talked() -> None:
    """A message each way on a request that nobody leads yet; ours, and the Bridge's answer past its day."""
    referral = received(**NAMES, by=who("amina"))
    say(referral.case_id, referral.sender_id, Telling("Nobody must read this"), by=who("ben"))
    said = hear_family(referral.case_id, "Nobody must read this", by=who("amina"))
    with hold(NOW + timedelta(days=9)):
        chase_answer(said.pk, said.authority_id)


def decided() -> None:
    """A parent was refused an assessment, and another, where a school had asked, is told of one that is made."""
    hidden = {"needs_because": "Nobody must read this", "instead": "Nobody must read this"}
    refused = put_forward(no(**hidden), **NAMES)
    carried(refused.case, "engagement_lead", "lead")
    decide_assessment(refused.pk, by=who("sena"))
    work = at_work(parent=Parent("Yolanda Zabludowicz", Relationship.MOTHER, email="mother@families.example"))
    asked = referred(AsksFor.ASSESSMENT, work=work, **NAMES)
    agreed = put_forward(yes(), request=AssessmentRequest.objects.get(case=asked.case_id))
    decide_assessment(agreed.pk, by=who("sena"))
    withdraw_assessment(agreed.pk, "Nobody must read this", by=who("sena"))


SECRETS = [*NAMES.values(), "ZZ9 9ZZ", "Quillfeather Primary", "2018", "Nobody must read this"]


@pytest.fixture(params=[False, True], ids=["an address not yet confirmed", "a confirmed address"])
def outbox(request, world):
    """One letter of every template, and what it tells of."""
    team("caf", "CAF")
    told_of = {"home_postcode": "ZZ9 9ZZ", "learns_at": "Quillfeather Primary", "words": "Nobody must read this"}
    for asks_for, found in (("help", None), ("assessment", None), ("unsure", "help"), ("unsure", "assessment")):
        referral = received(AsksFor(asks_for), **NAMES, **told_of)
        if request.param:
            confirm_sender(referral.sender_id)
        if found:
            settle_request(referral.pk, AsksFor(found), "We read it twice.", by=who("ben"))
    answers = {
        Said.ACCEPT: Answer("They need it."),
        Said.ASK: Answer("Who helps now?"),
        Said.SEND_ON: Answer("It is theirs.", sent_to="Speech and language", instead="They ring."),
        Said.DECLINE: Answer("Not yet.", instead="The school helps."),
    }
    for said, answer in answers.items():
        referral = received(**NAMES, **told_of)
        if request.param:
            confirm_sender(referral.sender_id)
        answer_request(referral.pk, said, answer, by=who("ben"))
        if said == Said.ASK:
            reply(referral.said.get().pk, "The clinic.", by=visitor(SALFORD))
            hear(
                referral.said.get().pk,
                Heard("And Ayaan’s school.", "Nasreen", clock.today()),
                by=who("ben"),
                name="Ben",
            )
        if said == Said.ACCEPT:
            go_to_social_care(referral.case_id, "Nobody must read this", by=who("ben"))
            name_lead(
                referral.case_id,
                person("engagement_lead").pk,
                "She is the nearest.",
                by=who("carys"),
                instead="Agreed.",
            )
        if said == Said.SEND_ON:
            take_back(referral.pk, "We read it again.", by=who("ben"))
            withdraw_request(referral.pk, "They rang.", by=who("ben"))
    received(**NAMES, **{**told_of, "words": "Nobody must read this. He hits him."})
    late = received(**NAMES, **told_of)
    if request.param:
        confirm_sender(late.sender_id)
    answer_request(late.pk, Said.ASK, Answer("Who helps now?"), by=who("ben"))
    answer_request(late.pk, Said.ACCEPT, Answer("They need it."), by=who("ben"))
    name_lead(late.case_id, person("engagement_lead").pk, "She is the nearest.", by=who("carys"))
    reply(late.said.get(said=Said.ASK).pk, "The clinic.", by=visitor(SALFORD))
    own = received(**NAMES, **told_of, by=who("amina"))
    if request.param:
        confirm_sender(own.sender_id)
    unwant(own.pk, "Yolanda is well again.", by=who("amina"))
    work = at_work(parent=Parent("Yolanda Zabludowicz", Relationship.MOTHER, email="mother@families.example"))
    told = referred(work=work, **NAMES, **told_of)
    if request.param:
        confirm_sender(told.sender_id)
    answer_request(told.pk, Said.ACCEPT, Answer("They need it."), by=who("ben"))
    name_lead(told.case_id, person("engagement_lead").pk, "She is the nearest.", by=who("carys"))
    met_about(told)
    talked()
    decided()
    service = a_service()
    for said in (ServiceSaid.TAKEN, ServiceSaid.MORE, ServiceSaid.NOT_US):
        referral = received(**NAMES, **told_of)
        if request.param:
            confirm_sender(referral.sender_id)
        to = OurService(service.pk, {})
        answer_request(referral.pk, Said.SEND_ON, Answer("It is theirs."), by=who("ben"), service=to)
        key = ServiceRequest.objects.get(case=referral.case).pk
        answer_for_service(key, said, Written("We know them.", "They ring."), by=who("ben"))
        if said == ServiceSaid.TAKEN:
            came = [CameOfIt(*NO_NEED, CameAbout.NOT, "Nobody must read this")]
            end_work(key, EndOfWork(came, WhyEnds.DONE, "It is done."), by=who("ben"))
    open_record(Details(**NAMES, born_on=date(2018, 6, 14)), by=who("senco"))
    return list(Dispatch.objects.all())


def test_they_are_all_here_and_none_names_the_child(outbox):
    assert {letter.template for letter in outbox} == {letter.template for row in ROSTER.values() for letter in row}
    for letter in outbox:
        for secret in SECRETS:
            assert secret.casefold() not in (letter.subject + letter.body).casefold(), letter.template


TO_STAFF = {"morning", "urgent", "urgent_text"}
NEWS = {"services_started"}
"""To families who asked for it, by the clock: ``tests/acts/test_news_of_services.py`` reads it."""
ABOUT_COLLEAGUES = {"idle"}
"""Names people who work here, to their administrator, and is written without any case in reach."""


@pytest.mark.parametrize("by_text", [True, False], ids=["by text", "by email"])
def test_what_staff_are_sent_about_their_deadlines_names_no_child_either(world, settings, by_text):
    """A text shows on a locked phone: it has no reference and nothing of the case, only that there is something."""
    settings.NOTIFY_KEY = settings.NOTIFY_TEXT_TEMPLATE = "something"
    referral = received(
        **NAMES, home_postcode="ZZ9 9ZZ", learns_at="Quillfeather Primary", words="Nobody must read this"
    )
    name_owner(referral.case_id, person("ben").pk, by=who("carys"))
    if by_text:
        Preference.objects.create(authority_id=SALFORD, person=person("ben"), urgent="text", mobile="+447700900982")
    watch_on(MONDAY, TUESDAY, WEDNESDAY)
    sent = list(Dispatch.objects.filter(template__in=TO_STAFF))
    assert {letter.template for letter in sent} == {"morning", "urgent_text" if by_text else "urgent"}
    for letter in sent:
        said = letter.subject + letter.body
        for secret in SECRETS:
            assert secret.casefold() not in said.casefold(), letter.template
        assert referral.case.reference not in letter.subject
        if letter.channel == Channel.TEXT:
            assert referral.case.reference not in said
            assert len(letter.body) < ONE_TEXT


def test_every_letter_there_is_a_template_for_is_read_here():
    written = {path.stem for path in (ROOT / "templates" / "letters").glob("*.txt")}
    assert written - {"foot", "way_back"} - ABOUT_COLLEAGUES - NEWS == TO_STAFF | {
        letter.template for row in ROSTER.values() for letter in row
    }


def test_each_has_a_subject_with_the_reference_and_a_body_with_nothing_left_to_fill_in(outbox):
    for letter in outbox:
        reference = Case.objects.get(pk=letter.case_ref).reference
        assert reference in letter.subject, letter.template
        assert "\n" not in letter.subject
        for unfilled in ("{", "}", "None", "Subject:", "  by .", "on ."):
            assert unfilled not in letter.subject + letter.body, letter.template


def test_each_goes_to_its_own_audience(outbox):
    sent_to = {letter.template: letter.to for letters in ROSTER.values() for letter in letters}
    for letter in outbox:
        if sent_to[letter.template] in {Audience.TRIAGE_TEAM, Audience.SERVICE}:  # the Bridge answers for the service
            assert letter.address == "bridge@salford.example"
        elif sent_to[letter.template] in {
            Audience.FAMILY,
            Audience.INVITED,
            Audience.FAMILY_THERE,
            Audience.THERE_WITHOUT_ACCOUNT,
            Audience.ASKED_FOR_FEEDBACK,
        }:
            assert letter.address == "mother@families.example"
        elif sent_to[letter.template] == Audience.TOLD_OF_DECISION:
            asker = Carer.objects.get(case_ref=letter.case_ref, asked=True)
            at_work = asker.relationship == Relationship.PROFESSIONAL
            assert letter.address == ("mother@families.example" if at_work else asker.email)
        elif sent_to[letter.template] == Audience.TASKED:
            people = {person(name).email for name in ("caf_worker", "carys", "hal", "ehc_coordinator")}
            assert letter.address in {"bridge@salford.example", "caf@salford.example", *people}
        elif sent_to[letter.template] in {Audience.SERVICES, Audience.CAF_TEAM}:
            assert letter.address == "caf@salford.example"
        elif sent_to[letter.template] in {Audience.LEAD, Audience.WHO_ASKED}:
            assert letter.address == person("engagement_lead").email
        else:
            assert letter.address == Carer.objects.get(case_ref=letter.case_ref, asked=True).email


def test_the_officers_reason_goes_to_a_confirmed_address_alone(outbox):
    confirmed = set(Carer.objects.exclude(email_confirmed_at=None).values_list("case_ref", flat=True))
    for letter in outbox:
        if letter.template.startswith("settled"):
            assert ("We read it twice." in letter.body) == (letter.case_ref in confirmed)


def test_each_tells_of_an_entry_that_is_there(outbox):
    assert {letter.entry_ref for letter in outbox} <= set(Entry.objects.values_list("pk", flat=True))
