"""Marked words are sown into one family's request; then everybody looks everywhere. Each word turns up where it may,
and nowhere else: not on a page, in a letter, in history, in a log, in an address, or with the broker."""

import base64
import logging
import os
import re
from decimal import Decimal

import pytest
import redis
from django.core import mail
from django.core.cache import cache

from cases.actions.child.bar import put_bar
from cases.actions.child.details import change_details
from cases.actions.child.person import Person, keep_person
from cases.actions.escalate import escalate
from cases.models import Involvement
from cases.words import Capacity
from documents.actions.add import add
from documents.actions.note_check import note_check
from documents.store import keep
from documents.words import Scan
from door.guarded import opened
from ehcp.actions.advice import Asked, give_own, write_point
from ehcp.actions.contacts import keep_contacts
from ehcp.actions.decide import propose as put_to_a_manager
from ehcp.actions.decide import write as write_decision
from ehcp.actions.prepare import Shown, keep_evidence, note_told
from ehcp.actions.request_assessment import request_assessment
from ehcp.models import AssessmentRequest
from ehcp.words import Adviser, Found, Limb, Point, Whom
from ledger.models import Entry, Link, Viewing
from notices.models import Dispatch
from notices.tasks import deliver
from pathway.actions.advice import ask_for_advice, give_advice
from pathway.actions.decide_assessment import decide_assessment
from pathway.actions.settle_request import settle_request
from people.models import Child
from profiles.actions.write import write as write_profile
from profiles.words import Section as Heading
from referrals.actions.confirm_sender import confirm_sender
from referrals.words import AsksFor
from sendpath.logs import JsonLines, configuration
from support.actions.begin import Aim, PlannedHelp, add_help, add_outcome, write_known
from support.actions.begin import begin as begin_support
from support.actions.go_on import agree as agree_support
from support.actions.go_on import contribute
from support.models import SupportCycle
from support.rules import Known as SupportKnown
from support.words import Agency
from support.words import Kind as SupportKind
from talking.actions.say import Wishes, prefer_signed_in
from talking.words import Way
from tests.acts.test_receive import a_file
from tests.acts.test_the_guard import door_of
from tests.doors.crawl import everything_shown_to
from tests.doors.walk import PEOPLE, Objects, lay_out
from tests.factories.children import details, two_homes
from tests.factories.ehcp import CONTACTS, TODAY, no, yes
from tests.factories.requests import received
from tests.personas import SALFORD, person, who

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
CANARIES = {
    "given_name": "Xanthippa",
    "family_name": "Zwolinskaja",
    "preferred_name": "Quuxi",
    "home_postcode": "ZE9 7QX",
    "learns_at": "Quillfeather Primary",
    "words": "Plimsollwort keeps us awake",
    "wanted": "A gallivanter would help",
    "sender_name": "Ottoline Vandersloot",
    "email": "vandersloot@canary.example",
    "phone": "07700 900 451",
}
FILE = {"file name": "Brobdingnag.pdf", "file contents": "Hippogriffin"}
SECRETS = {
    "secret lines": "8 Wobblewick Lane",
    "secret postcode": "ZQ7 3JW",
    "secret school": "Snorkelby Academy",
    "mother’s phone": "07700 900 637",
    "foster carer": "Ferdinanda Quackenbush",
    "foster carer’s email": "quackenbush@carers.example",
    "why barred": "The order of Grizzlewold",
}
"""A second home that is secret, the school near it, the mother there, a foster carer from another council, and why the
other parent may not be told."""
KNOWN = {"communication": "Semaphoria flags", "NHS number": "401 023 2137"}
PLANNED = {"planned": "Whiffletree blocks", "contributed": "Zephyrion hearing"}
"""A support plan that is agreed, and what a service said for it."""
DECIDED = {"a reason": "Quibbleston manages it"}
"""Why an assessment was refused: the family reads it."""
EVIDENCE = {"evidence": "Thimblewick test"}
"""What was shown for it while it was prepared."""
ADVISED = {"advice": "Glimmerholt reads aloud"}
"""What a colleague advised, after the family had asked again and the council had agreed."""
OWN = {"own advice": "Pumpernickel helps him"}
"""What the mother said as her own advice."""
TOLD = {"told once": "Snickersnee calms"}
"""What the mother wrote for everybody who helps."""
WISH = {"a wish": "Brindlewort Hall, with a ramp"}
"""Where the mother likes to meet, and what helps her there."""
WORRY = {"a worry": "Kerfuffleton cannot keep them"}
"""What a manager was asked to look at."""
SOWN = CANARIES | FILE | SECRETS | KNOWN | TOLD | DECIDED | EVIDENCE | ADVISED | OWN | PLANNED | WISH | WORRY
OF_THE_CASE = {"given_name", "family_name", "preferred_name", "words", "wanted", "communication", *WORRY}
TO_HELP = {"sender_name", "email", "phone", "mother’s phone", "file name", "file contents", "NHS number"}
"""How to reach the family, and what it sent: for a service that was asked to help. No address, school or person that
anybody may not be told of."""
OF_THEIR_CHILD = {"given_name", "family_name", "preferred_name", "communication"}
MAY_READ = {
    ("desk", "ben"): set(SOWN),
    ("desk", "carys"): set(SOWN),
    ("desk", "sena"): set(SOWN),
    ("desk", "hal"): set(SOWN),
    ("desk", "health_adviser"): OF_THE_CASE | {"NHS number", *TOLD, *PLANNED},
    ("desk", "senco"): OF_THE_CASE | set(PLANNED),
    ("desk", "educational_psychologist"): OF_THE_CASE | TO_HELP | set(TOLD) | set(PLANNED),
    ("family", "amina"): OF_THEIR_CHILD
    | {"words", "wanted", "file name", "sender_name", "email", "phone", *TOLD, *PLANNED, *WISH, *DECIDED, *OWN},
    ("family", "priya"): OF_THEIR_CHILD | set(DECIDED),
}
"""Amina sent it. Priya is the other parent on the case and may not be told an address: she follows it, and reads
neither what Amina wrote nor what is secret; a decision about the child she reads. The health adviser works with the
child; the SENCO teaches them; the educational psychologist's service was asked to help."""


