"""What was held by month, and how many days each step of the pathway took."""

HELD = """
SELECT date_trunc('month', m.held_on)::date, count(*), sum(m.lasts), coalesce(sum(there.people), 0),
       coalesce(sum(there.colleagues * m.lasts), 0)
FROM meetings_meeting m
LEFT JOIN LATERAL (
  SELECT count(*) AS people, count(i.person_id) AS colleagues FROM meetings_invitee i
  WHERE i.meeting_id = m.id AND i.came = 'here' AND i.taken_out_at IS NULL
) there ON true
WHERE m.authority = %(council)s AND m.state = 'held' AND m.kind = ANY(%(kinds)s) AND m.held_on >= %(since)s
GROUP BY 1
"""

STEPS = """
WITH lead AS (
  SELECT case_id, min(since) AS day FROM cases_involvement
  WHERE authority = %(council)s AND capacity = 'lead' GROUP BY case_id
),
held AS (
  SELECT case_id, held_on FROM meetings_meeting
  WHERE authority = %(council)s AND state = 'held' AND kind = ANY(%(kinds)s) AND late_because = ''
),
first AS (SELECT case_id, min(held_on) AS day FROM held GROUP BY case_id),
review AS (
  SELECT held.case_id, min(held.held_on) AS day FROM held JOIN first USING (case_id)
  WHERE held.held_on > first.day GROUP BY held.case_id
),
step AS (
  SELECT 'lead' AS step, lead.day - c.received_on AS days FROM lead JOIN cases_case c ON c.id = lead.case_id
  WHERE lead.day >= %(since)s
  UNION ALL
  SELECT 'first', first.day - lead.day FROM first JOIN lead USING (case_id)
  WHERE first.day >= %(since)s AND first.day >= lead.day
  UNION ALL
  SELECT 'review', review.day - first.day FROM review JOIN first USING (case_id) WHERE review.day >= %(since)s
)
SELECT step, count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY days),
       percentile_disc(0.9) WITHIN GROUP (ORDER BY days)
FROM step GROUP BY step
"""
