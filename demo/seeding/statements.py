"""The SQL of the seed: temporary tables first, then one INSERT ... SELECT for each real table.

The values are the authority's code, its team and mailbox, and the places of ``rows``; everything else comes from the
temporary tables.
"""

STAGE = """
CREATE TEMP TABLE seed_child (
  key uuid PRIMARY KEY, reference text, given_name text, family_name text, born_on date, home_postcode text,
  learns_at text, sender text, relationship text, says_responsible text, source text, email text, phone text,
  asks_for text, words text, wanted text, consent boolean, received_at timestamptz, received_on date, settled_as text,
  settled_because text, settled_by text, settled_at timestamptz, settled_on date, confirm_url text
);
CREATE TEMP TABLE seed_start (
  kind text, day date, place int, duty text, version text, plan_for date, due_strict date, due_ordinary date,
  rung int, chase_on date
);
CREATE TEMP TABLE seed_meet (kind text, day date, duty text);
CREATE TEMP TABLE seed_name (key uuid, of_case uuid, name_key text COLLATE "C", name text COLLATE "C");
CREATE TEMP TABLE seed_letter (
  kind text, day date, place int, template text, to_sender boolean, subject text, body text
)
"""

ENTRIES = """
CREATE TEMP TABLE seed_entry AS
SELECT key AS case_key, pg_temp.row_key(key, %(received)s) AS key, 'asked for ' || asks_for AS kind,
       'referral.received' AS event, pg_temp.row_key(key, %(referral)s) AS about, 'visitor' AS actor,
       '' AS moved_from, '' AS moved_to, jsonb_build_object('asks_for', asks_for, 'channel', 'online') AS facts,
       received_on AS day, received_at AS recorded_at, NULL::uuid AS because
FROM seed_child
UNION ALL
SELECT key, pg_temp.row_key(key, %(in_terms)s), 'in_terms', 'assessment.requested',
       pg_temp.row_key(key, %(assessment)s), 'visitor', 'received', 'received',
       jsonb_build_object('found', 'in_terms', 'source', source),
       received_on, received_at, pg_temp.row_key(key, %(received)s)
FROM seed_child WHERE asks_for = 'assessment'
UNION ALL
SELECT key, pg_temp.row_key(key, %(settled)s), 'settled as ' || settled_as, 'referral.settled',
       pg_temp.row_key(key, %(referral)s), settled_by,
       CASE asks_for WHEN 'unsure' THEN 'to_settle' ELSE 'waiting' END, 'waiting',
       jsonb_build_object('settled_as', settled_as, 'met_on', settled_on::text),
       received_on, settled_at, NULL
FROM seed_child WHERE settled_as <> ''
UNION ALL
SELECT key, pg_temp.row_key(key, %(on_reading)s), 'on_reading', 'assessment.requested',
       pg_temp.row_key(key, %(assessment)s), settled_by, 'received', 'received',
       jsonb_build_object('found', 'on_reading', 'source', source),
       received_on, settled_at, pg_temp.row_key(key, %(settled)s)
FROM seed_child WHERE settled_as = 'assessment'
"""

ENTRIES_BY_CASE = "CREATE INDEX ON seed_entry (case_key); ANALYZE seed_child; ANALYZE seed_entry"
DAYS = "SELECT DISTINCT kind, day FROM seed_entry ORDER BY kind, day"
BY_DAY = "CREATE INDEX ON seed_meet (kind, day); ANALYZE seed_start; ANALYZE seed_meet; ANALYZE seed_letter"

CHILDREN = """
INSERT INTO people_child (id, authority, case_ref, given_name, family_name, preferred_name, born_on, home_postcode,
                          learns_at)
SELECT pg_temp.row_key(key, %(child)s), %(authority)s, key, given_name, family_name, '', born_on, home_postcode,
       learns_at
FROM seed_child
"""

NAMES = """
INSERT INTO people_namekey (id, authority, case_ref, key, name)
SELECT key, %(authority)s, of_case, name_key, name FROM seed_name ORDER BY name_key, name
"""

CASES = """
INSERT INTO cases_case (id, authority, reference, child_id, stage, received_on)
SELECT key, %(authority)s, reference, pg_temp.row_key(key, %(child)s), 'intake', received_on FROM seed_child
"""

CARERS = """
INSERT INTO people_carer (id, authority, case_ref, child_id, name, relationship, says_responsible, email, phone)
SELECT pg_temp.row_key(key, %(carer)s), %(authority)s, key, pg_temp.row_key(key, %(child)s), sender, relationship,
       says_responsible, email, phone
FROM seed_child
"""

INVOLVEMENTS = """
INSERT INTO cases_involvement (id, authority, case_id, team_id, capacity, since)
SELECT pg_temp.row_key(key, %(involvement)s), %(authority)s, key, %(team)s, 'triage', received_on FROM seed_child
"""