def found_in(text: str) -> set[str]:
    """Which canaries a text holds, however they are spelt: capitals, blanks, in an address, in Base64."""
    plain = re.sub(r"[\s+\-_]|%20", "", text).casefold()
    return {name for name, word in SOWN.items() if re.sub(r"[\s\-_]", "", word).casefold() in plain}


@pytest.fixture
def sown(world) -> Objects:
    """The request, settled and confirmed, with a file, a second parent, and every kind of letter."""
    objects = lay_out()
    referral = received(AsksFor.UNSURE, by=who("amina"), **CANARIES)
    confirm_sender(referral.sender_id)
    settle_request(referral.pk, AsksFor.ASSESSMENT, "The words ask for it.", by=who("ben"))
    stored = keep([b"%PDF-1.4\n" + FILE["file contents"].encode()])
    document = add(
        referral.case_id, a_file(name=FILE["file name"], stored_as=stored.stored_as, sha256="ef" * 32), by=who("amina")
    )
    note_check(document.pk, Scan.CLEAN)
    deliver()  # before anything is secret: what goes to a family is held from then on
    write_profile(referral.case_id, {Heading.HELPS: TOLD["told once"]}, 0, by=who("amina"))
    prefer_signed_in(referral.case_id, Wishes(Way.PHONE, helps=WISH["a wish"]), by=who("amina"))
    put_on_the_case(referral)
    plan_support(referral)
    refuse_to_assess(referral)
    ask_again_and_advise(referral)
    keep_secret(referral)
    escalate(referral.case_id, person("carys").pk, WORRY["a worry"], 2, by=who("ben"))
    return Objects(
        objects.places | {"amina": referral.case.reference, "file": str(document.pk)},
        objects.case_of | {"amina": referral.case_id},
    )


def plan_support(referral) -> None:
    """The SENCO wrote a support plan with the family, a service contributed, and it is agreed."""
    by = who("senco")
    row = begin_support(referral.case_id, by=by)
    write_known(row.pk, SupportKnown("Plays.", "Help.", "Tired.", child_view="Mine."), 1, by=by)
    add_outcome(row.pk, Aim("Play", PLANNED["planned"], "Seen", "Never", "Daily"), by=by)
    add_help(row.pk, PlannedHelp("Play", "Daily", 10, "A teacher", 60, yearly=Decimal(520)), by=by)
    with opened(referral.case_id):  # begun when the child was younger
        SupportCycle.objects.filter(pk=row.pk).update(kind=SupportKind.EARLY_SUPPORT)
    contribute(row.pk, Agency.HEALTH, PLANNED["contributed"], 0, by=by)
    agree_support(row.pk, 4, by=by)


