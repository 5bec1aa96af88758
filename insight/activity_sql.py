"""Children whose record began in a time, each once, by what is known of them. One statement for all the figures of a
page, so that they are of one moment; and the same children again for the list behind a figure.

Where a child learns is what stood on the day their record began, or the first that is known after it; where nobody
entered any, what whoever asked typed, if that is one setting's name. Of a child of
whom anything is secret, neither the kind of setting nor the locality is counted.
"""

from insight.typed_sql import TYPED

CHILDREN = f"""
WITH home AS (
  SELECT id, child_id, received_on FROM cases_case
  WHERE authority = %(council)s AND merged_into_id IS NULL AND received_on BETWEEN %(since)s AND %(until)s
    AND (%(seen)s::uuid[] IS NULL OR id = ANY(%(seen)s::uuid[]))
),
record AS (
  SELECT id, id AS home, received_on FROM home
  UNION ALL
  SELECT c.id, h.id, h.received_on FROM cases_case c JOIN home h ON c.merged_into_id = h.id
  WHERE %(seen)s::uuid[] IS NULL OR c.id = ANY(%(seen)s::uuid[])
),
apart AS (
  SELECT r.home FROM record r JOIN people_address a ON a.case_ref = r.id WHERE a.secret AND a.mistaken_at IS NULL
  UNION SELECT r.home FROM record r JOIN people_learning l ON l.case_ref = r.id
    WHERE l.secret AND l.mistaken_at IS NULL
  UNION SELECT r.home FROM record r JOIN people_around p ON p.case_ref = r.id WHERE p.secret AND p.mistaken_at IS NULL
  UNION SELECT r.home FROM record r JOIN people_bar b ON b.case_ref = r.id WHERE b.state = ANY(%(holds)s)
),
learns AS (
  SELECT DISTINCT ON (r.home) r.home, s.kind
  FROM record r JOIN people_learning l ON l.case_ref = r.id JOIN accounts_setting s ON s.id = l.setting_id
  WHERE NOT l.secret AND l.mistaken_at IS NULL AND coalesce(l.until, r.received_on) >= r.received_on
  ORDER BY r.home, greatest(coalesce(l.since, r.received_on), r.received_on), l.since DESC NULLS LAST,
           l.entered_at DESC, l.id
),
lives AS (
  SELECT DISTINCT ON (r.home) r.home, a.postcode
  FROM record r JOIN people_address a ON a.case_ref = r.id
  WHERE NOT a.secret AND a.mistaken_at IS NULL AND a.kind = ANY(%(homes)s)
    AND coalesce(a.since, r.received_on) <= r.received_on AND coalesce(a.until, r.received_on) >= r.received_on
  ORDER BY r.home, array_position(%(homes)s, a.kind::text), a.since DESC NULLS LAST, a.entered_at DESC, a.id
),{TYPED.rstrip()},
reason AS (
  SELECT DISTINCT ON (r.home) r.home, f.main_reason
  FROM record r JOIN referrals_referral f ON f.case_id = r.id
  WHERE f.main_reason <> '' ORDER BY r.home, f.received_at, f.id
),
child AS (
  SELECT h.id AS home, h.received_on, coalesce(reason.main_reason, '') AS reason,
         CASE WHEN apart.home IS NOT NULL OR coalesce(learns.kind, typed.kind) IS NULL THEN ''
              WHEN coalesce(learns.kind, typed.kind) = ANY(%(eight)s) THEN coalesce(learns.kind, typed.kind)
              ELSE %(another)s END AS type
  FROM home h JOIN people_child c ON c.id = h.child_id
  LEFT JOIN apart ON apart.home = h.id
  LEFT JOIN learns ON learns.home = h.id
  LEFT JOIN typed ON typed.home = h.id
  LEFT JOIN lives ON lives.home = h.id
  LEFT JOIN reason ON reason.home = h.id
  WHERE %(districts)s::text[] IS NULL
     OR (apart.home IS NULL
         AND split_part(coalesce(lives.postcode, c.home_postcode), ' ', 1) = ANY(%(districts)s::text[]))
),
need AS (
  SELECT DISTINCT child.home, n.code
  FROM child JOIN record r ON r.home = child.home JOIN cases_caseneed n ON n.case_id = r.id
  WHERE n.which = 'pathway' AND NOT n.mistaken
),
result AS (
  SELECT DISTINCT child.home, x.kind
  FROM child JOIN record r ON r.home = child.home JOIN cases_caseresult x ON x.case_id = r.id
  WHERE x.mistaken_at IS NULL
)
"""  # noqa: S608  our own words

COUNT = f"""{CHILDREN}
SELECT 'child' AS kind, '' AS code, count(*) FROM child
UNION ALL SELECT 'type', type, count(*) FROM child GROUP BY type
UNION ALL SELECT 'reason', reason, count(*) FROM child GROUP BY reason
UNION ALL SELECT 'need', code, count(*) FROM need GROUP BY code
UNION ALL SELECT 'result', kind, count(*) FROM result GROUP BY kind
"""  # noqa: S608  our own words

BEHIND = {
    "child": "true",
    "type": "type = %(code)s",
    "reason": "reason = %(code)s",
    "need": "EXISTS (SELECT 1 FROM need WHERE need.home = child.home AND need.code = %(code)s)",
    "result": "EXISTS (SELECT 1 FROM result WHERE result.home = child.home AND result.kind = %(code)s)",
}
"""Which of the children each kind of figure counts."""


def behind(of: str) -> str:
    """The statement that counts the children behind a figure and gives one page of them, the oldest first."""
    return f"""{CHILDREN}, counted AS (SELECT home, received_on FROM child WHERE {BEHIND[of]})
SELECT (SELECT count(*) FROM counted), ARRAY(
  SELECT home FROM counted ORDER BY received_on, home LIMIT %(size)s OFFSET %(after)s)"""  # noqa: S608  our own words
