"""Children with an open record, counted once each by what is known of them. One statement, so that every figure of a
page is of one moment and no two of them can be told apart by what changed between."""

from insight.typed_sql import TYPED

COUNT = f"""
WITH record AS (
  SELECT id, coalesce(merged_into_id, id) AS home, stage FROM cases_case WHERE authority = ANY(%(councils)s)
),
going AS (
  SELECT DISTINCT home FROM record WHERE stage <> 'closed'
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
  WHERE NOT l.secret AND l.mistaken_at IS NULL
    AND coalesce(l.since, %(today)s) <= %(today)s AND coalesce(l.until, %(today)s) >= %(today)s
  ORDER BY r.home, l.since DESC NULLS LAST, l.entered_at DESC, l.id
),{TYPED.rstrip()},
lives AS (
  SELECT DISTINCT ON (r.home) r.home, a.postcode
  FROM record r JOIN people_address a ON a.case_ref = r.id
  WHERE NOT a.secret AND a.mistaken_at IS NULL AND a.kind = ANY(%(homes)s)
    AND coalesce(a.since, %(today)s) <= %(today)s AND coalesce(a.until, %(today)s) >= %(today)s
  ORDER BY r.home, array_position(%(homes)s, a.kind::text), a.since DESC NULLS LAST, a.entered_at DESC, a.id
)
SELECT c.authority, extract(year FROM age(%(today)s, child.born_on))::int,
       CASE WHEN apart.home IS NULL THEN coalesce(learns.kind, typed.kind) END,
       CASE WHEN apart.home IS NULL THEN w.ward_id END,
       CASE WHEN apart.home IS NULL THEN split_part(coalesce(lives.postcode, child.home_postcode), ' ', 1) END,
       count(*)
FROM cases_case c
JOIN people_child child ON child.id = c.child_id
JOIN going ON going.home = c.id
LEFT JOIN apart ON apart.home = c.id
LEFT JOIN learns ON learns.home = c.id
LEFT JOIN typed ON typed.home = c.id
LEFT JOIN lives ON lives.home = c.id
LEFT JOIN accounts_wardpostcode w
  ON w.authority = c.authority AND w.postcode = coalesce(lives.postcode, child.home_postcode)
WHERE c.authority = ANY(%(councils)s) AND c.merged_into_id IS NULL
GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608  our own words