def refuse_to_assess(referral) -> None:
    """The SEND manager wrote it, and the head of service decided so."""
    keep_contacts(CONTACTS, by=who("sena"))
    key = AssessmentRequest.objects.get(case=referral.case_id).pk
    for whom in Whom:
        note_told(key, whom, TODAY, "By telephone", "", by=who("sena"))
    for limb in Limb:
        keep_evidence(key, limb, Shown(EVIDENCE["evidence"], "The SENCO"), by=who("sena"))
    write_decision(key, no(needs_because=DECIDED["a reason"], contact=person("hal").pk), by=who("sena"))
    put_to_a_manager(key, by=who("sena"), before=1)
    decide_assessment(key, by=who("hal"))


def ask_again_and_advise(referral) -> None:
    """The mother asked again, the council agreed, the mother said her own, and Ben gave advice."""
    said = Entry.objects.filter(case_ref=referral.case_id, actor_ref=who("ben").ref).order_by("pk").last()
    request = request_assessment(
        referral.sender_id, received_on=TODAY, found=Found.IN_TERMS, by=who("ben"), because=said
    )
    for whom in Whom:
        note_told(request.pk, whom, TODAY, "By telephone", "", by=who("sena"))
    for limb in Limb:
        keep_evidence(request.pk, limb, Shown("More is known.", "The SENCO"), by=who("sena"))
    write_decision(request.pk, yes(), by=who("sena"))
    put_to_a_manager(request.pk, by=who("sena"), before=1)
    decide_assessment(request.pk, by=who("hal"))
    give_own(request.pk, {"helps": OWN["own advice"]}, by=who("amina"), carer=referral.sender)
    asked = Asked(Adviser.OTHER, "What did you see?", TODAY, person=person("ben").pk)
    advice = ask_for_advice(request.pk, asked, by=who("sena"))
    write_point(advice.pk, Point.ABOUT, {"knows": "I met him."}, by=who("ben"))
    write_point(advice.pk, Point.NEED, {"what": ADVISED["advice"]}, by=who("ben"))
    give_advice(advice.pk, by=who("ben"))


def put_on_the_case(referral) -> None:
    """Priya follows it, an adviser works with the child, and a SENCO teaches them."""
    stand = (
        ("priya", Capacity.FAMILY),
        ("health_adviser", Capacity.ADVISER),
        ("senco", Capacity.SETTING),
        ("educational_psychologist", Capacity.SERVICE),
    )
    with door_of(referral) as act:
        for name, capacity in stand:
            Involvement(
                authority_id=SALFORD, case_id=referral.case_id, person_id=person(name).pk, capacity=capacity,
                since=referral.received_on,
            ).save()  # fmt: skip
        act.abandon()


def keep_secret(referral) -> None:
    """Two homes, one of them secret, with a school, a mother and a foster carer; and Priya is barred."""
    family = two_homes(
        referral.case,
        secret_lines=f"{SECRETS['secret lines']}\nEccles",
        secret_postcode=SECRETS["secret postcode"],
        school=SECRETS["secret school"],
        mother_phone=SECRETS["mother’s phone"],
        carer_name=SECRETS["foster carer"],
        carer_email=SECRETS["foster carer’s email"],
    )
    child = Child.objects.get(case_ref=referral.case_id)
    names = {name: getattr(child, name) for name in ("given_name", "family_name", "preferred_name")}
    known = details(**names, communication=KNOWN["communication"], nhs_number=KNOWN["NHS number"])
    change_details(referral.case_id, known, by=who("ben"))
    other = keep_person(
        referral.case_id, family.father.pk, Person("mother", "Priya", email="priya@people.example"), by=who("ben")
    )
    put_bar(referral.case_id, other.pk, [], SECRETS["why barred"], by=who("ben"))


CRAWLED: dict[tuple[str, str], list] = {}


def crawled(door: str, name: str, sown: Objects) -> list:
    """What somebody was shown, looked up once."""
    if (door, name) not in CRAWLED:
        CRAWLED[door, name] = everything_shown_to(door, name, sown)
    return CRAWLED[door, name]


