"""A school year by hand, and any school year at all, for the tests of the law."""

from datetime import date, timedelta

from hypothesis import strategies as st

from statute.school_days import Kind, Span


def term(first: str, last: str, note: str = "") -> Span:
    return Span(Kind.TERM, date.fromisoformat(first), date.fromisoformat(last), note)


def inset(day: str, last: str = "") -> Span:
    return Span(Kind.INSET, date.fromisoformat(day), date.fromisoformat(last or day), "Staff training")


def closed(first: str, last: str = "", note: str = "Closed") -> Span:
    return Span(Kind.CLOSURE, date.fromisoformat(first), date.fromisoformat(last or first), note)


TERMS_2026 = (
    term("2026-09-02", "2026-10-23", "Autumn, first half"),
    term("2026-11-02", "2026-12-18", "Autumn, second half"),
    term("2027-01-04", "2027-02-12", "Spring, first half"),
    term("2027-02-22", "2027-03-25", "Spring, second half"),
    term("2027-04-12", "2027-05-28", "Summer, first half"),
    term("2027-06-07", "2027-07-23", "Summer, second half"),
)
"""196 weekdays that are no bank holiday; most schools have 195 before their five INSET days."""
INSETS_2026 = tuple(map(inset, ("2026-09-02", "2026-11-02", "2027-01-04", "2027-04-12", "2027-07-23")))
YEAR_2026 = (*TERMS_2026, *INSETS_2026)
TERMS_2027 = (
    term("2027-09-02", "2027-12-17"),
    term("2028-01-04", "2028-03-31"),
    term("2028-04-17", "2028-07-21"),
)


@st.composite
def any_year(draw, year: int = 2026) -> tuple[Span, ...]:
    """Up to six terms one after the other, with INSET days inside them and closures anywhere."""
    start, end = date(year, 8, 1), date(year + 1, 7, 31)
    number = draw(st.integers(1, 6))
    cuts = sorted(draw(st.lists(st.dates(start, end), min_size=2 * number, max_size=2 * number, unique=True)))
    terms = [Span(Kind.TERM, *pair) for pair in zip(cuts[::2], cuts[1::2], strict=True)]
    insets = [
        Span(Kind.INSET, day, day)
        for each in terms
        for day in draw(st.lists(st.dates(each.first, each.last), max_size=2))
    ]
    closures = [
        Span(Kind.CLOSURE, day, min(end, day + timedelta(days=draw(st.integers(0, 12)))))
        for day in draw(st.lists(st.dates(start, end), max_size=3))
    ]
    return tuple(draw(st.permutations([*terms, *insets, *closures])))
