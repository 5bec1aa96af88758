"""The rule book: found by words and filters, read in plain words, signed off by one role and no other."""

import re
from html import unescape

import pytest

from core.past import hold
from rulebook.actions.give_verdict import give_verdict
from rulebook.models import Verdict
from rulebook.words import Said
from statute.evidence import Evidence
from statute.fingerprint import fingerprint
from statute.plain import owed
from statute.timetable import TIMETABLE, codes, duty
from tests.acts.rulebook.test_the_patrol_minds_the_calendar import night
from tests.law.test_rule_book import OUR_OWN
from tests.personas import who

pytestmark = pytest.mark.django_db
STAFF = ["ben", "carys", "hal", "stella", "dev"]
UNVERIFIED = next(rule for rule in TIMETABLE if rule.evidence is Evidence.MEMORY)


def text_of(answer) -> str:
    """The words of a page's main part."""
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    plain = " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())
    return re.sub(r"([(“]) | (?=[,.:;)”])", r"\1", plain)


def shown(answer) -> list[str]:
    """The codes listed, in order."""
    return re.findall(r'href="/rules/([A-Z0-9-]+)/"', answer.content.decode())


def look(desk, name, address):
    answer = desk.as_(name).get(address)
    assert answer.status_code == 200
    return answer


def sign(code="PLAN-FINAL", said=Said.SIGNED_OFF, why="Read at legislation.gov.uk."):
    return give_verdict(code, said, why, read=fingerprint(duty(code)), by=who("stella"))


@pytest.mark.parametrize("name", STAFF)
def test_every_member_of_staff_reads_the_whole_book_in_its_order(desk, name):
    page = look(desk, name, "/rules/")
    assert shown(page) == list(codes())
    assert f"None of the {len(codes())} rules is signed off yet." in text_of(page)
    assert 'href="/rules/" aria-current' in page.content.decode()


def test_the_statutory_lead_begins_here(desk):
    assert desk.as_("stella").get("/")["Location"] == "/rules/"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=plan-final", {"PLAN-FINAL", "LA-RESP"}),
        ("q=reg+13(2)", {"LA-RESP", "PLAN-FINAL", "DET-FINAL"}),
        ("q=educational psychologist nobody wrote", set()),
        ("q=head’s+notice", {"GB-15", "GB-50"}),
        ("kind=own", OUR_OWN),
        ("evidence=unverified&kind=law&q=" + UNVERIFIED.code, {UNVERIFIED.code}),
        ("standing=signed_off", {"PLAN-FINAL"}),
        ("standing=doubted", {"NOPLAN"}),
        ("standing=open&q=reg+13(2)", {"LA-RESP", "DET-FINAL"}),
        ("kind=nonsense&q=plan-final", {"PLAN-FINAL", "LA-RESP"}),
    ],
)
def test_words_and_filters_find_rules(desk, query, found):
    sign()
    sign("NOPLAN", Said.DOUBTED, "Is it 16?")
    page = look(desk, "ben", f"/rules/?{query}")
    assert found <= set(shown(page)) if "kind=law" in query else set(shown(page)) == found
    if found:
        assert f"{len(set(shown(page)))} of {len(codes())} rules" in text_of(page)
    else:
        assert "No rule fits" in text_of(page)
        assert "Show the whole book" in text_of(page)
    assert page.content.decode().count('<details class="sp-fold sp-rulefold" open>') == len(
        {duty(code).process for code in shown(page)}
    )


def test_a_number_is_found_as_itself_and_not_inside_another(desk):
    """20 is a number of weeks, and not the beginning of 2014."""
    found = shown(look(desk, "ben", "/rules/?q=20+weeks"))
    assert "PLAN-FINAL" in found
    assert "EHCNA-DECIDE" not in found


def test_filters_of_one_kind_and_evidence_cover_the_book(desk):
    """Every rule is in some kind; a rule partly one and partly another is in both."""
    ben = desk.as_("ben")
    by_kind = [set(shown(ben.get(f"/rules/?kind={kind}"))) for kind in ("law", "guidance", "practice", "own")]
    assert set.union(*by_kind) == set(codes())
    both = {rule.code for rule in TIMETABLE if "/" in rule.kind.value}
    assert both and both <= {code for code in codes() if sum(code in found for found in by_kind) == 2}
    seen, second, unverified = (
        set(shown(ben.get(f"/rules/?evidence={evidence}"))) for evidence in ("seen", "second", "unverified")
    )
    assert seen | second | unverified == {rule.code for rule in TIMETABLE if rule.evidence.value not in {"P", "own"}}
    assert unverified == {rule.code for rule in TIMETABLE if "M" in rule.evidence.value}


def test_what_is_typed_stays_typed_and_is_not_markup(desk):
    page = look(desk, "ben", '/rules/?q="><script>&kind=law')
    html = page.content.decode()
    assert "<script>&" not in html
    assert 'value="&quot;&gt;&lt;script&gt;"' in html
    assert '<option value="law" selected>' in html


def test_every_rule_has_a_page_that_says_what_it_says(desk):
    dev = desk.as_("dev")
    for rule in TIMETABLE:
        text = text_of(dev.get(f"/rules/{rule.code}/"))
        for words in (rule.what, owed(rule), rule.trigger, rule.basis, rule.evidence.words):
            assert " ".join(words.split()) in text, rule.code
        assert ("Not verified. Nobody has read this" in text) == (rule.evidence is Evidence.MEMORY), rule.code
        partly = "M" in rule.evidence.value and rule.evidence is not Evidence.MEMORY
        assert ("Part not verified: nobody" in text) == partly, rule.code
        assert ("A worked example" in text) == bool(rule.limits), rule.code
        assert ("What does not" in text) == bool(rule.excused_by), rule.code
        assert ("What the notice must contain" in text) == bool(rule.notice), rule.code
        assert text.count("We follow:") == len(rule.open_questions), rule.code


