"""Every address of both doors, everybody who may try it, and something of everybody's to try it on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.contrib.auth.models import Permission
from django.core import signing
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver

from accounts.feeds import make, open_feed
from accounts.invitations import open_invitations
from accounts.models import Absence, Agency, Agreement, BringingIn, Locality, Setting, Ward
from accounts.places import Area
from accounts.roles import Role
from accounts.rules import Away
from accounts.selectors import bridge_of
from accounts.who import visitor
from assessments.actions.send import Wanted as WantedReaders
from assessments.actions.write import write as write_part
from assessments.models import FamilyAssessment
from assessments.words import Chapter
from cases import drafts
from cases.actions.commitments import Promise, keep_commitment
from cases.actions.excuse import propose
from cases.actions.know_setting import Places, keep_provision
from cases.actions.letters import print_instead
from cases.actions.staff.absence import enter
from cases.actions.staff.agreement import Wanted as WantedAgreement
from cases.actions.staff.agreement import keep_agreement
from cases.actions.staff.invite import Wanted, invite
from cases.actions.staff.locality import keep_locality
from cases.actions.tasks import agree_action
from cases.links import REPLY_SALT, SALT
from cases.models import CaseGrant, Commitment
from core import clock
from core.keys import new_key
from core.references import dressed
from documents.actions.add import add
from documents.actions.note_check import note_check
from documents.store import keep
from documents.words import Scan
from door.guarded import opened
from ehcp.models import Advice, AdvicePoint, AssessmentDecision, AssessmentRequest, Evidence
from feedback.actions.give import Given, give
from feedback.links import form_at as feedback_form
from feedback.models import Ask
from meetings.actions.call import Guest, call
from meetings.actions.call import Wanted as WantedMeeting
from meetings.actions.close import Ending, note_came
from meetings.actions.jot import jot
from meetings.links import invitation as invitation_to_meeting
from meetings.models import Meeting
from meetings.words import Came, Gathered, MeetingKind, Section
from meetings.words import Outcome as MeetingOutcome
from notices.models import Dispatch
from panels.actions.sittings import Wanted as WantedSitting
from panels.actions.sittings import plan
from panels.models import AgendaItem, Sitting
from pathway.actions.answer_for_service import answer_for_service
from pathway.actions.answer_request import OurService, answer_request
from pathway.actions.close_meeting import close_meeting
from pathway.actions.family_assessment import begin_assessment, send_assessment
from pathway.actions.hold_allocation import begin, end
from pathway.actions.receive_request import receive_request
from profiles.actions.share import make_link
from profiles.actions.write import write as write_profile
from profiles.links import address_of as profile_link
from profiles.words import Section as Heading
from provision.actions.answer import Written
from provision.models import Service, ServiceRequest
from provision.words import ServiceSaid
from referrals.actions.answering import Answer
from referrals.words import AsksFor
from referrals.words import Said as Asked
from support.models import SupportCycle, SupportLine, SupportOutcome
from tests.acts.test_receive import a_file
from tests.conftest import DoorClient
from tests.factories.children import two_homes
from tests.factories.excuses import somebody_ill
from tests.factories.requests import at_work, received, referred, request
from tests.factories.services import a_service
from tests.factories.settings import a_setting, a_year
from tests.personas import GROUPS, SALFORD, THURROCK, person, who

PEOPLE = {
    "desk": (
        "nobody", "half", "ben", "carys", "sena", "hal", "stella", "dev", *GROUPS["holders"], *GROUPS["advisers"],
        *GROUPS["caseless"], *GROUPS["counters"], "petra", "ina", "tom", "irene", "eve", "amina", "priya",
    ),
    "family": (
        "nobody", "half", "amina", "priya", *GROUPS["kin"], "ben", "carys", "hal", "stella", "dev", "tom", "irene",
        "eve",
    ),
}  # fmt: skip
"""Everybody whose role is honoured at the door, and some of those whose role is not. ``nobody`` is not signed in.
``half`` gave a password and no second step: Ben at the desk, Amina at the family's."""
HALF = {"desk": "ben", "family": "amina"}
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def patterns(door: str) -> Iterator[tuple[str, URLPattern]]:
    """Every pattern of a door, with the whole route."""

    def walk(found, before=""):
        for one in found:
            here = before + str(one.pattern)
            if hasattr(one, "url_patterns"):
                yield from walk(one.url_patterns, here)
            else:
                yield here, one

    yield from walk(get_resolver(f"sendpath.urls_{door}").url_patterns)