REFERRALS = """
INSERT INTO referrals_referral (id, authority, case_id, sender_id, state, asks_for, words, wanted, consent, channel,
                                received_at, received_on, sent_once, settled_as, settled_because, settled_by,
                                settled_at)
SELECT pg_temp.row_key(key, %(referral)s), %(authority)s, key, pg_temp.row_key(key, %(carer)s),
       CASE WHEN asks_for = 'unsure' AND settled_as = '' THEN 'to_settle' ELSE 'waiting' END,
       asks_for, words, wanted, consent, 'online', received_at, received_on, pg_temp.row_key(key, %(sent_once)s),
       settled_as, settled_because, settled_by, settled_at
FROM seed_child
"""

ASSESSMENTS = """
INSERT INTO ehcp_assessmentrequest (id, authority, case_id, asked_by_id, state, source, found, received_on)
SELECT about, %(authority)s, case_key, pg_temp.row_key(case_key, %(carer)s), 'received', facts->>'source',
       facts->>'found', day
FROM seed_entry WHERE event = 'assessment.requested'
"""

HISTORY = """
INSERT INTO ledger_entry (id, authority, event, case_ref, part, about, actor_ref, moved_from, moved_to, facts,
                          effective_on, recorded_at, because)
SELECT key, %(authority)s, event, case_key, 'core', about, actor, moved_from, moved_to, facts, day, recorded_at, because
FROM seed_entry
"""

DEADLINES = """
INSERT INTO cases_deadline (id, authority, case_id, duty, rule_version, about, entry_ref, counted_from, plan_for,
                            due_strict, due_ordinary, ended_on, ended_as, ended_by, rung, chase_on)
SELECT pg_temp.row_key(e.case_key, s.place), %(authority)s, e.case_key, s.duty, s.version, e.about, e.key, e.day,
       s.plan_for, s.due_strict, s.due_ordinary, met.day, CASE WHEN met.key IS NULL THEN '' ELSE 'met' END, met.key,
       s.rung, s.chase_on
FROM seed_entry e JOIN seed_start s ON s.kind = e.kind AND s.day = e.day
LEFT JOIN LATERAL (
  SELECT coalesce((later.facts->>'met_on')::date, later.day) AS day, later.key
  FROM seed_entry later JOIN seed_meet m ON m.kind = later.kind AND m.day = later.day AND m.duty = s.duty
  WHERE later.case_key = e.case_key AND later.about = e.about AND later.key > e.key
  ORDER BY later.key LIMIT 1
) met ON true
"""

CASELOADS = """
INSERT INTO cases_caseload (id, authority, case_id, team_id, next_on, last_on, next_duty, received_on)
SELECT pg_temp.row_key(c.key, %(caseload)s), %(authority)s, c.key, %(team)s, coalesce(d.plan_for, c.received_on),
       coalesce(d.due_ordinary, c.received_on), coalesce(d.duty, ''), c.received_on
FROM seed_child c
LEFT JOIN LATERAL (SELECT plan_for, due_ordinary, duty FROM cases_deadline WHERE case_id = c.key AND ended_on IS NULL
                   ORDER BY plan_for, duty LIMIT 1) d ON true
"""

LETTERS = """
INSERT INTO notices_dispatch (id, authority, entry_ref, case_ref, template, to_ref, address, subject, body, written_at,
                              next_try_at, attempts, sent_at, stopped_because, last_error)
SELECT pg_temp.row_key(e.case_key, l.place), %(authority)s, e.key, e.case_key, l.template,
       CASE WHEN l.to_sender THEN 'carer:' || pg_temp.row_key(e.case_key, %(carer)s) ELSE 'team:' || %(team)s END,
       CASE WHEN l.to_sender THEN c.email ELSE %(mailbox)s END,
       replace(l.subject, '{reference}', c.reference),
       replace(replace(l.body, '{reference}', c.reference), '{confirm_url}', c.confirm_url),
       e.recorded_at, e.recorded_at + interval '6 minutes', 1, e.recorded_at + interval '1 minute', '', ''
FROM seed_entry e JOIN seed_child c ON c.key = e.case_key JOIN seed_letter l ON l.kind = e.kind AND l.day = e.day
"""

INTO_TABLES = (
    ("children", "people_child", CHILDREN),
    ("keys of their names", "people_namekey", NAMES),
    ("cases", "cases_case", CASES),
    ("senders", "people_carer", CARERS),
    ("involvements", "cases_involvement", INVOLVEMENTS),
    ("requests", "referrals_referral", REFERRALS),
    ("requests for assessment", "ehcp_assessmentrequest", ASSESSMENTS),
    ("entries of history", "ledger_entry", HISTORY),
    ("deadlines", "cases_deadline", DEADLINES),
    ("rows of the worklist", "cases_caseload", CASELOADS),
    ("letters", "notices_dispatch", LETTERS),
)
"""What each statement lays down, and where, in order."""

CLEAR = "DROP TABLE seed_child, seed_name, seed_start, seed_meet, seed_letter, seed_entry"