def test_the_page_of_the_final_plan_reads_like_this(desk):
    text = text_of(look(desk, "ben", "/rules/PLAN-FINAL/"))
    for words in (
        "Plan, rule PLAN-FINAL Send the final plan",
        "Within 20 weeks of the day it was received.",
        "Strict count, which we work to: the day itself is day 1.",
        "Every day counts: weekends, bank holidays and school holidays.",
        "SEND Regulations 2014, reg 13(2) Text seen",
        "In force from Monday 1 September 2014, with no end.",
        "An excuse never moves the date.",
        "Late advice. The council answers for the 16 and 20 weeks even when an adviser is late.",
        'What does "within N weeks of" mean?',
        "We follow: We plan on the day of the event being day 1.",
        "Not signed off. The statutory lead has said nothing of it yet.",
        "The day we work to Tuesday 6 April 2027",
    ):
        assert words in text, words


def test_codes_in_what_follows_lead_to_their_rules(desk):
    page = look(desk, "ben", "/rules/REV-DECIDE/")
    assert {"AMEND-REPS", "AMEND-FINAL"} <= set(shown(page))


def test_a_rule_not_in_force_says_so(desk):
    waiting = next(rule for rule in TIMETABLE if rule.version.startswith("9999"))
    text = text_of(look(desk, "ben", f"/rules/{waiting.code}/"))
    assert "Enacted, and not in force. No day is appointed." in text


def test_the_lead_signs_off_and_everybody_sees_it(desk):
    stella = desk.as_("stella")
    page = stella.get("/rules/PLAN-FINAL/")
    read = re.search(r'name="read" value="(\w+)"', page.content.decode())[1]
    answer = stella.post("/rules/PLAN-FINAL/", {"said": "signed_off", "why": "", "read": read}, follow=True)
    assert "PLAN-FINAL is signed off." in text_of(answer)
    assert "Signed off by Stella, 18 November 2026" in text_of(answer)
    seen = text_of(look(desk, "ben", "/rules/PLAN-FINAL/"))
    assert "Signed off by Stella, Wednesday 18 November 2026 at 11:02am." in seen
    assert "Record what you say" not in seen
    assert f"1 of {len(codes())} rules is signed off." in text_of(look(desk, "ben", "/rules/"))


def test_a_doubt_is_shown_with_its_words_and_whose_it_is(desk):
    sign(said=Said.DOUBTED, why="Amended?\nSee SI 2026/1.")
    seen = text_of(look(desk, "hal", "/rules/PLAN-FINAL/"))
    assert "Doubt noted by Stella, Wednesday 18 November 2026 at 11:02am." in seen
    assert "“Amended? See SI 2026/1.”" in seen
    assert "1 has a doubt noted." in text_of(look(desk, "hal", "/rules/"))
    assert "Doubt noted by Stella" in text_of(look(desk, "hal", "/rules/?q=plan-final"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Choose whether to sign this rule off or note a doubt"),
        ({"said": "doubted"}, "Say what the doubt is, so that the next reader can check it."),
        ({"said": "doubted", "why": "x" * 2001}, "Write 2000 characters or fewer (now 2001)"),
        ({"said": "perhaps"}, "Choose one of the answers shown"),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_above_and_nothing_typed_is_lost(desk, given, said):
    answer = desk.as_("stella").post("/rules/PLAN-FINAL/", {"read": fingerprint(duty("PLAN-FINAL")), **given})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "<title>Error:" in html
    assert text_of(answer).count(said) == 2
    assert given.get("why", "") in html
    assert not Verdict.objects.exists()


def test_a_rule_that_changed_meanwhile_is_not_signed_off_and_says_why(desk):
    answer = desk.as_("stella").post("/rules/PLAN-FINAL/", {"said": "signed_off", "why": "Fine.", "read": "0" * 16})
    assert answer.status_code == 409
    assert "This rule has changed since you opened it. Read it again." in text_of(answer)
    assert "Fine." in answer.content.decode()
    assert f'value="{fingerprint(duty("PLAN-FINAL"))}"' in answer.content.decode(), "the next press is about today's"


@pytest.mark.parametrize("name", ["ben", "carys", "hal", "dev"])
def test_others_have_no_form_and_are_refused_if_they_post(desk, name):
    assert 'name="said"' not in look(desk, name, "/rules/PLAN-FINAL/").content.decode()
    for data in ({}, {"said": "signed_off", "read": fingerprint(duty("PLAN-FINAL"))}, {"said": "doubted", "why": "x"}):
        assert desk.post("/rules/PLAN-FINAL/", data).status_code == 403
    assert not Verdict.objects.exists()


def test_a_code_nobody_knows_is_not_there(desk):
    assert desk.as_("stella").get("/rules/plan-final/").status_code == 404
    assert desk.as_("stella").post("/rules/NOPE/", {"said": "signed_off"}).status_code == 404


def test_the_book_warns_before_the_bank_holidays_run_out(desk):
    assert "Bank holidays" not in text_of(look(desk, "ben", "/rules/"))
    with hold(night(30)):
        assert "Bank holidays are on file to 2027-12-31, 30 days from now." in text_of(look(desk, "ben", "/rules/"))
