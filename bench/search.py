"""Finding a child by a misheard surname, beside the same search written by hand; and by somebody who may see nobody."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from accounts.models import Membership, Person
from accounts.roles import Role
from bench.databases import AUTHORITY, use
from bench.report import Claim
from bench.rounds import Group
from bench.web import Visitor, signed_in
from core import clock

MISHEARD, NOBODY = "Choudhry", "Vqyzwgx"
"""The seed has thousands of Chowdhurys and no Choudhry."""
STRANGER = "no.cases@people.example"

BEGINS = """
SELECT n.case_ref FROM people_namekey n WHERE n.authority = '355' AND n.key LIKE %(begins)s AND EXISTS (
  SELECT 1 FROM cases_involvement i WHERE i.case_id = n.case_ref AND i.team_id = %(team)s AND i.until IS NULL)
ORDER BY n.key LIMIT 26
"""
SOUNDS = """
SELECT c.id, c.reference, k.given_name, k.family_name, k.born_on, k.learns_at, c.received_on
FROM people_namekey n JOIN cases_case c ON c.id = n.case_ref JOIN people_child k ON k.id = c.child_id
WHERE n.authority = '355' AND n.key = %(sounds)s AND EXISTS (
  SELECT 1 FROM cases_involvement i WHERE i.case_id = c.id AND i.team_id = %(team)s AND i.until IS NULL)
ORDER BY n.name, n.case_ref LIMIT 25
"""
LOOKED = """
INSERT INTO ledger_viewing (id, authority, case_ref, actor_ref, page, seen_at)
SELECT gen_random_uuid(), '355', unnest(%(cases)s::uuid[]), %(who)s, 'search', now()
"""

AS_MANY = """
INSERT INTO people_namekey (id, authority, case_ref, key, name)
SELECT gen_random_uuid(), authority, case_ref, '~XTR', 'chowdhury' FROM people_namekey n
WHERE key LIKE '=%' AND NOT EXISTS (SELECT 1 FROM people_namekey o WHERE o.case_ref = n.case_ref AND o.key = '~XTR')
GROUP BY authority, case_ref ORDER BY md5(case_ref::text) LIMIT 30
"""
"""A page is shown as full among few as among many: what is compared is finding, not showing more."""


def by_hand(place) -> None:
    """The names that begin so, the names that sound so, and that they were shown."""
    place.hand.ask(BEGINS, {"team": place.hand.team, "begins": f"={MISHEARD.lower()}%"})
    rows = place.hand.ask(SOUNDS, {"team": place.hand.team, "sounds": "~XTR"})
    place.hand.ask(LOOKED, {"cases": [str(row[0]) for row in rows], "who": str(uuid4())})


def search(small, large):
    """The page of a misheard surname at both sizes, and a stranger's search for somebody and for nobody."""
    arms: dict[str, Callable[[], object]] = {}
    for place in (small, large):
        arms |= {
            f"bare {place}": partial(place.visitor.opens, "/constant/"),
            f"SQL {place}": partial(by_hand, place),
            f"page {place}": partial(place.visitor.opens, f"/find/?q={MISHEARD}"),
        }
    small.hand.ask(AS_MANY)
    small.hand.ask("VACUUM ANALYZE people_namekey")
    sees_nobody = _stranger_at(large)
    arms["denied"] = partial(sees_nobody.opens, f"/find/?q={MISHEARD}")
    arms["nobody"] = partial(sees_nobody.opens, f"/find/?q={NOBODY}")
    arms["exact"] = partial(large.visitor.opens, "/find/?q=Chowdhury")
    claims = [
        Claim(f"page of {p} / (bare + SQL)", (f"page {p}",), (f"bare {p}", f"SQL {p}"), at_most=8)
        for p in (small, large)
    ]
    claims += [
        Claim(f"flat: among {large} / among {small}", (f"page {large}",), (f"page {small}",), at_most=1.5),
        Claim("a name that many have / a misheard one", ("exact",), (f"page {large}",)),
        Claim("a child one may not see / no child", ("denied",), ("nobody",), at_most=1.1, at_least=0.9),
    ]
    return "A misheard surname", [Group(arms, turns=15)], claims


def _stranger_at(place) -> Visitor:
    use(place.name)
    person = Person.objects.create_user(STRANGER, "On no case", str(uuid4()))
    Membership.objects.create(authority_id=AUTHORITY, person=person, role=Role.EHC_COORDINATOR, since=clock.today())
    return place.visitor.beside(signed_in(STRANGER))
