"""The timetable against the rule book: every code, its kind and its evidence mark, none better than the book's."""

from datetime import date

import pytest

from statute.ambiguities import REGISTER
from statute.contents import NOTICES
from statute.duty import NOT_YET, Calendar, Evidence, Kind
from statute.periods import Days, Length, Months, SchoolDays, Weeks, WorkingDays
from statute.timetable import TIMETABLE, codes, duty
from statute.timetable.services import PROMISES
from tests.law.test_rules_by_hand import ONE_ANCHOR
from tests.law.test_rules_of_weeks import RULES

# Code, kind, evidence, in the order of the rule book's groups.
BOOK = {
    "A": """
        HB-NOTIFY L T; LA-RESP L T; U2 L/G T/M
    """,
    "B": """
        EHCNA-REQ L T; EHCNA-CONSULT L T; EHCNA-TELL L T; EHCNA-NOTNEC L T; EHCNA-DECIDE L T; EHCNA-YES L T
    """,
    "C": """
        ADV-SEEK L T; ADV-RESP L T; ADV-RESP-OTHER G M/S; ADV-IAS L T
    """,
    "D": """
        NOPLAN L T; PLAN-YES G T/S
    """,
    "E": """
        PLAN-DRAFT L/P T/S; DRAFT-REPS L T; DRAFT-INFO L T; DRAFT-CHANGE G S; CONSULT L T; CONSULT-REPLY G S;
        NAME-TEST L T; PLAN-FINAL L T; FINAL-NOTICE L T; ADMIT L T; SECURE L T/S
    """,
    "F": """
        XFER-SEND L T; XFER-TELL L T; XFER-REVIEW L T; XFER-PLACE L/G T/S; XFER-ADVICE L T; XFER-MIDASSESS G S;
        HCOM-TELL L T; HCOM-REQ L T; DISCLOSE L T
    """,
    "G": """
        REV-12M L T/S; REV-LIST G S; REV-INVITE L T; REV-CIRC L T; REV-REPORT L T; REV-DECIDE L T/S;
        REV-Y9 L/G T; REV-U5 G S; REV-EARLY G S; PT-SCHOOL L T; PT-POST16 L T; PT-P16P16 L T; PT-BACKPLAN P S
    """,
    "H": """
        AMEND-NOTICE L T/S; AMEND-REPS L T; AMEND-FINAL L T; AMEND-STOP L T; AMEND-12W L S; AMEND-OTHER L T
    """,
    "I": """
        REASS-DECIDE L T; REASS-REFUSE L T; REASS-RCB L T; REASS-ADV L T; REASS-FINAL L T; REASS-NOCHANGE P T
    """,
    "J": """
        CEASE-CONSULT L T; CEASE-NOTIFY L T; CEASE-HOLD L T; CEASE-U18 L T; CEASE-18 L T; CEASE-19 L T;
        AGE-25 L T
    """,
    "K": """
        MED-CONTACT L T; MED-CERT-NO L T; MED-TELLHEALTH L T; MED-ARR-HEALTH L T; MED-ARR L T; MED-CANT L T;
        MED-CERT-LATE L T; MED-NOTICE L T; MED-ATTEND L T; MED-CERT-YES L T; MED-AGREE-APP L T;
        MED-AGREE-OTHER L T; MED-RCBTELL L T
    """,
    "L": """
        APPEAL L T; APPEAL-RIGHTS L T; TRIB-REG P S; TRIB-RESP L S; TRIB-DEC P S; TRIB-PTA L S; DDA-CLAIM L T
    """,
    "M": """
        ORD-CEASE L T; ORD-ASSESS L T; ORD-ASSESS-NO L T; ORD-ASSESS-YES L T; ORD-MAKE-DRAFT L T;
        ORD-MAKE-FINAL L T; ORD-REFER L T; ORD-AMEND L T; ORD-NAME L T; ORD-CONT L T; ORD-CONTAMEND L T;
        CONC-ASSESS L T; CONC-NO L T; CONC-YES L T; CONC-CONTENT L T; CONC-NAME L T; CONC-MAKE L T;
        CONC-CEASE L T; CONC-LATE L S; CONC-NOORDER L S; REC-REPLY L T; REC-COPY L T
    """,
    "N": """
        YP-START L T; YP-CSA-START L T; YP-RUNNING P P; CAP-PARENT L T; CAP-YP L T
    """,
    "O": """
        PB-REQ L T; PB-REFUSE L T; PB-REVIEW L T; PB-REDUCE L T; PB-STOP L T/S
    """,
    "P": """
        LO-COMMENTS L T; LO-CONTENT L T; LO-CONSULT L T; JOINT L T
    """,
    "Q": """
        DET-DRAFT L T; DET-FINAL L T; DET-EXC L T; DET-ORD L T/S
    """,
    "R": """
        PFA-Y9 G/L T/S; AHC-14 G S; CARE-58 L T/S; CHC G S; SR-ADULT L S
    """,
    "S": """
        DSR G S; CETR-COMM G S; CETR-POST G S; CETR-REPEAT G S; MHA-125A L T/S
    """,
    "T": """
        FAP-HAVE L S; FAP-PLACE L S; FAP-ELIG L S; FAP-NOT L S/M; INYEAR L S; INYEAR-INFO L S; DIRECT L S;
        DIRECT-ACAD L S; EHC-ROUTE L T/S
    """,
    "U": """
        EXC-PARENT L T; EXC-LA L T; EXC-GB L T; EXC-45 L T; EXC-WORK G S; EXC-D6-SUSP L T; EXC-D6-PEX L T/S;
        EXC-PUBLIC L S/T; GB-15 L T; GB-50 L T; GB-0 L T; GB-OUT L T; IRP-APPLY L T; IRP-HEAR L T;
        IRP-RECON L T; IRP-PAY L T/M; ROLL-OFF L T; SAFE-SEP G S
    """,
    "V": """
        OFF-NOTICE L T; OFF-REVIEW L T; OFF-REQUEST L T; OFF-ACAD L S; MM-CONSENT G S; MM-PERM G S;
        MM-EHC G/L M
    """,
    "W": """
        S19 L S; S19-15 G S; SICK-RETURN L T; ABS-10 L T; ROLL-ADD L T; ROLL-DEL L T/S; CME-20 L T;
        CME-DUTY L S; SAO-NOTICE L T
    """,
}

