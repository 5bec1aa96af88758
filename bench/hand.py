"""The yardsticks: what our pages and acts do, as somebody would write it in SQL by hand for this one purpose."""

from datetime import date
from uuid import UUID, uuid4

WAITING = """
SELECT (SELECT count(*) FROM (SELECT 1 FROM cases_caseload WHERE team_id = %(team)s LIMIT 1001) w),
       (SELECT count(*) FROM (SELECT 1 FROM cases_caseload WHERE team_id = %(team)s AND next_on <= %(today)s
                              LIMIT 1001) w)
"""
QUEUE = """
SELECT l.next_on, l.received_on, c.reference, k.given_name, k.family_name, k.born_on, r.asks_for, r.settled_as,
       s.relationship, l.last_on, r.state, r.sent_as, s.job, s.organisation
FROM (SELECT * FROM cases_caseload WHERE team_id = %(team)s ORDER BY next_on, received_on, case_id LIMIT 26) l
JOIN cases_case c ON c.id = l.case_id JOIN people_child k ON k.id = c.child_id
JOIN referrals_referral r ON r.case_id = l.case_id JOIN people_carer s ON s.id = r.sender_id
ORDER BY l.next_on, l.received_on, l.case_id
"""
FIRST = """
SELECT r.case_id, (r.concern <> '' OR r.may_tell_of_harm) AND r.worry_read_at IS NULL, r.they_answered
FROM referrals_referral r
WHERE r.authority = '355' AND r.state IN ('to_settle', 'waiting')
  AND (r.concern <> '' OR r.may_tell_of_harm OR r.they_answered)
"""
MARKED = """
SELECT m.case_id, c.merged_into_id, m.kind FROM cases_casemarker m JOIN cases_case c ON c.id = m.case_id
WHERE m.authority = '355' AND m.ended_at IS NULL
"""
ENTERED = """
SELECT c.reference, k.given_name, k.family_name, k.born_on, l.received_on
FROM cases_caseload l JOIN cases_case c ON c.id = l.case_id JOIN people_child k ON k.id = c.child_id
WHERE l.team_id = %(team)s AND l.next_duty = '' AND l.next_on >= %(today)s - 30 AND c.merged_into_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM referrals_referral r WHERE r.case_id = c.id)
ORDER BY l.next_on DESC, l.case_id DESC LIMIT 25
"""
CASE = """
SELECT c.*, k.*, r.*, s.* FROM cases_case c JOIN people_child k ON k.id = c.child_id
JOIN referrals_referral r ON r.case_id = c.id JOIN people_carer s ON s.id = r.sender_id
WHERE c.authority = '355' AND c.reference = %(reference)s AND EXISTS (
  SELECT 1 FROM cases_involvement i WHERE i.case_id = c.id AND i.team_id = %(team)s AND i.until IS NULL)
"""
LOOKED = """
INSERT INTO ledger_viewing (id, authority, case_ref, actor_ref, page, seen_at)
VALUES (%(fresh)s, '355', %(case)s, 'visitor', 'case', now())
"""
AROUND = (
    "SELECT * FROM cases_deadline WHERE case_id = %(case)s ORDER BY ended_on, plan_for",
    "SELECT * FROM ledger_entry WHERE case_ref = %(case)s ORDER BY recorded_at DESC, id DESC LIMIT 100",
    "SELECT id, name FROM accounts_person WHERE id = ANY(%(people)s::uuid[])",
    "SELECT * FROM documents_document WHERE case_id = %(case)s",
    "SELECT * FROM notices_dispatch WHERE case_ref = %(case)s ORDER BY written_at DESC",
    "SELECT event, actor_ref, min(recorded_at) FROM ledger_entry WHERE case_ref = %(case)s GROUP BY event, actor_ref",
    "SELECT i.capacity, i.in_touch_by, p.name, t.name, t.mailbox FROM cases_involvement i"
    " LEFT JOIN accounts_person p ON p.id = i.person_id LEFT JOIN accounts_team t ON t.id = i.team_id"
    " WHERE i.case_id = %(case)s AND i.until IS NULL",
    "SELECT t.*, p.name FROM cases_task t LEFT JOIN accounts_person p ON p.id = t.person_id"
    " WHERE t.case_id = %(case)s ORDER BY t.set_at",
    "SELECT * FROM cases_concern WHERE case_id = %(case)s ORDER BY raised_at DESC",
    "SELECT p.* FROM profiles_profile p WHERE p.case_id = %(case)s",
)
TO_COMPARE = (
    "SELECT * FROM ledger_entry ORDER BY case_ref, recorded_at, id",
    "SELECT * FROM cases_deadline ORDER BY case_id",
)


