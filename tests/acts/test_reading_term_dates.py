"""Term dates as people write them: in a box, on a line, in a table, in a calendar."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.termdates.days import Unreadable, read_day
from accounts.termdates.files import read_file
from accounts.termdates.ics_words import Meaning, meaning
from accounts.termdates.typed import as_lines, read_lines
from statute.school_days import Kind, Span

FILES = Path(__file__).parents[1] / "factories" / "term_dates"
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"


def an_ics(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\r\nUID:{n}@x.example\r\n{event}\r\nEND:VEVENT\r\n" for n, event in enumerate(events))
    return f"{HEAD}{body}END:VCALENDAR\r\n".encode()


def day_event(title: str, first: str, after: str = "") -> str:
    end = f"\r\nDTEND;VALUE=DATE:{after}" if after else ""
    return f"SUMMARY:{title}\r\nDTSTART;VALUE=DATE:{first}{end}"


TERM = day_event("Autumn term", "20260902", "20261219")


def told(reading) -> list[tuple]:
    return [(row.span.kind, row.span.first.isoformat(), row.span.last.isoformat()) for row in reading.taken]


@pytest.mark.parametrize(
    "text",
    ["2026-09-03", "3/9/2026", "03/09/2026", "3.9.2026", "3-9-2026", "3 September 2026", "3rd Sept 2026", "3 SEP 2026",
     "Thursday 3 September 2026", "Thu, 3 Sep 2026", " 3  September  2026 ", "2026-09-03 00:00:00", "3/9/2026 00:00"],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(text):
    assert read_day(text) == date(2026, 9, 3)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not a date we can read"),
        ("soon", "not a date we can read"),
        ("3 Septober 2026", "not a date we can read"),
        ("3/9/26", "year with 4 numbers"),
        ("9/13/2026", "not a real date"),
        ("29/2/2027", "not a real date"),
        ("3/0/2026", "not a date"),
        ("3/9/2926", "too far away"),
        ("Friday 3 September 2026", "is a Thursday"),
        ("٣/٩/٢٠٢٦", "not"),
    ],
)
def test_what_is_no_date_says_how_to_mend_it(text, says):
    with pytest.raises(Unreadable, match=says):
        read_day(text)


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reading_of_a_date(text):
    try:
        assert isinstance(read_day(text), date)
    except Unreadable as why:
        assert str(why)


SPANS = st.builds(
    lambda first, more, note: Span(Kind.CLOSURE, first, date.fromordinal(first.toordinal() + more), note),
    st.dates(date(2026, 8, 1), date(2027, 7, 1)),
    st.integers(0, 20),
    st.sampled_from(["", "Half-term", "Snow, and ice", "3 boilers"]),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SPANS, max_size=8))
def test_lines_are_read_back_as_they_are_written(spans):
    assert read_lines(as_lines(spans), Kind.CLOSURE) == (spans, [])


def test_a_line_copied_from_a_web_page_is_read_with_its_odd_blanks_and_dashes():
    copied = "Monday\u00a026\u00a0October\u00a02026\u2009–\u2009Friday 30th October 2026 – Half term\t"
    assert read_lines(copied, Kind.CLOSURE) == (
        [Span(Kind.CLOSURE, date(2026, 10, 26), date(2026, 10, 30), "Half term")],
        [],
    )


def test_a_table_is_read_whatever_the_order_of_its_columns_and_its_marks():
    plain = b"term,02/09/2026,18/12/2026,Autumn\r\ninset,2026-09-02,,Staff"
    others = [
        "\ufeffNote;Start date;Type;End date\r\nAutumn;02/09/2026;Term;18/12/2026\r\nStaff;2/9/2026;INSET day;\r\n",
        "Kind\tFrom\tTo\tNote\n\nTERM\t2 September 2026\t18 December 2026\tAutumn\ninset\t2/9/2026\t\tStaff\n",
        '"kind","from","to"\r"term","02/09/2026","18/12/2026"\r"training day","2/9/2026","2/9/2026"\r',
    ]
    expected = [("inset", "2026-09-02", "2026-09-02"), ("term", "2026-09-02", "2026-12-18")]
    assert told(read_file(plain, 2026)) == expected
    for encoding in ("utf-8", "utf-16"):
        assert [told(read_file(other.encode(encoding), 2026)) for other in others] == [expected] * 3


def test_old_windows_letters_and_odd_marks_are_kept_as_words():
    reading = read_file("term,2/9/2026,18/12/2026,Père’s\x07 term\n".encode("cp1252"), 2026)
    assert reading.spans[0].note == "Père’s term"


def test_a_quotation_mark_left_open_is_told_and_what_came_before_is_kept():
    reading = read_file(b'term,2/9/2026,18/12/2026,Autumn\ninset,2/9/2026,,"Staff\nterm,4/1/2027,25/3/2027,\n', 2026)
    assert told(reading) == [("term", "2026-09-02", "2026-12-18")]
    assert "quotation mark" in reading.wrong[0].why


def test_the_fixture_tells_each_bad_row_by_its_line():
    reading = read_file((FILES / "oakfield.csv").read_bytes(), 2026)
    assert [row.line for row in reading.wrong] == [13, 14, 15, 17, 18]
    assert [row.line for row in reading.passed] == [12, 16]
    assert len(reading.taken) == 9


def test_a_row_said_twice_counts_once_and_two_terms_that_overlap_are_told():
    twice = b"term,2/9/2026,18/12/2026\nterm,2/9/2026,18/12/2026\nterm,18/12/2026,22/12/2026\n"
    reading = read_file(twice, 2026)
    assert told(reading) == [("term", "2026-09-02", "2026-12-18")]
    assert "same days as line 1" in reading.passed[0].why
    assert (reading.wrong[0].line, "share days" in reading.wrong[0].why) == (3, True)


def test_a_list_of_lessons_is_no_list_of_terms():
    rows = "".join(f"term,2026-{m:02}-{d:02},2026-{m:02}-{d:02}\n" for m in (9, 10, 11) for d in range(1, 16))
    assert "more than 40 terms" in read_file(rows.encode(), 2026).refused


def test_the_last_day_of_a_calendar_event_is_the_day_before_it_ends():
    assert told(read_file(an_ics(TERM), 2026)) == [("term", "2026-09-02", "2026-12-18")]


@pytest.mark.parametrize(
    ("event", "days"),
    [
        (day_event("INSET", "20260903"), ("2026-09-03", "2026-09-03")),
        (day_event("INSET", "20260903", "20260904"), ("2026-09-03", "2026-09-03")),
        (day_event("INSET", "20260903", "20260903"), ("2026-09-03", "2026-09-03")),
        ("SUMMARY:INSET\r\nDTSTART;VALUE=DATE:20260903\r\nDURATION:P2D", ("2026-09-03", "2026-09-04")),
        ("SUMMARY:INSET\r\nDTSTART:20260903T090000\r\nDTEND:20260903T160000", ("2026-09-03", "2026-09-03")),
        ("SUMMARY:INSET\r\nDTSTART:20260903T000000\r\nDTEND:20260905T000000", ("2026-09-03", "2026-09-04")),
        ("SUMMARY:INSET\r\nDTSTART:20260902T230000Z\r\nDTEND:20260903T230000Z", ("2026-09-03", "2026-09-03")),
        (
            "SUMMARY:INSET\r\nDTSTART;TZID=Europe/London:20261105T000000\r\nDTEND;TZID=Europe/London:20261107T000000",
            ("2026-11-05", "2026-11-06"),
        ),
        ("SUMMARY;LANGUAGE=en:Staff tra\r\n ining day\r\nDTSTART;VALUE=DATE:20260903", ("2026-09-03", "2026-09-03")),
    ],
    ids=["no end", "whole day", "end is start", "duration", "hours", "midnights", "utc in summer", "london", "folded"],
)
def test_the_days_of_an_event_however_it_gives_them(event, days):
    assert ("inset", *days) in told(read_file(an_ics(TERM, event), 2026))


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (day_event("INSET", "20260903") + "\r\nRRULE:FREQ=WEEKLY;COUNT=3", "It repeats"),
        (day_event("INSET", "20260903") + "\r\nRDATE;VALUE=DATE:20260910", "It repeats"),
        ("SUMMARY:INSET", "no first day"),
        ("SUMMARY:INSET\r\nDTSTART;VALUE=DATE:2026XX03", "could not be read"),
        (day_event("INSET", "20260904", "20260902"), "ends before it begins"),
        ("SUMMARY:INSET\r\nDTSTART;VALUE=DATE:20260903\r\nDTEND:20260904T120000", "whole day and the other a time"),
        (day_event("Half term starts", "20261026"), "one end of a half-term"),
        (day_event("Spring term", "20270104"), "too short for a term"),
        (day_event("Spring term starts", "20270104"), "does not give the term’s last day"),
        (day_event("End of summer term", "20270723"), "does not give the term’s first day"),
    ],
)
def test_an_event_that_cannot_be_read_says_why_with_its_line_and_spoils_no_other(event, why):
    reading = read_file(an_ics(TERM, event), 2026)
    assert told(reading) == [("term", "2026-09-02", "2026-12-18")]
    assert [(row.line, why in row.why) for row in reading.wrong] == [(10, True)], reading.wrong


def test_days_that_start_and_end_terms_make_terms():
    events = [
        day_event("Term ends", "20261218"),
        day_event("Autumn term starts", "20260902"),
        day_event("Pupils return to school", "20270104"),
        day_event("Last day of Spring term", "20270325"),
    ]
    reading = read_file(an_ics(*events), 2026)
    assert told(reading) == [("term", "2026-09-02", "2026-12-18"), ("term", "2027-01-04", "2027-03-25")]
    assert reading.spans[0].note == "Autumn term"


def test_a_first_day_that_a_whole_term_tells_already_is_passed_over():
    reading = read_file(an_ics(TERM, day_event("Autumn term starts", "20260902")), 2026)
    assert (len(reading.taken), reading.wrong, len(reading.passed)) == (1, [], 1)


@pytest.mark.parametrize(
    ("title", "means"),
    [
        ("Autumn term", Meaning.TERM),
        ("Summer Term 2", Meaning.TERM),
        ("INSET Day", Meaning.INSET),
        ("Staff Training Day (school closed to pupils)", Meaning.INSET),
        ("Professional development day", Meaning.INSET),
        ("Half-Term", Meaning.HALF_TERM),
        ("October half term holiday", Meaning.HALF_TERM),
        ("Half term ends", Meaning.HALF_TERM_EDGE),
        ("Early May bank holiday", Meaning.BANK),
        ("Good Friday", Meaning.BANK),
        ("Christmas holidays", Meaning.CLOSED),
        ("School closed: snow", Meaning.CLOSED),
        ("School closed for polling", Meaning.CLOSED),
        ("Term starts", Meaning.STARTS),
        ("First day of term", Meaning.STARTS),
        ("School reopens", Meaning.STARTS),
        ("School breaks up", Meaning.ENDS),
        ("Schools close for Christmas", Meaning.ENDS),
        ("Sports day", Meaning.NOTHING),
        ("Long-term plan published", Meaning.TERM),
        ("", Meaning.NOTHING),
    ],
)
def test_titles_mean_what_councils_mean_by_them(title, means):
    assert meaning(title) == means


def test_a_half_term_is_a_break_or_half_of_a_term_by_its_length():
    events = [
        TERM,
        day_event("Half term", "20261026", "20261031"),
        day_event("Spring half term 1", "20270104", "20270213"),
    ]
    assert ("closure", "2026-10-26", "2026-10-30") in told(read_file(an_ics(*events), 2026))
    assert ("term", "2027-01-04", "2027-02-12") in told(read_file(an_ics(*events), 2026))


def test_a_bank_holiday_nobody_announced_is_a_closure_and_a_known_one_is_passed_over():
    events = [TERM, day_event("Extra bank holiday", "20261102"), day_event("Boxing Day", "20261226")]
    reading = read_file(an_ics(*events), 2026)
    assert ("closure", "2026-11-02", "2026-11-02") in told(reading)
    assert [row.text for row in reading.passed] == ["Boxing Day"]


@given(st.binary(max_size=400))
def test_no_bytes_at_all_break_the_reading(contents):
    for start in (b"", HEAD.encode() + b"BEGIN:VEVENT\r\n", b"kind,from,to\r\nterm,"):
        reading = read_file(start + contents, 2026)
        assert reading.refused or reading.taken