ROWS_OF_ONE_RULE_BOOK_ROW = {
    # The book holds several limits in one row; each limit is a rule here. Second code: the row it comes from.
    "REV-12M-REASS": "REV-12M", "CONC-MAKE-FINAL": "CONC-MAKE", "DET-ORD-NO": "DET-ORD", "DET-ORD-YES": "DET-ORD",
    "DET-ORD-DRAFT": "DET-ORD", "DET-ORD-FINAL": "DET-ORD", "CETR-POST-AIM": "CETR-POST",
    "CETR-POST-ADULT": "CETR-POST", "CETR-REPEAT-ADULT": "CETR-REPEAT", "INYEAR-INFO-LA": "INYEAR-INFO",
    "DIRECT-LAC": "DIRECT", "CME-20-LEAVE": "CME-20",
}  # fmt: skip
UNDER_THE_TABLE = {"DET-KEPT", "DET-MED-CONTACT", "DET-MED-ARR", "DET-MED-NOTICE", "DET-MED-CERT"}
"""In the book's words below the table of group Q, without a code."""
TO_DO = {"CRM-LOCAL", "EMS-LOCAL", "FAMILY-ASSESSMENT-LOCAL"}
PROMISED = {f"SERVICE-{days}-LOCAL" for days in PROMISES}
OF_THE_LEAD = {"LEAD-LOCAL", "FIRST-CONTACT-LOCAL", "MAM-LOCAL"}
OUR_OWN = {"SUPPORT-REVIEW-LOCAL", "TRIAGE-LOCAL", "CHASE-LOCAL", "SETTLE-LOCAL"} | OF_THE_LEAD | TO_DO | PROMISED

