"""Pages ask the database as often for sixty cases as for five, and exactly as often as is written here."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.feeds import make
from accounts.models import Membership, Person, Setting, Ward, WardPostcode
from accounts.places import Area
from accounts.roles import Role
from accounts.rules import Away
from accounts.who import visitor
from assessments.actions.write import write as write_part
from assessments.words import Chapter
from cases.actions import excuse
from cases.actions.bring_in_settings import agree, begin
from cases.actions.commitments import keep_commitment
from cases.actions.factors import note_factor
from cases.actions.join import join, part
from cases.actions.let_in import let_oneself_in
from cases.actions.letters import print_instead
from cases.actions.markers import mark
from cases.actions.name_owner import name_owner
from cases.actions.needs import name_needs
from cases.actions.results import Said as Figure
from cases.actions.results import keep_baseline, note_result
from cases.actions.set_reminders import set_reminders
from cases.actions.staff.absence import enter
from cases.actions.staff.agency import add_agency
from cases.actions.staff.agreement import keep_agreement
from cases.actions.staff.invite import Wanted, invite
from cases.actions.staff.locality import keep_locality
from cases.actions.staff.team import Wanted as WantedTeam
from cases.actions.staff.team import keep_team
from cases.actions.tasks import finish
from cases.factor_words import Factor
from cases.ladder import SHORT
from cases.marker_words import Marker
from cases.models import Caseload, Deadline, Excuse, Task
from cases.need_words import Needs, PathwayNeed, SenType
from cases.result_words import Result
from cases.task_kinds import TaskKind
from cases.tasks import bring_in_settings
from cases.words import Capacity
from core import clock
from demo.seed import seed
from documents.actions.add import add
from door.guarded import opened
from ehcp.actions.advice import give_own, write_point
from ehcp.models import Evidence
from ehcp.words import Adviser, Point
from feedback.actions.themes import keep_theme
from feedback.links import form_at
from feedback.models import Ask
from feedback.words import Audience
from ledger import looking
from ledger.models import Entry
from meetings.actions.call import Guest
from meetings.actions.call import invite as invite_to_meeting
from meetings.actions.jot import jot
from meetings.words import Section
from notices.models import Dispatch
from pathway.actions.answer_request import OurService, answer_request
from pathway.actions.decide_assessment import decide_assessment
from pathway.actions.family_assessment import ask_for_part, begin_assessment
from pathway.actions.settle_request import settle_request
from people.models import Carer
from profiles.actions.read import mark_read
from profiles.actions.share import make_link, open_link
from profiles.actions.write import write as write_profile
from profiles.links import address_of as profile_link
from profiles.words import Section as Heading
from provision.actions.answer import Written, say_of_request
from provision.actions.end_work import NO_NEED, CameOfIt, Ending, end_work
from provision.actions.keep_threshold import keep_threshold
from provision.models import Service, ServiceRequest
from provision.words import Came, ServiceSaid, WhyEnds
from referrals.actions.answering import Answer
from referrals.actions.receive import Named
from referrals.selectors import COUNTED, queue
from referrals.words import AsksFor, ServiceKind, ServiceStands
from referrals.words import Said as Answered
from rulebook.actions.give_verdict import give_verdict
from rulebook.words import Said
from statute.fingerprint import fingerprint
from statute.timetable import codes, duty
from support.actions.begin import add_help, add_outcome
from support.models import SupportCycle
from talking.actions.say import Telling, hear, say
from tests.acts.test_commitments import promised
from tests.acts.test_factors import evidence
from tests.acts.test_feedback import held as held_meeting
from tests.acts.test_footprint import children, of_thurrock, pools
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, called
from tests.acts.test_receive import a_file
from tests.acts.test_setting_up import agreement
from tests.acts.test_support import AIM, PAIRED, planned, reviewed_again
from tests.acts.test_who_a_child_is import put_on
from tests.factories.children import two_homes
from tests.factories.ehcp import agreed, put_forward, sought
from tests.factories.excuses import somebody_ill
from tests.factories.feedback import answered
from tests.factories.gias import a_line, written
from tests.factories.requests import at_work, received, referred
from tests.factories.services import LINES, a_service
from tests.factories.settings import a_setting, a_year
from tests.personas import SALFORD, SINCE, person, who

pytestmark = pytest.mark.django_db


STANDS_IN = 'SELECT "accounts_absence"."cover_id"'
"""For whom the reader stands in: asked once a page, of those who may hold cases, wherever sight is asked."""


def queries_of(client, address: str) -> int:
    """How many queries a page takes, once templates and the like are warm, besides the one for whom the reader stands
    in, of which there is never a second."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    covers = [one for one in asked if one["sql"].startswith(STANDS_IN)]
    assert len(covers) <= 1
    return len(asked) - len(covers)


SIGNED_IN = 3
"""The session, the person, and where they stand today with whose page it is, for the heading."""
PHOTO = 1
"""Whether there is one."""
ALARM = 1
"""Whether reminders have stopped, for a manager or an administrator."""
QUEUE = 7
SECRET = 9
"""Whether anything is secret about the children, for all at once, and the letters again."""
ENTERED = 1
"""Records that colleagues entered lately."""
WORK = 8
"""The page's keys, its cases with who answers for them, what is owed with who was told, and how many are due; then what
is to be done, who waits for an answer, what is to be read, and the meetings to come. With signing in and for whom one
stands in no more than twelve, which is what B1 allows the list alone."""


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/requests/", SIGNED_IN + QUEUE + ENTERED),
        ("/requests/?route=help", SIGNED_IN + QUEUE),
        ("/work/", SIGNED_IN + WORK),
        ("/work/?whose=team&kind=TRIAGE-LOCAL", SIGNED_IN + WORK),
        ("/api/v1/requests/", SIGNED_IN + QUEUE),
        ("/api/v1/requests/?route=help", SIGNED_IN + QUEUE),
    ],
)
def test_the_queue_asks_as_often_for_sixty_as_for_five(desk, address, count):
    ben = desk.as_("ben")
    for _ in range(5):
        received()
    assert queries_of(ben, address) == count
    for _ in range(55):
        received()
    assert queries_of(ben, address) == count


FOUND = 7
"""Whether one's teams hold many cases, which one may see when they are few, those whose name begins so, each name once
that sounds so, their children, the cases to show, and a row for each child shown, in one go."""


