"""A school year as its pages tell it: terms with their counts, what is taken out of them, the months, the doubts."""

from collections.abc import Sequence

from desk.calendars.months import months
from statute.school_days import Kind, Span, cautions, sessions


def told(year: int, spans: Sequence[Span]) -> dict:
    """Names for the template ``desk/calendars/dates.html``."""
    ordered = sorted(spans, key=lambda span: (span.first, span.last))
    days = sessions(ordered)
    out = [span for span in ordered if span.kind is not Kind.TERM]
    return {
        "count": len(days),
        "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None,
        "terms": [{"span": span, "count": len(sessions([span, *out]))} for span in ordered if span.kind is Kind.TERM],
        "insets": [span for span in ordered if span.kind is Kind.INSET],
        "closures": [span for span in ordered if span.kind is Kind.CLOSURE],
        "months": months(ordered),
        "cautions": cautions(year, ordered),
    }