class Hand:
    """One connection and what it needs to know."""

    def __init__(self, connection, today: date) -> None:
        self.connection, self.today = connection, today
        self.team = self.ask("SELECT id FROM accounts_team WHERE authority = '355' AND kind = 'bridge'")[0][0]

    def ask(self, sql: str, values: dict | None = None) -> list[tuple]:
        """One statement, its own transaction."""
        with self.connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

    def queue(self) -> None:
        """The first page of the queue, how many wait, who goes before the rest, and what colleagues entered."""
        here = {"team": self.team, "today": self.today}
        for sql in (WAITING, FIRST, MARKED, QUEUE, ENTERED):
            self.ask(sql, here)

    def case(self, reference: str) -> None:
        """A case with its history and what there is to choose of it, deadlines, files, letters, who works on it, what
        they have to do, concerns and what its family wrote; and that somebody looked."""
        row = self.ask(CASE, {"reference": reference, "team": self.team})[0]
        values = {"case": row[0], "fresh": str(uuid4()), "people": []}
        self.ask(LOOKED, values)
        for sql in AROUND:
            self.ask(sql, values)

    def read_everything(self) -> None:
        """Every row the patrol must compare, through a cursor at the server, and nothing done with it."""
        self.connection.autocommit = False
        for sql in TO_COMPARE:
            with self.connection.cursor(name="read") as cursor:
                cursor.itersize = 2000
                cursor.execute(sql)
                for _row in cursor:
                    pass
        self.connection.commit()
        self.connection.autocommit = True

    def submit(self, rows: list[tuple[str, dict]]) -> None:
        """A request and everything that goes with it: one statement a row, one commit."""
        self.connection.autocommit = False
        with self.connection.cursor() as cursor:
            for sql, values in rows:
                cursor.execute(sql, values)
        self.connection.commit()
        self.connection.autocommit = True


def submission(team: UUID, number: int) -> list[tuple[str, dict]]:
    """The rows of one request for help, ready to write: no date is worked out, no letter worded."""
    names = ("child", "case", "carer", "involvement", "referral", "entry", "deadline", "caseload", "to", "bridge")
    keys = {name: str(uuid4()) for name in names}
    values = {
        **keys,
        "team": team,
        "reference": f"HND-{keys['case'][:12]}",
        "words": "He hides when it is loud. " * 4,
        "address": f"nasreen.{number}@families.example",
        "body": "Thank you. Your request reached us. " * 14,
    }
    return [(sql, values) for sql in SUBMISSION]


SUBMISSION = (
    "INSERT INTO people_child (id, authority, case_ref, given_name, family_name, preferred_name, born_on,"
    " home_postcode, learns_at)"
    " VALUES (%(child)s, '355', %(case)s, 'Ayaan', 'Chowdhury', '', '2018-06-14', 'ZZ1 1AB', 'Oakfield Primary')",
    "INSERT INTO people_namekey (id, authority, case_ref, key, name)"
    " SELECT gen_random_uuid(), '355', %(case)s, key, name FROM (VALUES ('=ayaan chowdhury', ''),"
    " ('=chowdhury ayaan', ''), ('~AN', 'ayaan'), ('~XTR', 'chowdhury'), ('%%cdr', 'chowdhury'), ('+AN XTR', ''),"
    " ('%%+an cdr', '')) AS keys (key, name)",
    "INSERT INTO cases_case (id, authority, reference, child_id, stage, received_on)"
    " VALUES (%(case)s, '355', %(reference)s, %(child)s, 'intake', current_date)",
    "INSERT INTO people_carer (id, authority, case_ref, child_id, name, relationship, says_responsible, email, phone)"
    " VALUES (%(carer)s, '355', %(case)s, %(child)s, 'Nasreen Chowdhury', 'mother', 'yes', %(address)s, '')",
    "INSERT INTO referrals_referral (id, authority, case_id, sender_id, state, asks_for, words, wanted, consent,"
    " channel, received_at, received_on, sent_once, settled_as, settled_because, settled_by)"
    " VALUES (%(referral)s, '355', %(case)s, %(carer)s, 'waiting', 'help', %(words)s, '', true, 'online', now(),"
    " current_date, %(bridge)s, '', '', '')",
    "INSERT INTO cases_involvement (id, authority, case_id, team_id, capacity, since)"
    " VALUES (%(involvement)s, '355', %(case)s, %(team)s, 'triage', current_date)",
    "INSERT INTO ledger_entry (id, authority, event, case_ref, part, about, actor_ref, moved_from, moved_to, facts,"
    " effective_on)"
    " VALUES (%(entry)s, '355', 'referral.received', %(case)s, 'core', %(referral)s, 'visitor', '', '',"
    """ '{"asks_for": "help", "channel": "online"}', current_date)""",
    "INSERT INTO cases_deadline (id, authority, case_id, duty, rule_version, about, entry_ref, counted_from, plan_for,"
    " due_strict, due_ordinary, ended_as, rung, chase_on)"
    " VALUES (%(deadline)s, '355', %(case)s, 'TRIAGE-LOCAL', '', %(referral)s, %(entry)s, current_date, current_date,"
    " current_date, current_date, '', 0, current_date)",
    "INSERT INTO cases_caseload (id, authority, case_id, team_id, next_on, last_on, next_duty, received_on)"
    " VALUES (%(caseload)s, '355', %(case)s, %(team)s, current_date, current_date, 'TRIAGE-LOCAL', current_date)",
    "INSERT INTO notices_dispatch (id, authority, entry_ref, case_ref, template, to_ref, address, subject, body,"
    " attempts, stopped_because, last_error)"
    " VALUES (%(to)s, '355', %(entry)s, %(case)s, 'help_received', 'carer', %(address)s, 'We have it', %(body)s, 0,"
    " '', ''), (%(bridge)s, '355', %(entry)s, %(case)s, 'new_request', 'team', 'b@s.example', 'One waits', 'It does.',"
    " 0, '', '')",
)