@pytest.mark.parametrize(
    ("typed", "count"),
    [("Chowdhury", FOUND), ("Choudhry", FOUND), ("Ian Chowdree", FOUND), ("Choudhry 14/6/2018", FOUND), ("Qzyx", 5),
     ("943 476 5919", 1), ("H801200001001", 1), ("", 6)],
)  # fmt: skip
def test_a_search_asks_as_often_for_sixty_as_for_five(desk, typed, count):
    ben = desk.as_("ben")
    for _ in range(5):
        received()
    assert queries_of(ben, f"/find/?q={typed}") == SIGNED_IN + count
    for number in range(55):
        received(family_name=("Chowdhury", "Chaudhary", "Chowdry", "Choudhury")[number % 4])
    assert queries_of(ben, f"/find/?q={typed}") == SIGNED_IN + count


@pytest.mark.parametrize(("room", "count"), [("requests", 33), ("cases", 22)])
def test_a_request_with_much_about_it_asks_as_often_as_one_with_little(desk, room, count):
    ben = desk.as_("ben")
    little, much = received(by=who("amina")), received(AsksFor.UNSURE, by=who("amina"))
    for number in range(5):
        add(much.case_id, a_file(name=f"{number}.pdf"), by=who("amina"))
    assert queries_of(ben, f"/{room}/{little.case.reference}/") == count
    assert queries_of(ben, f"/{room}/{much.case.reference}/") == count
    settle_request(much.pk, AsksFor.ASSESSMENT, "The words ask for it.", by=who("ben"))
    settled_by = 1 if room == "requests" else 0  # one more name to look up
    assert queries_of(ben, f"/{room}/{much.case.reference}/") == count + settled_by


def test_the_register_of_settings_asks_as_often_for_sixty_as_for_five(desk, settings, tmp_path):
    """The list counts, reads a page and the localities, and looks for the last file and one under way; a pair is no
    further question. A setting asks for itself, what closed for it, its bases, the localities, and what was done."""
    settings.FILES_DIR = tmp_path
    (tmp_path / "registers").mkdir()
    dev = desk.as_("dev")
    counts = {}
    for number in (5, 60):
        closed = {"EstablishmentStatus (name)": "Closed"}
        old = [a_line(100_000 + n * 72, EstablishmentName=f"A{n}", **closed) for n in range(number)]
        new = [a_line(300_000 + n * 72, EstablishmentName=f"A{n}", Postcode=old[n]["Postcode"]) for n in range(number)]
        content = written([*old, *new])
        (tmp_path / "registers" / f"{number}.csv").write_bytes(content)
        it = begin(file_name="a.csv", stored_as=f"{number}.csv", size=len(content), scope="ours", by=who("dev"))
        assert bring_in_settings() == 1
        seen = f"/settings/register/{it.pk}/?show=new"
        for page, address in (("seen", seen), ("list", "/settings/")):
            counts.setdefault(page, set()).add(queries_of(dev, address))
        agree(it.pk, good_alone=True, by=who("dev"))
        assert bring_in_settings() == 1
        counts.setdefault("pairs", set()).add(queries_of(dev, "/settings/in-place/"))
        one = Setting.objects.latest("pk").pk
        counts.setdefault("one", set()).add(queries_of(dev, f"/settings/{one}/"))
    settled = SIGNED_IN + ALARM
    assert counts == {
        "seen": {settled + 3}, "list": {settled + 5}, "pairs": {settled + 2}, "one": {settled + 5},
    }  # fmt: skip


def test_the_directory_of_services_asks_as_often_for_sixty_as_for_five(desk, family):
    """The list asks once; one service asks for itself and its lines; its versions for both kinds and the names."""
    dev, counts = desk.as_("dev"), {}
    first = a_service(owner=person("ben").pk)
    for number in (5, 60):
        for place in range(number):
            if not Service.objects.filter(slug=f"service-{place}").exists():
                a_service(f"Service {place}", lines=())
        keep_threshold(first.pk, LINES[: 1 + number % 2], "", by=who("dev"))
        for page in ("", f"{first.pk}/", f"{first.pk}/versions/", f"{first.pk}/check/", f"{first.pk}/change/"):
            key = page.partition("/")[2] or ("one" if page else "list")
            counts.setdefault(key, set()).add(queries_of(dev, f"/services/{page}"))
        for page in ("", f"{first.slug}/"):
            counts.setdefault(f"public {bool(page)}", set()).add(queries_of(family, f"/salford/services/{page}"))
    settled = SIGNED_IN + ALARM
    assert counts == {
        "list": {settled + 1}, "one": {settled + 2}, "versions/": {settled + 7}, "check/": {settled + 2},
        "change/": {settled + 4}, "public False": {2}, "public True": {3},
    }  # fmt: skip


def test_what_waits_for_a_service_asks_as_often_for_sixty_as_for_five(desk):
    """The service, the list in one go with its children, and the last days; one request asks for itself besides."""
    carys, counts, service = desk.as_("carys"), {}, a_service()
    for number in (5, 30):
        for _place in range(number):
            referral = received()
            to = OurService(service.pk, {})
            answer_request(referral.pk, Answered.SEND_ON, Answer("Theirs."), by=who("ben"), service=to)
        key = ServiceRequest.objects.latest("pk").pk
        counts.setdefault("list", set()).add(queries_of(carys, f"/services/{service.pk}/waiting/"))
        counts.setdefault("one", set()).add(queries_of(carys, f"/services/{service.pk}/requests/{key}/"))
        counts.setdefault("time", set()).add(queries_of(carys, f"/services/{service.pk}/in-time/"))
        counts.setdefault("reach", set()).add(queries_of(carys, f"/services/{service.pk}/reach/"))
        for row in ServiceRequest.objects.filter(state="waiting")[:number]:
            say_of_request(row.pk, ServiceSaid.TAKEN, Written("We visit."), by=who("ben"))
            end_work(row.pk, Ending([CameOfIt(*NO_NEED, Came.NOT, "No.")], WhyEnds.DONE, "It is done."), by=who("ben"))
        counts.setdefault("outcomes", set()).add(queries_of(carys, f"/services/{service.pk}/outcomes/"))
    settled = SIGNED_IN + ALARM
    assert counts == {
        "list": {settled + 5}, "one": {settled + 23}, "time": {settled + 6}, "reach": {settled + 5},
        "outcomes": {settled + 3},
    }  # fmt: skip