@dataclass(frozen=True)
class Objects:
    """What the addresses of the table stand for: ``{amina}`` is the reference of Amina's request, and so on."""

    places: dict[str, str]
    case_of: dict[str, UUID]


def lay_out() -> Objects:
    """Amina's and Priya's families at Salford, one in Thurrock, with files and letters; and what does not exist."""
    amina = received(AsksFor.UNSURE, by=who("amina"))
    priya = received(AsksFor.HELP, by=who("priya"), given_name="Noor", email="priya@families.example")
    joined = received(AsksFor.HELP, given_name="Ayaan", email="imran@families.example")
    thurrock = receive_request(request(), by=visitor(THURROCK))
    files = {}
    for name, referral in (("amina", amina), ("priya", priya)):
        files[name] = add(referral.case_id, a_file(stored_as=keep([PDF]).stored_as), by=who(name))
        note_check(files[name].pk, Scan.CLEAN)
    shut = add(amina.case_id, a_file(sha256="cd" * 32), by=who("amina"))
    abroad = receive_request(request(), [a_file(stored_as=keep([PDF]).stored_as)], by=visitor(THURROCK))
    letters = {}
    for authority, case in ((SALFORD, amina.case_id), (THURROCK, thurrock.case_id)):
        Dispatch.objects.filter(case_ref=case).update(stopped_at="2026-11-18T12:00Z", stopped_because="Refused.")
        letters[authority] = Dispatch.objects.filter(case_ref=case).order_by("pk").first().pk
    leave = {name: leave_of(name) for name in ("ben", "stella", "tom")}
    old_calendar, new_calendar = (calendar_of("ben") for _time in range(2))
    printed = {
        code: print_instead(key, "Nasreen Chowdhury\n14 Broadwalk\nSalford\nM5 4WT", by=who(manager)).pk
        for code, key, manager in (
            (SALFORD, Dispatch.objects.filter(case_ref=amina.case_id).order_by("pk").last().pk, "carys"),
            (THURROCK, Dispatch.objects.filter(case_ref=thurrock.case_id).order_by("pk").last().pk, "irene"),
        )
    }
    oakfield, estuary = a_setting(), a_setting("Estuary Academy", "secondary", by="irene")
    a_year(oakfield)
    a_year(estuary, by="irene")
    registers = {code: register_of(code, keeper) for code, keeper in ((SALFORD, "dev"), (THURROCK, "irene"))}
    asked = received(
        AsksFor.ASSESSMENT,
        given_name="Edith",
        family_name="Osei",
        born_on=date(2012, 3, 9),
        email="osei@families.example",
    )
    owed = {row.duty: row for row in asked.case.deadlines.all()}
    around = two_homes(asked.case, bar=True)
    put = propose(owed["NOPLAN"].pk, somebody_ill(), by=who("ben"))
    answer_request(joined.pk, Asked.ASK, Answer("Which services have you seen?"), by=who("ben"))
    task = agree_action(asked.case_id, "Ring school", person("sena").pk, clock.today(), by=who("ben"))
    sent = referred(
        by=who("ben"),
        work=at_work(concern="He is hurt."),
        given_name="Wilf",
        family_name="Marsh",
        email="ben@salford.example",
    )
    sitting = a_meeting("carys")
    waits = received(AsksFor.HELP, given_name="Wren", email="wren@families.example")
    answer_request(waits.pk, Asked.ACCEPT, Answer("They need it."), by=who("ben"))
    begin(sitting.pk, by=who("carys"))
    item = AgendaItem.objects.get(case=waits.case_id, sitting=sitting)
    half_done = drafts.start(SALFORD, "ask", None)
    profile = write_profile(priya.case_id, {Heading.HELPS: "Slow words."}, 0, by=who("priya"))
    passed_on = make_link(priya.case_id, "Brownies", 7, by=who("priya"))
    meeting = meeting_about(asked.case_id, asked.sender_id, "ben")
    held = meeting_about(priya.case_id, priya.sender_id, "ben", held=True)
    mother = meeting.invitees.get(carer=asked.sender_id)
    assessment = assessment_of(asked, "ben")
    ehc, put_forward, made = decision_of(asked), decision_of(amina, "proposed"), decision_of(priya, "made")
    advice, point = advice_of(priya)
    support, agreed = support_of(asked), support_of(priya, agreed=True)
    ask = Ask.objects.get(meeting=held)
    wrote = Ask.objects.get(meeting=meeting_about(amina.case_id, amina.sender_id, "ben", held=True))
    wrote = give(wrote.pk, Given({}, "They let me finish."), by=visitor(SALFORD))
    return Objects(
        {
            "amina": amina.case.reference,
            "priya": priya.case.reference,
            "joined": joined.case.reference,
            "referred": sent.case.reference,
            "thurrock": thurrock.case.reference,
            "asked": asked.case.reference,
            "deadline": str(owed["EHCNA-DECIDE"].pk),
            "deadline_put": str(owed["NOPLAN"].pk),
            "excuse": str(put.pk),
            "sitting": str(sitting.pk),
            "sitting_thurrock": str(a_meeting("irene", days=1).pk),
            "sitting_none": str(new_key()),
            "item": str(item.pk),
            "item_none": str(new_key()),
            "meeting": str(meeting.pk),
            "meeting_held": str(held.pk),
            "meeting_thurrock": str(meeting_about(thurrock.case_id, thurrock.sender_id, "tom").pk),
            "meeting_none": str(new_key()),
            "assessment": str(assessment.pk),
            "assessment_sent": str(assessment_of(priya, "ben", sent=True).pk),
            "assessment_thurrock": str(assessment_of(thurrock, "tom").pk),
            "assessment_none": str(new_key()),
            "talk_thurrock": str(thurrock.sender_id),
            "profile": str(profile.pk),
            "profile_of": str(priya.sender_id),
            "profile_link": str(passed_on.pk),
            "profile_link_none": str(new_key()),
            "about": profile_link(passed_on.pk).split("/")[-2],
            "about_none": profile_link(new_key()).split("/")[-2],
            "ehc": str(ehc.request_id),
            "ehc_put": str(put_forward.request_id),
            "ehc_made": str(made.request_id),
            "ehc_evidence": str(Evidence.objects.get(request=ehc.request_id).pk),
            "ehc_yes": str(advice.request_id),
            "advice": str(advice.pk),
            "advice_point": str(point.pk),
            "ehc_none": str(new_key()),
            "support": str(support.pk),
            "support_agreed": str(agreed.pk),
            "support_part": str(support.outcomes.get().pk),
            "support_line": str(agreed.lines.get().pk),
            "support_thurrock": str(support_of(thurrock).pk),
            "support_none": str(new_key()),
            "talk_none": str(new_key()),
            "invitee": str(mother.pk),
            "invitee_none": str(new_key()),
            "jotting": str(meeting.jottings.get(section="option").pk),
            "come": invitation_to_meeting(mother.pk).split("/")[2],
            "come_none": invitation_to_meeting(new_key()).split("/")[2],
            "feedback": feedback_form(ask.pk).split("/")[2],
            "feedback_none": feedback_form(new_key()).split("/")[2],
            "ask": str(ask.pk),
            "ask_none": str(new_key()),
            "ticket": str(wrote.ticket),
            "ticket_none": str(uuid4()),
            "task": str(task.pk),
            "task_none": str(new_key()),
            "address": str(around.open_home.pk),
            "address_secret": str(around.secret_home.pk),
            "place": str(around.school.pk),
            "around": str(around.father.pk),
            "sender": str(asked.sender_id),
            "bar": str(around.bar.pk),
            "deadline_thurrock": str(thurrock.case.deadlines.get(duty="TRIAGE-LOCAL").pk),
            "none": dressed("SAL", "346789B"),
            "file": str(files["amina"].pk),
            "file_shut": str(shut.pk),
            "file_thurrock": str(abroad.case.documents.get().pk),
            "file_none": str(new_key()),
            "letter": str(letters[SALFORD]),
            "letter_thurrock": str(letters[THURROCK]),
            "letter_none": str(new_key()),
            "calendar": str(new_calendar),
            "calendar_stopped": str(old_calendar),
            "calendar_none": "x" * 43,
            "team": str(bridge_of(SALFORD).pk),
            "team_thurrock": str(bridge_of(THURROCK).pk),
            "team_none": str(new_key()),
            "leave_ben": str(leave["ben"]),
            "leave_stella": str(leave["stella"]),
            "leave_thurrock": str(leave["tom"]),
            "leave_none": str(new_key()),
            "printed": str(printed[SALFORD]),
            "printed_thurrock": str(printed[THURROCK]),
            "setting": str(oakfield.pk),
            "setting_thurrock": str(estuary.pk),
            "setting_none": str(new_key()),
            "base": str(base_of(oakfield, "dev")),
            "base_thurrock": str(base_of(estuary, "irene")),
            "base_none": str(new_key()),
            "ward": str(ward_of(SALFORD)),
            "ward_thurrock": str(ward_of(THURROCK)),
            "ward_none": str(new_key()),
            "invitation": str(invitation_of("dev")),
            "invitation_thurrock": str(invitation_of("irene")),
            **(kept := {name: str(key) for name, key in set_up().items()}),
            "asked_of": str(asked_of(kept["service"])),
            "let_in": str(let_in(amina)),
            "let_in_thurrock": str(let_in(thurrock)),
            "register": str(registers[SALFORD]),
            "register_thurrock": str(registers[THURROCK]),
            "register_none": str(new_key()),
            "link": signing.dumps(str(amina.sender_id), salt=SALT),
            "link_none": signing.dumps(str(new_key()), salt=SALT),
            "link_bad": "made-up",
            "reply": signing.dumps(str(joined.said.get().pk), salt=REPLY_SALT),
            "reply_none": signing.dumps(str(new_key()), salt=REPLY_SALT),
            "back": drafts.open_way_back(half_done),
            "back_bad": "x" * 43,
            "ben": str(person("ben").pk),
            "tom": str(person("tom").pk),
            "standing_ben": str(person("ben").memberships.get().pk),
        },
        {
            "amina": amina.case_id,
            "priya": priya.case_id,
            "joined": joined.case_id,
            "thurrock": thurrock.case_id,
            "asked": asked.case_id,
            "referred": sent.case_id,
        },
    )


