"""The overview of activity of one school year and of all time, and the list behind a figure, beside the same in SQL."""

from collections.abc import Callable
from functools import partial

from bench.databases import AUTHORITY, use
from bench.report import Claim
from bench.rounds import Group
from bench.web import signed_in
from core import clock
from insight.activity_rules import ALL, year_of

MANAGER = "anita.rowe@people.example"
KINDS = ("pvi", "primary", "secondary", "special")
FILL = (
    """
    INSERT INTO accounts_setting (id, authority, name, kind, kind_chosen, urn, status, la_code, la_name, number_at_la,
      type_name, phase, address, postcode, ward, inspected, grade, grade_chosen, section_41, sen_types, digest)
    SELECT gen_random_uuid(), %(council)s, 'School ' || kind, kind, true, '', 'open', '', '', '', '', '', '', '', '',
      '', '', false, false, '', '' FROM unnest(%(kinds)s) kind
    """,
    """
    INSERT INTO people_learning (id, authority, case_ref, child_id, setting_id, words, since, secret, told, entered_by,
      entered_at)
    SELECT gen_random_uuid(), c.authority, c.id, c.child_id, s.ids[1 + abs(hashtext(c.id::text)) %% 4], '',
      c.received_on - 100, false, '[]', 'system:bench', now()
    FROM cases_case c, (SELECT array_agg(id) AS ids FROM accounts_setting WHERE authority = %(council)s) s
    """,
    """
    INSERT INTO cases_caseneed (id, authority, case_id, which, code, since, noted_by, noted_at, ended_by, mistaken)
    SELECT gen_random_uuid(), authority, id, 'pathway', need, received_on, 'system:bench', now(), '', false
    FROM cases_case, unnest(ARRAY['speech', 'asd']) need
    """,
    "VACUUM ANALYZE people_learning",
    "VACUUM ANALYZE cases_caseneed",
)
BY_HAND = """
SELECT s.kind, count(*), sum((SELECT count(*) FROM cases_caseneed n WHERE n.case_id = c.id))
FROM cases_case c JOIN people_learning l ON l.case_ref = c.id JOIN accounts_setting s ON s.id = l.setting_id
WHERE c.authority = %(council)s AND c.received_on BETWEEN %(since)s AND %(until)s GROUP BY s.kind
"""


def activity(small, large):
    """A year at both sizes, all time, and a list: each beside counting by hand."""
    year = year_of(clock.today()) - 1
    arms: dict[str, Callable[[], object]] = {}
    for place in (small, large):
        use(place.name)
        manager = place.visitor.beside(signed_in(MANAGER))
        for statement in FILL:
            place.hand.ask(statement, {"council": AUTHORITY, "kinds": list(KINDS)} if "%(" in statement else None)
        for name, first, last in ((str(year), f"{year}-09-01", f"{year + 1}-08-31"), (ALL, "1900-01-01", "2999-12-31")):
            asked = {"council": AUTHORITY, "since": first, "until": last}
            arms |= {
                f"SQL {name} {place}": partial(place.hand.ask, BY_HAND, asked),
                f"page {name} {place}": partial(manager.opens, f"/activity/?period={name}"),
            }
        arms |= {
            f"bare {place}": partial(manager.opens, "/constant/"),
            f"list {place}": partial(manager.opens, f"/activity/need/speech/?period={year}"),
        }
    claims = [
        Claim(f"page of a year among {large} / (bare + SQL)", (f"page {year} {large}",),
              (f"bare {large}", f"SQL {year} {large}"), at_most=8),
        Claim(f"page of all time of {large} / (bare + SQL)", (f"page {ALL} {large}",),
              (f"bare {large}", f"SQL {ALL} {large}"), at_most=8),
        Claim("the list behind a figure / the page", (f"list {large}",), (f"page {year} {large}",), at_most=1.5),
        Claim(f"a year among {large} / among {small}", (f"page {year} {large}",), (f"page {year} {small}",)),
    ]  # fmt: skip
    return "Activity", [Group(arms, turns=3)], claims