def test_wards_ask_as_often_for_sixty_as_for_five(desk):
    """The wards with their postcodes, the last file taken, and one under way."""
    dev, counts = desk.as_("dev"), set()
    for number in (5, 60):
        for place in range(number):
            ward, _new = Ward.objects.get_or_create(authority_id=SALFORD, code=f"E05{place:06}")
            postcode = f"M5 {place % 10}A{'ABDEFG'[place // 10]}"
            WardPostcode.objects.get_or_create(authority_id=SALFORD, postcode=postcode, ward=ward)
        counts.add(queries_of(dev, "/wards/"))
    assert counts == {SIGNED_IN + ALARM + 3}


def test_counts_of_children_ask_as_often_for_more_children_and_councils(desk):
    """Whose counts are seen, the counts, the names of councils, wards, localities, and who sees ours."""
    counter, counts = desk.as_("commissioner"), set()
    for number in (1, 6):
        children(number, a_setting(f"School {number}", urn=f"10000{number}"))
        counts.add(queries_of(counter, "/counts/"))
    of_thurrock(6)
    pools()
    counts.add(queries_of(counter, "/counts/"))
    assert counts == {SIGNED_IN + 6}


@pytest.mark.parametrize(
    ("more", "count"),
    [("", 22), ("plain/", 10), ("excuse/", 10), ("excuse/{excuse}/", 17), ("excuse/{excuse}/back/", 17)],
)
def test_a_deadline_asks_as_often_with_much_beside_it(desk, more, count):
    """The whole page: the case, its parts, who answers, who is told, what was put, and the files that show it."""
    carys = desk.as_("carys")
    case = received(AsksFor.ASSESSMENT).case
    key = Deadline.objects.get(case=case, duty="EHCNA-DECIDE").pk

    def put() -> str:
        return str(excuse.propose(key, somebody_ill(), by=who("ben")).pk)

    address = f"/cases/{case.reference}/deadlines/{key}/{more}"
    assert queries_of(carys, address.replace("{excuse}", put())) == count
    for number in range(4):
        excuse.answer(Excuse.objects.get(state="proposed").pk, False, f"No, {number}.", by=who("carys"))
        last = put()
        received(AsksFor.HELP)
    assert queries_of(carys, address.replace("{excuse}", last)) == count


def test_the_pages_of_owners_and_reminders_and_what_waits_ask_as_often(desk):
    carys = desk.as_("carys")

    def put() -> str:
        case = received(AsksFor.ASSESSMENT).case
        excuse.propose(Deadline.objects.get(case=case, duty="NOPLAN").pk, somebody_ill(), by=who("ben"))
        return case.reference

    reference = put()
    counts = {page: queries_of(carys, page) for page in ("/work/", "/reminders/", f"/cases/{reference}/owner/")}
    for _ in range(4):
        put()
    set_reminders("EHCNA-DECIDE", SHORT, by=who("carys"))
    assert {page: queries_of(carys, page) for page in counts} == counts
    assert list(counts.values()) == [15, 5, 13]


def test_answering_a_request_asks_as_often_however_many_could_lead(desk):
    """The pages of the answers, and of naming a lead from people ranked."""
    carys = desk.as_("carys")
    referral = received()
    here = f"/requests/{referral.case.reference}/answer"
    assert {queries_of(carys, f"{here}/{said}/") for said in ("accept", "ask", "decline")} == {9}
    assert queries_of(carys, f"{here}/send_on/") == 10, "the services of the directory besides"
    answer_request(referral.pk, Answered.ACCEPT, Answer("Three services are involved."), by=who("ben"))
    lead = f"/cases/{referral.case.reference}/lead/"
    few = queries_of(carys, lead)
    team = Membership.objects.get(person=person("ben")).team
    for number in range(30):
        one = Person.objects.create_user(f"lead.{number}@people.example", f"Lead {number}", "a long enough password")
        Membership.objects.create(
            authority_id=SALFORD, person=one, role=Role.ENGAGEMENT_LEAD, team=team, since=SINCE,
            agency=Membership.objects.get(person=person("ben")).agency,
        )  # fmt: skip
    assert queries_of(carys, lead) == few == 18
    asked = received(given_name="Bilal")
    answer_request(asked.pk, Answered.ASK, Answer("Who helps now?"), by=who("ben"))
    assert queries_of(carys, f"/requests/{asked.case.reference}/heard/") == 11
    worrying = received(words="She told me her uncle touches her at night.")
    assert queries_of(carys, f"/requests/{worrying.case.reference}/worry/") == 12


def test_a_familys_list_asks_as_often_for_twelve_as_for_one(family):
    amina = family.as_("amina")
    first = received(by=who("amina"))
    assert queries_of(amina, "/mine/") == SIGNED_IN + 4
    assert queries_of(amina, "/mine/news/") == queries_of(amina, "/mine/news/stop/") == SIGNED_IN + 1
    assert queries_of(amina, f"/mine/{first.case.reference}/withdraw/") == SIGNED_IN + 2
    assert queries_of(amina, f"/mine/{first.case.reference}/") == SIGNED_IN + 26
    for asked in list(AsksFor) * 4:
        received(asked, by=who("amina"))
    assert queries_of(amina, "/mine/") == SIGNED_IN + 4
    assert queries_of(amina, f"/mine/{first.case.reference}/") == SIGNED_IN + 26


def test_the_rule_book_asks_as_often_for_many_verdicts_as_for_one(desk):
    """One query for the verdicts and one for the names of those who gave them."""

    def say(code: str) -> None:
        give_verdict(code, Said.DOUBTED, "Perhaps.", read=fingerprint(duty(code)), by=who("stella"))

    ben = desk.as_("ben")
    say("PLAN-FINAL")
    for address in ("/rules/", "/rules/?q=advice&standing=doubted", "/rules/PLAN-FINAL/"):
        assert queries_of(ben, address) == SIGNED_IN + 2
    for code in set(codes()[:60]) - {"PLAN-FINAL"}:
        say(code)
    for address in ("/rules/", "/rules/?q=advice&standing=doubted", "/rules/PLAN-FINAL/"):
        assert queries_of(ben, address) == SIGNED_IN + 2


