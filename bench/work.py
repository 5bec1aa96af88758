"""*My work*: an officer with 250 cases of their own and a team with all of them, beside the same lists by hand."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from accounts.models import Membership, Person
from accounts.roles import Role
from bench.databases import AUTHORITY, use
from bench.report import Claim
from bench.rounds import Group
from bench.web import signed_in
from core import clock

OFFICER = "many.cases@people.example"
HOLDS = 250

OWNS = """
INSERT INTO cases_involvement (id, authority, case_id, person_id, capacity, since)
SELECT gen_random_uuid(), authority, case_id, %(who)s, 'owner', received_on FROM cases_caseload
WHERE team_id = %(team)s AND next_duty <> '' ORDER BY md5(case_id::text) LIMIT %(holds)s
"""
LISTED = """
INSERT INTO cases_caseload (id, authority, case_id, person_id, next_on, last_on, next_duty, received_on)
SELECT gen_random_uuid(), l.authority, l.case_id, i.person_id, l.next_on, l.last_on, l.next_duty, l.received_on
FROM cases_caseload l JOIN cases_involvement i ON i.case_id = l.case_id
WHERE l.team_id = %(team)s AND i.person_id = %(who)s
"""
COUNTS = """
SELECT (SELECT count(*) FROM (SELECT 1 FROM cases_caseload WHERE {whose} AND next_duty <> ''
                              AND next_on < %(today)s AND last_on < %(today)s LIMIT 1000) late),
       (SELECT count(*) FROM (SELECT 1 FROM cases_caseload WHERE {whose} AND next_duty <> ''
                              AND next_on <= %(today)s AND last_on >= %(today)s LIMIT 1000) today),
       (SELECT count(*) FROM (SELECT 1 FROM cases_caseload WHERE {whose} AND next_duty <> ''
                              AND next_on > %(today)s LIMIT 1000) later)
"""
ROWS = """
SELECT l.next_on, l.received_on, l.next_duty, c.reference, k.given_name, k.family_name, k.born_on, p.name,
  (SELECT count(*) FROM cases_deadline d WHERE d.case_id = l.case_id AND d.ended_on IS NULL),
  (SELECT max(r.rung) FROM cases_reminder r JOIN cases_deadline d ON d.id = r.deadline_id
   WHERE d.case_id = l.case_id AND d.ended_on IS NULL AND r.told)
FROM (SELECT * FROM cases_caseload WHERE {whose} AND next_duty <> ''
      ORDER BY next_on, received_on, case_id LIMIT 26) l
JOIN cases_case c ON c.id = l.case_id JOIN people_child k ON k.id = c.child_id
LEFT JOIN cases_involvement o ON o.case_id = l.case_id AND o.capacity = 'owner' AND o.until IS NULL
LEFT JOIN accounts_person p ON p.id = o.person_id
ORDER BY l.next_on, l.received_on, l.case_id
"""
TASKS = """
SELECT t.id, t.kind, t.title, c.reference, k.given_name, k.family_name, coalesce(d.recover_by, d.plan_for, t.due_on)
FROM cases_task t JOIN cases_case c ON c.id = t.case_id JOIN people_child k ON k.id = c.child_id
LEFT JOIN cases_deadline d ON d.case_id = t.case_id AND d.about = t.id
WHERE t.authority = '355' AND t.state = 'open' AND (t.person_id = %(who)s OR t.team_id = %(team)s)
ORDER BY 7 NULLS LAST LIMIT 51
"""
WAITS = """
SELECT case_id FROM talking_said WHERE authority = '355' AND answer_by IS NOT NULL AND settled_at IS NULL
"""
MEETS = """
SELECT m.id, m.kind, m.held_on, m.begins_at, m.mode, m.place, c.reference, k.given_name, k.family_name
FROM meetings_invitee i JOIN meetings_meeting m ON m.id = i.meeting_id JOIN cases_case c ON c.id = m.case_id
JOIN people_child k ON k.id = c.child_id
WHERE i.person_id = %(who)s AND m.authority = '355' AND m.state = 'planned' AND m.held_on >= %(today)s
ORDER BY m.held_on LIMIT 20
"""
TO_READ = """
SELECT c.reference, k.given_name, a.relationship FROM cases_involvement i
JOIN profiles_profile p ON p.case_id = i.case_id AND p.written_at IS NOT NULL
JOIN cases_case c ON c.id = p.case_id JOIN people_child k ON k.id = c.child_id
LEFT JOIN people_carer a ON a.id = p.carer_id
WHERE i.person_id = %(who)s AND i.since <= %(today)s AND (i.until IS NULL OR i.until >= %(today)s)
  AND NOT EXISTS (SELECT 1 FROM profiles_profileread r
                  WHERE r.profile_id = p.id AND r.person_id = %(who)s AND r.version = p.version)
LIMIT 10
"""
AWAY = """
SELECT person_id, cover_id FROM accounts_absence WHERE authority = '355' AND since <= %(today)s
AND (until IS NULL OR until >= %(today)s)
"""


def by_hand(place, whose: str, who: str) -> None:
    """For whom somebody covers, how much there is of each kind, the first page, and what else waits for them."""
    values = {"who": who, "team": place.hand.team, "today": place.hand.today}
    for sql in (AWAY, TASKS, WAITS, MEETS, TO_READ):
        place.hand.ask(sql, values)
    place.hand.ask(COUNTS.format(whose=whose), values)
    place.hand.ask(ROWS.format(whose=whose), values)


def work(small, large):
    """The first page of an officer's own cases at both sizes, of a whole team's, and a page deep in that."""
    arms: dict[str, Callable[[], object]] = {}
    for place in (small, large):
        use(place.name)
        who, officer = _officer_at(place)
        arms |= {
            f"bare {place}": partial(place.visitor.opens, "/constant/"),
            f"SQL own {place}": partial(by_hand, place, "person_id = %(who)s", who),
            f"own {place}": partial(officer.opens, "/work/?whose=mine"),
            f"SQL team {place}": partial(by_hand, place, "team_id = %(team)s", who),
            f"team {place}": partial(place.visitor.opens, "/work/?whose=team"),
        }
    claims = [
        Claim(f"{whose} of {p} / (bare + SQL)", (f"{whose} {p}",), (f"bare {p}", f"SQL {whose} {p}"), at_most=8)
        for whose in ("own", "team")
        for p in (small, large)
    ]
    claims += [
        Claim(f"a team with {large} / an officer with {HOLDS}", (f"team {large}",), (f"own {large}",), at_most=1.3),
        Claim(f"flat: an officer among {large} / among {small}", (f"own {large}",), (f"own {small}",), at_most=1.25),
        Claim(f"flat: a team with {large} / with {small}", (f"team {large}",), (f"team {small}",), at_most=1.25),
    ]
    return "My work, 25 rows", [Group(arms, turns=15)], claims


def _officer_at(place):
    person = Person.objects.create_user(OFFICER, "With many cases", str(uuid4()))
    Membership.objects.create(authority_id=AUTHORITY, person=person, role=Role.EHC_COORDINATOR, since=clock.today())
    values = {"who": str(person.pk), "team": place.hand.team, "holds": HOLDS}
    place.hand.ask(OWNS, values)
    place.hand.ask(LISTED, values)
    place.hand.ask("VACUUM ANALYZE cases_involvement")
    place.hand.ask("VACUUM ANALYZE cases_caseload")
    return str(person.pk), place.visitor.beside(signed_in(OFFICER))
