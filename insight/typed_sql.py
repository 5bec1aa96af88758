"""Where a child learns, as whoever asked typed it, where nobody entered it since and one setting of the council is
called so. "Ordsall Brook Primary" is Ordsall Brook Primary School. Two settings of one name, or two names, are not
known."""

TYPED = r"""
typed AS (
  SELECT r.home, min(s.kind) AS kind
  FROM record r JOIN cases_case k ON k.id = r.id JOIN people_child t ON t.id = k.child_id
  JOIN accounts_setting s ON s.authority = k.authority
    AND regexp_replace(lower(btrim(s.name)), '\s+school$', '')
      = regexp_replace(lower(btrim(t.learns_at)), '\s+school$', '')
  WHERE t.learns_at <> ''
    AND NOT EXISTS (SELECT 1 FROM people_learning l JOIN record o ON o.id = l.case_ref WHERE o.home = r.home)
  GROUP BY r.home HAVING count(DISTINCT s.id) = 1
)
"""
"""A part of a statement that has ``record``: every record with the home it is told of at."""