EVERYBODY = [
    pytest.param(door, name, marks=pytest.mark.xdist_group(f"canary {door} {name}"), id=f"{name} at the {door} door")
    for door, people in PEOPLE.items()
    for name in people
]


@pytest.mark.parametrize(("door", "name"), EVERYBODY)
def test_everybody_reads_what_they_may_and_no_word_more(sown, door, name):
    pages = crawled(door, name, sown)
    allowed = MAY_READ.get((door, name), set())
    leaks = [(page.asked, word) for page in pages for word in found_in(page.shown) - allowed]
    assert leaks == [], {word for _asked, word in leaks}
    assert {word for page in pages for word in found_in(page.shown)} == allowed, "what they may read, they do find"


@pytest.mark.parametrize(
    ("door", "name"), [one for one in EVERYBODY if one.values in {("desk", "carys"), ("family", "amina")}]
)
def test_no_address_carries_a_word_of_it(sown, door, name):
    assert [page.asked for page in crawled(door, name, sown) if found_in(page.asked)] == []


def test_no_letter_names_the_child_or_repeats_what_was_written(sown):
    texts = [f"{letter.subject}\n{letter.body}" for letter in Dispatch.objects.all()]
    texts += [str(message.message()).replace(CANARIES["email"], "") for message in mail.outbox]
    assert len(mail.outbox) > 6
    assert {word for text in texts for word in found_in(text)} == set()
    assert Dispatch.objects.filter(address=CANARIES["email"]).exists()


def test_history_holds_none_of_it(sown):
    for model in (Entry, Link, Viewing):
        assert model.objects.exists() or model is not Entry
        assert found_in(str(list(model.objects.values()))) == set()


def test_no_log_holds_any_of_it_not_even_when_it_tells_all(sown, caplog, capfd, monkeypatch):
    told_to = configuration(machine_readable=True, level="DEBUG")["loggers"]
    for name in ["", *logging.root.manager.loggerDict]:
        monkeypatch.setattr(logging.getLogger(name), "level", logging.NOTSET if name else logging.DEBUG)
    for name, how in told_to.items():
        monkeypatch.setattr(logging.getLogger(name), "level", getattr(logging, how["level"]))
    logging.root.manager._clear_cache()
    with caplog.at_level(logging.DEBUG):
        for door, name in (("desk", "ben"), ("desk", "tom"), ("family", "amina"), ("family", "nobody")):
            everything_shown_to(door, name, sown)
        deliver()
        logging.getLogger("portal.ask").debug("a word for the listener")
    monkeypatch.undo()
    logging.root.manager._clear_cache()
    told = caplog.text + "".join(capfd.readouterr())
    assert "Not Found" in told
    assert "a word for the listener" in told
    assert found_in(told) == set()


def test_a_log_line_about_an_error_of_ours_leaves_out_what_the_error_says():
    """The database repeats the row it refuses. The line says which kind of error, and where."""
    try:
        raise ValueError(f"Failing row contains ({CANARIES['given_name']}, {CANARIES['words']})")
    except ValueError as error:
        record = logging.getLogger("x").makeRecord(
            "django.request", logging.ERROR, __file__, 1, "Internal Server Error: %s", ("/salford/ask/check/",),
            (type(error), error, error.__traceback__),
        )  # fmt: skip
    line = JsonLines().format(record)
    assert "ValueError" in line
    assert found_in(line) == set()


def test_the_broker_and_the_cache_hold_none_of_it(sown):
    """Messages carry no words. What a broker keeps in Base64 is read too."""
    cache.clear()
    for door, name in (("desk", "ben"), ("family", "amina"), ("family", "nobody")):
        everything_shown_to(door, name, sown)
    kept = []
    path, _, query = os.environ["REDIS_URL"].removeprefix("unix://").partition("?db=")
    for number in range(int(query or 0), int(query or 0) + 2):
        with redis.Redis(unix_socket_path=path, db=number) as client:
            for key in client.scan_iter():
                kept.append(repr(key) + repr(client.dump(key)))
                kept += [repr(item) for item in client.lrange(key, 0, -1)] if client.type(key) == b"list" else []
    opened = [
        base64.b64decode(match + "==", validate=False).decode("utf-8", "replace")
        for text in kept
        for match in re.findall(r"[A-Za-z0-9+/]{40,}", text)
    ]
    assert found_in("\n".join(kept + opened)) == set()