def meeting_about(case: UUID, sender: UUID, caller: str, *, held: bool = False) -> Meeting:
    """A meeting about a child, today, to which the family is asked; its notes begun, or closed."""
    by = who(caller)
    guests = [Guest(carer=sender), Guest(name="Wendy Rush", email="w.rush@trust.example")]
    made = call(case, WantedMeeting(MeetingKind.MAM, clock.today()), guests, by=by)
    jot(made.pk, Section.OPTION, {"option": "A visual timetable"}, by=by)
    if held:
        jot(made.pk, Section.VIEWS, {"words": "I like the quiet room."}, by=by)
        note_came(made.pk, made.invitees.get(carer=sender).pk, Came.HERE, by=by)
        ending = Ending((MeetingOutcome.SUPPORT,), "It goes on.", Gathered.THERE, no_review_because="It is better.")
        close_meeting(made.pk, ending, by=by)
    return made


def assessment_of(referral, writer: str, *, sent: bool = False) -> FamilyAssessment:
    """A Family Assessment of a child, its parts begun; or sent to whoever asked."""
    by = who(writer)
    made = begin_assessment(referral.case_id, by=by)
    write_part(made.pk, Chapter.HEALTH, {"needs": "Sleep"}, by=by, version=0)
    if sent:
        for chapter, said in ((Chapter.VIEWS, "words"), (Chapter.FAMILY, "well"), (Chapter.TOGETHER, "means")):
            there = made.parts.filter(chapter=chapter).first()
            write_part(made.pk, chapter, {said: "I like the quiet room."}, by=by, version=there.version if there else 0)
        send_assessment(made.pk, WantedReaders(readers=(referral.sender_id,)), by=by)
    return made