LEAVE = 3
"""All leave, who may cover, and who entered it."""
HEARING = 1
"""How somebody chose to hear."""
FEED = 1
"""The address their calendar reads."""
TEAMS = 2
"""The teams, and everybody in them."""
AWAY = 2
"""Who is away today, and which of their covers may."""


PLACES = 1
"""Where somebody is signed in."""


def colleague(number: int) -> Person:
    """One more Bridge worker at Salford."""
    new = Person.objects.create_user(f"colleague{number}@people.example", f"Colleague {number}")
    Membership.objects.create(authority_id=SALFORD, person=new, role=Role.BRIDGE_WORKER, since=SINCE)
    return new


def test_leave_asks_as_often_for_many_as_for_one(desk):
    carys = desk.as_("carys")
    pages = {
        "/me/": SIGNED_IN + ALARM + LEAVE + HEARING + FEED + PLACES + PHOTO,
        "/me/photo/": SIGNED_IN + ALARM + PHOTO,
        "/me/hearing/": SIGNED_IN + ALARM + HEARING,
        "/me/hours/": SIGNED_IN + ALARM + HEARING,
        "/me/calendar/": SIGNED_IN + ALARM + FEED,
        "/teams/": SIGNED_IN + ALARM + TEAMS + LEAVE + AWAY,
        "/me/leave/": SIGNED_IN + ALARM + 1,
        "/teams/leave/": SIGNED_IN + ALARM + 2,
    }
    enter(Away(who("ben").person_id, clock.today(), None, who("hal").person_id), by=who("carys"))
    assert {address: queries_of(carys, address) for address in pages} == pages
    for number in range(12):
        new = colleague(number)
        enter(Away(new.pk, clock.today(), None, who("carys").person_id), by=who("hal"))
    assert {address: queries_of(carys, address) for address in pages} == pages


def test_a_calendar_asks_as_often_for_many_deadlines_as_for_one(desk):
    """Whose address it is, where they stand, their team's list and their own, and what is owed with its cases."""
    path = f"/calendar/{make(who('ben'), instead_of=None)}.ics"
    received()
    assert queries_of(desk, path) == 5
    for _number in range(30):
        received(AsksFor.ASSESSMENT)
    assert queries_of(desk, path) == 5


def test_what_follows_from_a_date_asks_nothing_but_the_school_days_chosen(desk):
    """Where schools can be chosen: which there are, and their names; then the days, once for each first day."""
    ben, day = desk.as_("ben"), "first_school_day_of_exclusion_day=2&first_school_day_of_exclusion_month=11"
    for number in range(3):
        a_year(a_setting(f"School {number}"))
    a_year()
    page = "/rules/what-if/"
    draft = "draft_plan_served_day=4&draft_plan_served_month=12&draft_plan_served_year=2026"
    assert queries_of(ben, page) == SIGNED_IN
    assert queries_of(ben, f"{page}?process=draft&{draft}") == SIGNED_IN
    assert queries_of(ben, f"{page}calendar.ics?process=draft&{draft}") == SIGNED_IN
    asked = f"{page}?process=exclusion&{day}&first_school_day_of_exclusion_year=2026"
    assert queries_of(ben, asked) == SIGNED_IN + 2
    assert queries_of(ben, f"{asked}&school=council") == SIGNED_IN + 3


CALENDARS = 5
"""The council's two years, how many have no dates, how many fit, and the page of settings with all it shows."""


def test_the_list_of_settings_asks_as_often_for_sixty_as_for_five(desk):
    dev = desk.as_("dev")
    for number in range(5):
        a_year(a_setting(f"Wood {number}"))
    assert queries_of(dev, "/calendars/") == SIGNED_IN + ALARM + CALENDARS
    for number in range(5, 60):
        a_setting(f"Wood {number}")
    a_year(None)
    assert queries_of(dev, "/calendars/?page=2") == SIGNED_IN + ALARM + CALENDARS
    assert queries_of(dev, "/calendars/?show=council&sort=until") == SIGNED_IN + ALARM + CALENDARS


def test_a_year_with_many_versions_asks_as_often_as_one_with_one(desk):
    dev = desk.as_("dev")
    oakfield = a_setting()
    a_year(None)
    a_year(oakfield)
    page = f"/calendars/{oakfield.pk}/2026/"
    counts = [queries_of(dev, f"{page}{more}") for more in ("", "change/", "file/", "council/", "versions/1/")]
    assert counts == [SIGNED_IN + ALARM + more for more in (5, 2, 2, 3, 3)]
    for after in range(1, 12):
        a_year(oakfield, after=after, by="carys" if after % 2 else "dev")
    again = [queries_of(dev, f"{page}{more}") for more in ("", "change/", "file/", "council/", "versions/1/")]
    assert again == counts


SETTING_UP = {
    "/setup/": 10,
    "/setup/council/": 1,
    "/setup/localities/": 1,
    "/setup/teams/": 1,
    "/setup/organisations/": 1,
    "/setup/agreements/": 4,
    "/setup/roles/": 1,
}
"""What each page of setting up asks, beside who is there and whose page it is."""


def test_the_pages_of_setting_up_ask_as_often_for_many_as_for_few(desk):
    dev = desk.as_("dev")

    def add(number: int) -> None:
        place = keep_locality(None, Area(f"Place {number}", SINCE, None, frozenset({f"M{number}"})), by=who("dev"))
        keep_team(None, WantedTeam(f"Team {number}", "caf", place.pk, None, "a@salford.example"), by=who("dev"))
        agency = add_agency(f"{number}{number} Trust", "health", "", by=who("dev"))
        keep_agreement(None, agreement(name=f"Agreement {number}", parties=frozenset({agency.pk})), by=who("dev"))
        Membership.objects.filter(person=colleague(number)).update(agency=agency)

    add(1)
    before = {page: queries_of(dev, page) - SIGNED_IN - ALARM for page in SETTING_UP}
    assert before == SETTING_UP
    for number in range(2, 12):
        add(number)
    assert {page: queries_of(dev, page) - SIGNED_IN - ALARM for page in SETTING_UP} == SETTING_UP