ENTRIES = [tuple(entry.split()) for group in BOOK.values() for entry in group.split(";")]
DATED = {each.code for each in TIMETABLE if each.limits}
BY_HAND_ELSEWHERE = {
    "XFER-REVIEW", "REV-DECIDE", "AMEND-FINAL", "AMEND-STOP", "APPEAL", "GB-15", "GB-50", "IRP-APPLY", "IRP-HEAR",
    "IRP-RECON", "INYEAR", "FAP-PLACE", "EXC-D6-PEX", "EXC-D6-SUSP", "EXC-WORK", "EXC-PUBLIC", "OFF-NOTICE", "CME-20",
    "CME-20-LEAVE",
}  # fmt: skip


@pytest.mark.parametrize(("code", "kind", "evidence"), ENTRIES)
def test_a_rule_of_the_book_is_in_the_timetable_with_its_own_marks(code, kind, evidence):
    assert (duty(code).kind, duty(code).evidence) == (Kind(kind), Evidence(evidence))


def test_nothing_is_in_the_timetable_that_is_not_in_the_book():
    in_book = {code for code, _, _ in ENTRIES}
    assert set(codes()) == in_book | set(ROWS_OF_ONE_RULE_BOOK_ROW) | UNDER_THE_TABLE | OUR_OWN
    assert len(ENTRIES) == len(in_book) == 180


def test_a_limit_split_from_a_row_keeps_that_rows_marks_or_weaker_ones():
    for code, row in ROWS_OF_ONE_RULE_BOOK_ROW.items():
        assert duty(code).kind == duty(row).kind
        assert set(duty(row).evidence.split("/")) >= set(duty(code).evidence.split("/"))


def test_a_code_has_one_wording_on_any_day():
    seen = {(each.code, each.in_force_from) for each in TIMETABLE}
    assert len(seen) == len(TIMETABLE)


def test_every_rule_with_a_period_was_worked_by_hand():
    worked = set(RULES) | {code for code, _ in ONE_ANCHOR} | BY_HAND_ELSEWHERE | OUR_OWN
    assert worked == DATED


@pytest.mark.parametrize("each", TIMETABLE, ids=lambda each: each.code)
def test_a_rule_is_whole(each):
    assert all((each.process, each.what, each.who, each.whom, each.trigger, each.basis))
    assert not each.what.endswith(".")
    parts = (each.anchor, each.period, each.counted)
    assert all(parts) or not any(parts)
    assert bool(each.limit) is not bool(each.limits), "a period, or words for why there is none"
    assert bool(each.excused_by) is bool(each.excuse_basis)
    assert set(each.open_questions) <= set(REGISTER)
    assert not each.notice or each.notice in NOTICES


@pytest.mark.parametrize("each", [each for each in TIMETABLE if each.limits], ids=lambda each: each.code)
def test_a_period_is_counted_on_its_own_calendar(each):
    calendars = {
        Weeks: {Calendar.CIVIL},
        Days: {Calendar.CIVIL, Calendar.TRIBUNAL_OTHER},
        Months: {Calendar.CIVIL, Calendar.TRIBUNAL_LODGE},
        WorkingDays: {Calendar.WORKING, Calendar.TRIBUNAL_OTHER},
        SchoolDays: {Calendar.SCHOOL, Calendar.SCHOOL_OR_WORKING},
    }
    for limit in each.limits:
        expected = calendars[type(limit.period)] if isinstance(limit.period, Length) else {Calendar.CIVIL}
        assert each.calendar in expected


def test_every_open_question_is_named_by_a_rule():
    named = {name for each in TIMETABLE for name in each.open_questions}
    assert named == set(REGISTER)
    assert list(REGISTER) == [f"AMB-{number:02}" for number in range(1, 38)]


def test_what_is_enacted_and_not_in_force_says_so():
    assert duty("MHA-125A").in_force_from == NOT_YET
    assert not duty("MHA-125A").in_force(date(2030, 1, 1))
    assert duty("OFF-ACAD").in_force(date(2026, 7, 26))
    assert not duty("OFF-ACAD").in_force(date(2026, 7, 25))


def test_every_notice_lists_what_it_must_contain():
    assert {each.notice for each in TIMETABLE} - {""} <= set(NOTICES)
    assert all(len(notice.items) >= 3 and notice.basis for notice in NOTICES.values())
    assert NOTICES["NC-2"].items[-1].startswith("that the Tribunal may make")