def decision_of(referral, state: str = "writing") -> AssessmentDecision:
    """A request for an EHC needs assessment with something on it, and its decision: being written, put to a manager, or
    made, a no."""
    whose, more = {"authority_id": referral.case.authority_id, "case_id": referral.case_id}, {}
    if state == "made":
        items = [{"key": "reasons", "heading": "Why", "lines": ["The school gives it already."]}]
        said = {"called": "Noor", "council": "Salford City Council", "sent_on": "2026-11-18", "items": items}
        notice = {**said, "appeal_by": "2027-01-18", "mediation_by": "2027-01-18"}
        more = {"made_on": clock.today(), "made_by": "x", "assess": False, "notice": notice, "meet_by": clock.today()}
    with opened(referral.case_id):
        row = AssessmentRequest.objects.filter(case=referral.case_id).first()
        if row is None:
            row = AssessmentRequest(
                **whose, asked_by_id=referral.sender_id, source="parent", found="in_terms",
                received_on=clock.today(), state="refused" if state == "made" else "received",
            )  # fmt: skip
            row.save()
        whose |= {"request": row}
        Evidence(**whose, limb="needs", shows="Reads little.", source="Mum", kept_by="x", kept_at=clock.now()).save()
        decision = AssessmentDecision(**whose, state=state, written_by="y", written_at=clock.now(), **more)
        decision.save()
    return decision