def test_what_was_opened_by_exception_asks_as_often_for_many_as_for_few(desk):
    petra = desk.as_("petra")
    pages = {"/let-in/": 1, "/let-in/unusual/": 6}

    def open_one() -> None:
        grant = let_oneself_in(received().case.reference, "The hospital has rung.", 8, by=who("social_worker"))
        desk_of_worker = f"person:{grant.user_id}"
        looking.note(authority=SALFORD, case_ref=grant.content_object_id, actor_ref=desk_of_worker, page="case")

    open_one()
    nav = 1  # how many wait for a review
    counts = {page: queries_of(petra, page) - SIGNED_IN - nav for page in pages}
    assert counts == pages
    for _ in range(12):
        open_one()
    assert {page: queries_of(petra, page) - SIGNED_IN - nav for page in pages} == pages


def steps_of(sql: str) -> Iterator[dict]:
    """How PostgreSQL answers, step by step, with the rows each step really read."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}")
        waiting = [cursor.fetchone()[0][0]["Plan"]]
    while waiting:
        step = waiting.pop()
        waiting += step.get("Plans", [])
        yield step


@pytest.fixture
def twenty_thousand(world):
    seed(SALFORD, 20_000, years=1)


INDEXES = {
    "": "what_waits_at_the_bridge",
    AsksFor.HELP: "what_waits_at_the_bridge",
    AsksFor.ASSESSMENT: "a_teams_list_by_duty",
    AsksFor.UNSURE: "a_teams_list_by_duty",
}


@pytest.mark.slow
def test_every_page_of_a_long_queue_is_read_from_its_index(twenty_thousand):
    """First page and deep page, the whole list and each route: no further than the heading counts, never all of it."""
    deep = Caseload.objects.order_by("next_on", "received_on", "case_id")[15_000]
    for route in ("", *AsksFor):
        for after in ("", f"{deep.next_on}~{deep.received_on}~{deep.case_id}"):
            with CaptureQueriesContext(connection) as asked:
                queue(who("ben"), route=route, after=after)
            reads = [query["sql"] for query in asked.captured_queries if 'FROM "cases_caseload"' in query["sql"]]
            reads = [sql for sql in reads if "cases_casemarker" not in sql]  # the few marked ones
            assert len(reads) == 2, "how many wait and how many are due, at once; and the page"
            for sql in reads:
                steps = list(steps_of(sql))
                scans = [step for step in steps if "Scan" in step["Node Type"]]
                scans = [step for step in scans if step.get("Relation Name") != "accounts_authority"]
                indexes = {step["Index Name"] for step in scans if "Index Name" in step}
                assert indexes == {INDEXES[route]}, (route, after, sql)
                assert "Seq Scan" not in {step["Node Type"] for step in scans}, (route, after, sql)
                read = sum(step["Actual Rows"] + step.get("Rows Removed by Filter", 0) for step in scans)
                assert read <= (4 if "count(" in sql else 1) * (COUNTED + 1), (route, after, sql)


def lost(count: int) -> None:
    """So many letters that came back, and as many that wait to be printed."""
    for number in range(count):
        kept, printed = (received(email=f"{kind}{number}@families.example") for kind in ("kept", "printed"))
        for referral in (kept, printed):
            Dispatch.objects.filter(case_ref=referral.case_id, template="help_received").update(
                sent_at=timezone.now(), returned_at=timezone.now(), returned_because="The mailbox is full (5.2.2)."
            )
        key = Dispatch.objects.get(case_ref=printed.case_id, template="help_received").pk
        print_instead(key, "Nasreen Chowdhury\n14 Broadwalk\nSalford\nM5 4WT", by=who("carys"))


ALARM = 1
"""What who oversees is told on every page: whether reminders have stopped."""
SEEN = 2
"""The references of the cases, and what stands in the place of a letter."""


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/post/", SIGNED_IN + ALARM + 3 + SEEN),  # how many in all, how many of these, and the page
        ("/post/?show=dealt", SIGNED_IN + ALARM + 3 + SEEN + 1),  # and who dealt with them
        ("/post/to-print/", SIGNED_IN + ALARM + 2 + SEEN + 1),  # and what was posted today
        ("/post/to-print/letters/?all=1", SIGNED_IN + ALARM + 2 + SEEN + 1 + SECRET),  # and the looking
    ],
)
def test_the_pages_of_post_ask_as_often_for_eleven_as_for_two(desk, address, count):
    carys = desk.as_("carys")
    lost(2)
    assert queries_of(carys, address) == count
    lost(9)
    assert queries_of(carys, address) == count


def test_one_letter_asks_a_fixed_number(desk):
    lost(1)
    letter = Dispatch.objects.get(instead_of=None, dealt_at__isnull=False)
    assert queries_of(desk.as_("carys"), f"/post/{letter.pk}/") == SIGNED_IN + ALARM + 1 + SEEN + 2


def test_the_list_of_invitations_asks_as_often_for_twelve_as_for_one(desk):
    dev = desk.as_("dev")

    def invited(number: int) -> None:
        wanted = Wanted(f"new{number}@people.example", "New Colleague", (Role.BRIDGE_WORKER,), clock.today())
        invite(wanted, by=who("dev"))

    invited(0)
    assert queries_of(dev, "/people/invitations/") == SIGNED_IN + ALARM + 3
    for number in range(1, 12):
        invited(number)
    assert queries_of(dev, "/people/invitations/") == SIGNED_IN + ALARM + 3


def test_the_pages_of_people_ask_as_often_for_much_as_for_little(desk):
    dev, one = desk.as_("dev"), f"/people/{Person.objects.get(email='ben@people.example').pk}/"
    counts = {page: queries_of(dev, page) for page in ("/people/", one, f"{one}close/")}
    for number in range(12):
        somebody = Person.objects.create_user(f"more{number}@people.example", "More")
        Membership.objects.create(authority_id=SALFORD, person=somebody, role=Role.BRIDGE_WORKER, since=SINCE)
        Membership.objects.create(authority_id=SALFORD, person_id=one.split("/")[2], role=Role.ANALYST, since=SINCE)
        name_owner(received().case.pk, one.split("/")[2], by=who("carys"))
    assert {page: queries_of(dev, page) for page in counts} == counts
    assert [asked - SIGNED_IN - ALARM for asked in counts.values()] == [4, 7, 8]


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("", 27),
        ("secret/", 34),
        ("earlier/", 19),
        ("details/", 17),
        ("needs/", 15),
        ("results/", 14),
        ("markers/", 18),
        ("factors/", 18),
        ("factors/harm/", 13),
    ],  # fmt: skip
)
def test_the_pages_of_a_child_ask_as_often_with_many_around(desk, more, count):
    ben = desk.as_("ben")
    case = received(by=who("amina")).case
    two_homes(case, bar=True)
    name_needs(case.pk, more=Needs(frozenset({PathwayNeed.ADHD})), by=who("ben"))
    note_result(case.pk, Result.COMPLAINT, clock.today(), "", by=who("ben"))
    mark(case.pk, Marker.LOOKED_AFTER, clock.today(), "The social worker", by=who("ben"))
    note_factor(case.pk, evidence(Factor.LOSS), by=who("ben"))
    address = f"/cases/{case.reference}/child/{more}"
    assert queries_of(ben, address) == count
    name_needs(case.pk, more=Needs(frozenset(PathwayNeed), frozenset(SenType)), by=who("carys"))
    for kind in (Result.TRIBUNAL, Result.ASSESSMENT):
        note_result(case.pk, kind, clock.today(), "", by=who("carys"))
    for marker in (Marker.IN_NEED, Marker.YOUTH_JUSTICE, Marker.TEENAGE_PARENT):
        mark(case.pk, marker, clock.today(), "The social worker", by=who("carys"))
    for kind in Factor:
        note_factor(case.pk, evidence(kind), by=who("carys"))
    two_homes(case, bar=True)
    two_homes(case)
    assert queries_of(ben, address) == count


def test_the_pages_that_ask_how_one_knows_ask_as_often_whatever_was_said_before(desk):
    ben = desk.as_("ben")
    one, other = received().case, received(given_name="Ayan").case
    same, apart = f"/requests/{other.reference}/same/?into={one.reference}", f"/requests/{other.reference}/apart/"
    counts = [queries_of(ben, same)]
    for _time in range(3):
        join(other.pk, one.pk, because="One child.", by=who("ben"))
        counts.append(queries_of(ben, apart))
        part(other.pk, because="Cousins.", by=who("ben"))
    assert counts == [10, 8, 8, 8]
    several = queries_of(ben, f"/requests/{other.reference}/")
    join(other.pk, one.pk, because="One child.", by=who("ben"))
    part(other.pk, because="Cousins.", by=who("ben"))
    assert queries_of(ben, f"/requests/{other.reference}/") == several


def test_the_page_of_who_follows_and_the_childs_page_at_the_familys_door_ask_as_often(desk, family):
    ben, amina = desk.as_("ben"), family.as_("amina")
    case = received(by=who("amina")).case
    around = two_homes(case, bar=True)
    addresses = (ben, f"/cases/{case.reference}/child/people/{around.mother.pk}/follow/"), (
        amina, f"/mine/{case.reference}/child/",
    )  # fmt: skip
    counts = [queries_of(*one) for one in addresses]
    assert counts == [18, 19]
    for _ in range(3):
        two_homes(case)
    assert [queries_of(*one) for one in addresses] == counts


@pytest.mark.parametrize(("name", "counts"), [("carys", [4, 4]), ("locality_manager", [5, 5]), ("analyst", [3, None])])
def test_activity_asks_as_often_for_more_children(desk, name, counts):
    somebody = desk.as_(name)
    alarmed = ALARM if name == "carys" else 0

    def asked() -> list[int | None]:
        there = ("/activity/", "/activity/child/-/")
        return [
            count and queries_of(somebody, address) - SIGNED_IN - alarmed
            for address, count in zip(there, counts, strict=True)
        ]

    def more(number: int) -> None:
        for case in children(number, a_setting(f"School {number}")):
            name_needs(case.pk, more=Needs(frozenset(PathwayNeed)), by=who("ben"))
            if name == "locality_manager":
                put_on(case, name, Capacity.COORDINATOR)

    more(2)
    assert asked() == counts
    more(15)
    assert asked() == counts


def test_figures_of_earlier_years_ask_as_often_for_more_versions(desk):
    carys = desk.as_("carys")
    keep_baseline(Figure(Result.ASSESSMENT, 2016, 95, "A report", clock.today()), by=who("carys"))
    count = queries_of(carys, "/activity/earlier/")
    for year in range(2010, 2016):
        keep_baseline(Figure(Result.TRIBUNAL, year, year, "A report", clock.today()), by=who("sena"))
    assert queries_of(carys, "/activity/earlier/") == count
    assert count - SIGNED_IN - ALARM == 2


def test_a_request_from_a_school_asks_as_often_however_much_it_names(desk):
    few = referred(work=at_work(services=()))
    many = referred(
        work=at_work(services=tuple(Named(kind, ServiceStands.CURRENT) for kind in list(ServiceKind)[:12])),
        family_name="Osei",
    )
    ben = desk.as_("ben")
    counts = {queries_of(ben, f"/requests/{one.case.reference}/") for one in (few, many)}
    assert len(counts) == 1, counts


@pytest.mark.parametrize("address", ["/refer/", "/refer/what/", "/refer/sent/{}/"])
def test_what_one_sent_asks_as_often_for_twenty_as_for_one(desk, address):
    senco = desk.as_("senco")
    first = referred(by=who("senco"))
    count = queries_of(senco, address.format(first.case.reference))
    assert count <= SIGNED_IN + 8
    for number in range(20):
        referred(by=who("senco"), family_name=f"Osei {number}")
    assert queries_of(senco, address.format(first.case.reference)) == count


def test_adding_a_file_asks_as_often_beside_twenty(desk):
    ben, case = desk.as_("ben"), received().case
    here = f"/cases/{case.reference}/files/add/"
    few = queries_of(ben, here)
    for _ in range(20):
        add(case.pk, a_file(), by=who("ben"))
    assert queries_of(ben, here) == few == 13


def test_a_case_asks_as_often_with_three_thousand_entries_as_with_three(desk):
    ben, case = desk.as_("ben"), received().case
    here = f"/cases/{case.reference}/"
    pages = (here, f"{here}?kind=files&by=council&when=2026", f"{here}history/", f"{here}history/file/")
    add(case.pk, a_file(), by=who("ben"))
    few = [queries_of(ben, page) for page in pages]
    Entry.objects.bulk_create(
        Entry(authority=SALFORD, event="document.added", case_ref=case.pk, part="files", actor_ref=who("ben").ref,
              effective_on=clock.today(), recorded_at=clock.now() - timedelta(hours=hour))
        for hour in range(3000)
    )  # fmt: skip
    assert [queries_of(ben, page) for page in pages] == few == [22, 22, 15, 15]
    assert len(ben.get(here).content) <= 150_000


def test_the_file_of_records_of_involvement_asks_as_often_for_many_as_for_few(desk):
    """The tasks with their children, who leads, and who made them; the file notes who was in it besides."""
    carys, counts = desk.as_("carys"), {"page": set(), "file": set()}
    for number in (2, 12):
        for _place in range(number):
            referral = received()
            answer_request(referral.pk, Answered.ACCEPT, Answer("Three services."), by=who("ben"))
            task = Task.objects.get(case=referral.case_id, kind=TaskKind.CRM_RECORD)
            finish(task.pk, reference=f"CRM-{number}", by=who("ben"))
        asked = "?system=both&since_day=1&since_month=11&since_year=2026&until_day=18&until_month=11&until_year=2026"
        counts["page"].add(queries_of(carys, f"/involvement/{asked}") - SIGNED_IN - ALARM)
        counts["file"].add(queries_of(carys, f"/involvement/file/{asked}") - SIGNED_IN)
    assert counts == {"page": {3}, "file": {4}}


def test_asking_a_manager_asks_as_often_however_many_there_are(desk):
    """The managers who are not away, and as what each works."""
    ben, here = desk.as_("ben"), f"/cases/{received().case.reference}/tasks/manager/"
    before = queries_of(ben, here)
    for number in range(9):
        manager = Person.objects.create(email=f"manager.{number}@people.example", name=f"Manager {number}")
        Membership.objects.create(
            person=manager, authority_id=SALFORD, role=Role.OPERATIONAL_MANAGER, since=clock.today()
        )
    assert queries_of(ben, here) == before == 10


def test_the_pages_of_a_meeting_ask_as_often_however_long_its_notes_and_however_many_come(desk):
    lead = desk.as_(LEAD)
    meeting = called()
    jot(meeting.pk, Section.WORKING, {"words": "Lunch club."}, by=who(LEAD))
    here = f"/cases/{meeting.case.reference}/meetings/"
    pages = (here, f"{here}new/", f"{here}{meeting.pk}/", f"{here}{meeting.pk}/print/", f"{here}{meeting.pk}/close/")
    counts = {page: queries_of(lead, page) for page in pages}
    for number in range(8):
        guest = Guest(name=f"Guest {number}", email=f"guest.{number}@people.example")
        invite_to_meeting(meeting.pk, guest, by=who(LEAD))
        jot(meeting.pk, Section.OPTION, {"option": f"Option {number}"}, by=who(LEAD))
    assert {page: queries_of(lead, page) for page in pages} == counts
    assert list(counts.values()) == [16, 23, 22, 20, 23]


def test_what_was_promised_asks_as_often_for_thirty_as_for_three(desk):
    """The list with its owners and who still works here; one of them with its versions and their names."""
    carys, counts = desk.as_("carys"), {}
    first = keep_commitment(None, promised(), by=who("carys"))
    for number in (3, 30):
        for place in range(number):
            keep_commitment(None, promised(what=f"{number} {place}"), by=who("carys"))
            first = keep_commitment(
                first.pk, promised(evidence=f"{number} {place}"), by=who("carys"), seen=first.version
            )
        for page in ("", f"{first.pk}/", f"{first.pk}/change/", "add/"):
            counts.setdefault(page.replace(str(first.pk), "one"), set()).add(queries_of(carys, f"/strategy/{page}"))
    settled = SIGNED_IN + ALARM
    assert counts == {
        "": {settled + 2}, "one/": {settled + 5}, "one/change/": {settled + 4}, "add/": {settled + 1},
    }  # fmt: skip


def test_the_pages_of_a_family_assessment_ask_as_often_however_much_is_written_by_however_many(desk):
    lead, found = desk.as_(LEAD), begin_assessment(led().case_id, by=who(LEAD))
    here = f"/cases/{found.case.reference}/assessment/"
    pages = (here, f"{here}{found.pk}/", f"{here}{found.pk}/send/")
    write_part(found.pk, Chapter.VIEWS, {"words": "Quiet."}, by=who(LEAD), version=0)
    counts = {page: queries_of(lead, page) for page in pages}
    for chapter in (Chapter.LEARNING, Chapter.HEALTH, Chapter.CARE):
        write_part(found.pk, chapter, {"needs": "Sleep"}, by=who(LEAD), version=0)
        ask_for_part(found.pk, chapter, person("adviser").pk, clock.today(), by=who(LEAD))
    assert {page: queries_of(lead, page) for page in pages} == counts
    assert list(counts.values()) == [16, 33, 26]


def test_a_conversation_asks_as_often_however_much_was_said(desk, family):
    referral, amina = led(by=who("amina")), family.as_("amina")
    here, theirs = f"/cases/{referral.case.reference}/talking/", f"/mine/{referral.case.reference}/talking/"
    lead = desk.as_(LEAD)
    counts: dict[str, set[int]] = {"every": set(), "one": set(), "mine": set()}
    for more in (1, 6):
        for _time in range(more):
            say(referral.case_id, referral.sender_id, Telling("Hello."), by=who(LEAD))
            hear(referral.case_id, "Hello.", by=who("amina"))
        counts["every"].add(queries_of(lead, here))
        counts["one"].add(queries_of(lead, f"{here}{referral.sender_id}/"))
        counts["mine"].add(queries_of(amina, theirs))
    assert counts == {"every": {20}, "one": {21}, "mine": {19}}


def test_who_was_asked_for_feedback_and_the_form_ask_as_often_however_many_there_were(desk, family):
    lead = desk.as_(LEAD)
    counts: dict[str, set[int]] = {"list": set(), "form": set()}
    for more in (0, 6):
        meeting = held_meeting(more=more)
        counts["list"].add(queries_of(lead, f"/cases/{meeting.case.reference}/meetings/{meeting.pk}/feedback/"))
        ask = Ask.objects.get(meeting=meeting, group="parent")
        counts["form"].add(queries_of(family, form_at(ask.pk)))
    assert counts == {"list": {17}, "form": {4}}


def test_what_people_made_of_meetings_is_added_up_with_the_same_questions_however_many_answered(desk):
    carys = desk.as_("carys")
    counts: dict[str, set[int]] = {"page": set(), "file": set()}
    for more in (0, 3):
        held_meeting(more=more)
        answered("parent", {"listened": 4})
        answered("lead", {"mam": 4.5})
        counts["page"].add(queries_of(carys, "/feedback/") - SIGNED_IN - ALARM)
        counts["file"].add(queries_of(carys, "/feedback/download/") - SIGNED_IN)
    assert counts == {"page": {4}, "file": {4}}


def test_comments_on_meetings_and_their_themes_ask_as_often_however_many_there_are(desk):
    carys = desk.as_("carys")
    counts: dict[str, set[int]] = {"comments": set(), "themes": set()}
    for number in (1, 4):
        for _place in range(number):
            held_meeting()
            answered("parent", {}, "They let me finish.")
        keep_theme(Audience.FAMILIES, "", f"Theme {number}", by=who("carys"))
        counts["comments"].add(queries_of(carys, "/feedback/comments/") - SIGNED_IN - ALARM)
        counts["themes"].add(queries_of(carys, "/feedback/themes/") - SIGNED_IN - ALARM)
    assert counts == {"comments": {5}, "themes": {1}}


def test_what_a_family_wrote_asks_as_often_however_much_it_is_and_however_many_read_it(desk, family):
    referral, amina = led(by=who("amina")), family.as_("amina")
    here, theirs = f"/cases/{referral.case.reference}/about/", f"/mine/{referral.case.reference}/about/"
    lead = desk.as_(LEAD)
    profile = write_profile(referral.case_id, {Heading.HELPS: "Quiet."}, 0, by=who("amina"))
    link = make_link(referral.case_id, "Brownies", 7, by=who("amina"))
    path = "/about/" + profile_link(link.pk).split("/about/")[1]
    counts = [queries_of(lead, here), queries_of(amina, theirs), queries_of(family, path)]
    write_profile(referral.case_id, dict.fromkeys(Heading, "Quiet, and his drum."), 1, by=who("amina"))
    for name in ("ben", "carys", "sena", LEAD):
        mark_read(referral.case_id, profile.pk, 2, by=who(name))
    for number in range(4):
        made = make_link(referral.case_id, f"Club {number}", 7, by=who("amina"))
        open_link(made.pk, "Brown Owl", by=visitor(SALFORD))
    assert [queries_of(lead, here), queries_of(amina, theirs), queries_of(family, path)] == counts == [23, 24, 22]


def test_the_team_asks_as_often_however_large_it_is(desk):
    referral = led()
    lead, here = desk.as_("engagement_lead"), f"/cases/{referral.case.reference}/team/"
    few = queries_of(lead, here)
    for name in ("caf_worker", "social_worker", "health_adviser", "educational_psychologist", "senco"):
        put_on(referral.case, name, Capacity.ADVISER)
    assert queries_of(lead, here) == few == 17


def test_the_pages_of_support_ask_as_often_for_many_rounds_as_for_one(desk, family):
    """What was reviewed, with what came of it, and a round under way with much in it."""
    lead, case = desk.as_(LEAD), planned(by=who("amina")).case
    pages = (f"/cases/{case.reference}/support/", f"/cases/{case.reference}/support/print/")
    few = [queries_of(lead, page) for page in pages]
    theirs = queries_of(family.as_("amina"), f"/mine/{case.reference}/support/")
    row = SupportCycle.objects.get(case=case)
    here = f"/cases/{case.reference}/support/{row.pk}/"
    one = queries_of(lead, here)
    many = reviewed_again(row)
    for _ in range(10):
        add_outcome(many.pk, AIM, by=who(LEAD))
        add_help(many.pk, PAIRED, by=who(LEAD))
    assert [queries_of(lead, page) for page in pages] == few == [23, 20]
    assert queries_of(lead, f"/cases/{case.reference}/support/{many.pk}/") == one == 22
    assert queries_of(family.as_("amina"), f"/mine/{case.reference}/support/") == theirs == 26


def test_the_pages_of_deciding_ask_as_often_for_much_as_for_little(desk, family):
    request = put_forward(by=who("amina"))
    manager, case = desk.as_("sena"), request.case
    here = f"/cases/{case.reference}/ehc/{request.pk}/"
    pages = ("/decisions/", here, f"{here}decide/")
    few = [queries_of(manager, page) for page in pages]
    for number in range(6):
        put_forward(given_name=f"Wren{number}", email=f"wren{number}@families.example")
    with opened(case.pk):
        for _ in range(20):
            Evidence.objects.create(
                authority_id=SALFORD, case=case, request=request, limb="needs", shows="More.", source="Mum",
                kept_by=who("sena").ref, kept_at=clock.now(),
            )  # fmt: skip
    assert [queries_of(manager, page) for page in pages] == few == [8, 24, 36]
    decide_assessment(request.pk, by=who("sena"))
    assert queries_of(family.as_("amina"), f"/mine/{case.reference}/decision/{request.pk}/") == 11


def test_the_pages_of_advice_ask_as_often_for_much_as_for_little(desk, family):
    request = agreed(by=who("amina"))
    advice, case = sought(request, "carys"), request.case
    every, here = (
        f"/cases/{case.reference}/ehc/{request.pk}/advice/",
        f"/cases/{case.reference}/ehc/advice/{advice.pk}/",
    )
    theirs = f"/mine/{case.reference}/advice/{request.pk}/"
    carer = Carer.objects.get(pk=request.asked_by_id)

    def say() -> None:
        give_own(request.pk, {"helps": "Drums."}, by=who("amina"), carer=carer)

    def counted() -> list[int]:
        coordinator = desk.as_("sena")
        return [queries_of(coordinator, every), queries_of(coordinator, here), queries_of(family.as_("amina"), theirs)]

    say()
    write_point(advice.pk, Point.NEED, {"what": "Reads."}, by=who("carys"))
    few = counted()
    for name in ("hal", "senco", "health_adviser", "caf_worker"):
        sought(request, name, adviser=Adviser.OTHER)
        say()
        write_point(advice.pk, Point.NEED, {"what": "Reads."}, by=who("carys"))
    assert counted() == few == [19, 20, 13]