def advice_of(referral) -> tuple[Advice, AdvicePoint]:
    """A request that the council agreed to, and advice on it that Ben is asked for, with one need."""
    whose, now = {"authority_id": referral.case.authority_id, "case_id": referral.case_id}, clock.now()
    with opened(referral.case_id):
        request = AssessmentRequest(
            **whose, asked_by_id=referral.sender_id, source="parent", found="in_terms", received_on=clock.today(),
            state="agreed",
        )  # fmt: skip
        request.save()
        about = {"adviser": "d", "why": "How?", "asked_by": "x", "asked_on": clock.today()}
        row = Advice(**whose, request=request, asked=person("ben"), **about)
        row.save()
    here = {"authority_id": row.authority_id, "advice": row, "kind": "need", "number": 1}
    point = AdvicePoint(**here, said={"what": "Reads words."}, written_by="x", written_at=now)
    point.save()
    return row, point


def support_of(referral, *, agreed: bool = False) -> SupportCycle:
    """An Early Support Plan being written, with an outcome; or agreed, with help."""
    whose = {"authority_id": referral.case.authority_id, "case_id": referral.case_id}
    today, more = clock.today(), {}
    if agreed:
        more = {"state": "doing", "agreed_on": today, "review_on": today + timedelta(84)}
    with opened(referral.case_id):
        row = SupportCycle(**whose, kind="early_support", number=1, begun_by="x", begun_at=clock.now(), **more)
        row.save()
        whose |= {"cycle": row, "added_at": clock.now()}
        SupportOutcome(**whose, need="Play", outcome="Plays", measure="Seen", baseline="No", target="Yes").save()
        SupportLine(**whose, what="Play", often="Daily", minutes=9, who="A teacher", sessions=2, yearly=520).save()
    return row


def a_meeting(manager: str, days: int = 0) -> Sitting:
    """An allocation meeting that somebody planned; one that goes on from before is over."""
    keeper = who(manager)
    for one in Sitting.objects.filter(authority_id=keeper.authority_id, state="open"):
        end(one.pk, "", by=keeper)
    return plan(WantedSitting(clock.today() + timedelta(days)), by=keeper)


def set_up() -> dict[str, UUID]:
    """A locality and an agreement at Salford and at Thurrock, and the organisation they are with."""
    today, found = clock.today(), {}
    agency = Agency.objects.get_or_create(name="Irwell Valley Community Health", defaults={"kind": "health"})[0]
    for code, ending in ((SALFORD, ""), (THURROCK, "_thurrock")):
        administrator = replace(who("dev"), authority_id=code)
        area = Area("Quays", today, None, frozenset({"M50"}))
        place = Locality.objects.filter(authority_id=code).first() or keep_locality(None, area, by=administrator)
        agreed = Agreement.objects.filter(authority_id=code).first() or keep_agreement(
            None,
            WantedAgreement(
                name="With Irwell", purpose="Working together", article6="public_task", article9="health_care",
                shared=("core",), since=today, until=today + timedelta(300), review_on=today, document="DSA 1",
                signed_by="Both", parties=frozenset({agency.pk}),
            ),
            by=administrator,
        )  # fmt: skip
        service = Service.objects.filter(authority_id=code).first() or a_service(by=administrator)
        found |= {f"service{ending}": service.pk}
        found |= {f"locality{ending}": place.pk, f"agreement{ending}": agreed.pk}
    promise = Promise("Every plan in 20 weeks", "Strategy, page 2", today, person("carys").pk, "amber", "")
    kept = Commitment.objects.first() or keep_commitment(None, promise, by=who("carys"))
    found["commitment"] = kept.pk
    return {**found, "agency": agency.pk, "service_none": new_key(), "service_word": "educational-psychology-service"}


def asked_of(service: str) -> UUID:
    """A request that was passed to a service, whose team the Bridge is, and of which it wants to know more."""
    referral = received(AsksFor.HELP, given_name="Ottoline", email="ottoline@families.example")
    to = OurService(UUID(service), {})
    answer_request(referral.pk, Asked.SEND_ON, Answer("It is theirs."), by=who("ben"), service=to)
    key = ServiceRequest.objects.get(case=referral.case_id).pk
    answer_for_service(key, ServiceSaid.MORE, Written("Who has seen them?"), by=who("ben"))
    return key


def let_in(referral) -> UUID:
    """Somebody was let in to this case by exception: nobody who is asked, so that reviewers alone know of it."""
    now = clock.now()
    return CaseGrant.objects.create(
        authority_id=referral.authority_id, content_object=referral.case, user=person("eve"), granted_by="person:eve",
        permission=Permission.objects.get(codename="view_case"), reason="The hospital has rung.", since=now.date(),
        until=now.date(), by_exception=True, opened_at=now, ends_at=now + timedelta(hours=2),
    ).pk  # fmt: skip


def register_of(code: str, keeper: str) -> UUID:
    """The file of the register of schools that a council has read: one is brought in at a time."""
    there = BringingIn.objects.filter(authority_id=code).first()
    return (there or BringingIn.objects.create(
        authority_id=code, file_name="edubasealldata.csv", stored_as="none.csv", size=1, scope="ours",
        stage="read", brought_by=who(keeper).ref, brought_at=clock.now(),
    )).pk  # fmt: skip


def base_of(setting: Setting, keeper: str) -> UUID:
    """A base of a setting."""
    return keep_provision(setting.pk, None, Places("base", "asd", 12, clock.today()), by=who(keeper)).pk


def ward_of(code: str) -> UUID:
    """A ward of a council, as a directory of postcodes would have it."""
    return Ward.objects.get_or_create(authority_id=code, code="E05000001", defaults={"name": "Nowhere"})[0].pk


def leave_of(name: str) -> UUID:
    """The key of somebody's leave to come: entered once, however often everything is laid out."""
    there = Absence.objects.filter(person=person(name)).first()
    return (there or enter(Away(person(name).pk, clock.today() + timedelta(19), None), by=who(name))).pk


def invitation_of(name: str) -> UUID:
    """The key of the invitation that waits at somebody's authority, written once."""
    one = who(name)
    inviter = replace(one, roles=frozenset({Role.ADMINISTRATOR}))
    there = open_invitations(one).first()
    wanted = Wanted(f"new.{name}@people.example", "New Colleague", (Role.BRIDGE_WORKER,), clock.today())
    return there.pk if there else invite(wanted, by=inviter)[0].pk


def calendar_of(name: str) -> str | None:
    """The secret of somebody's calendar, in place of the one they had."""
    before = open_feed(who(name))
    return make(who(name), instead_of=before and before.pk)


class Visit:
    """Somebody at a door. Every request starts from the same tables and cookies, and leaves no trace."""

    def __init__(self, door: str, name: str, *, checks_csrf: bool = False) -> None:
        self.door, self.checks_csrf = door, checks_csrf
        signed_in = DoorClient(door)
        if name == "half":
            signed_in.as_(HALF[door], second_step=False)
        elif name != "nobody":
            signed_in.as_(name)
        self.cookies = signed_in.cookies.output(header="", sep=";")
        self.at_the_door = signed_in.at_the_door
        """To be entered once around many requests: entering it builds every address anew."""

    def ask(self, method: str, path: str, data: dict | None = None, **headers) -> HttpResponse:
        """One request, whatever it changes undone afterwards."""
        client = DoorClient(self.door, enforce_csrf_checks=self.checks_csrf)
        client.cookies.load(self.cookies)
        client.raise_request_exception = False
        cache.clear()
        with transaction.atomic():
            response = client.generic(method, path, **headers) if method not in {"GET", "POST"} else (
                client.get(path, data, **headers) if method == "GET" else client.post(path, data or {}, **headers)
            )  # fmt: skip
            response.body = response.getvalue()
            transaction.set_rollback(True)
        return response
