"""The benchmarks: the queue, the case page, the patrol, and a request coming in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count
from uuid import uuid4

from accounts.who import visitor
from bench.activity import activity
from bench.databases import AUTHORITY, use
from bench.due import due
from bench.hand import Hand, submission
from bench.long_case import a_case_with
from bench.report import Claim
from bench.rounds import Group
from bench.search import search
from bench.sweep import sweep
from bench.web import Visitor
from bench.work import work
from cases.models import Caseload
from demo.families import STORIES
from pathway.actions.receive_request import receive_request
from people.words import Relationship, Responsible
from referrals.actions.receive import Request
from referrals.words import AsksFor
from sendpath.patrols import findings


@dataclass(frozen=True)
class Place:
    """One of the measured databases: its size and name, a hand at it, and a visitor at its desk."""

    size: int
    name: str
    hand: Hand
    visitor: Visitor

    def __str__(self) -> str:
        return f"{self.size:,}"


Benchmark = tuple[str, list[Group], list[Claim]]


def queue(small: Place, large: Place) -> Benchmark:
    """The first page, a deep page, and one route, at both sizes."""
    use(large.name)
    deep = Caseload.objects.order_by("next_on", "received_on", "case_id")[large.size * 4 // 5]
    arms: dict[str, Callable[[], object]] = {}
    for place in (small, large):
        arms |= {
            f"bare {place}": partial(place.visitor.opens, "/constant/"),
            f"SQL {place}": place.hand.queue,
            f"page {place}": partial(place.visitor.opens, "/requests/"),
        }
    after = f"{deep.next_on}~{deep.received_on}~{deep.case_id}"
    arms["deep"] = partial(large.visitor.opens, f"/requests/?after={after}")
    arms["route"] = partial(large.visitor.opens, "/requests/?route=unsure")
    page = f"page {large}"
    claims = [
        Claim(f"page of {p} / (bare + SQL)", (f"page {p}",), (f"bare {p}", f"SQL {p}"), at_most=8)
        for p in (small, large)
    ]
    claims += [
        Claim(f"flat: page of {large} / page of {small}", (page,), (f"page {small}",), at_most=1.25),
        Claim(f"deep page of {large} / its first", ("deep",), (page,), at_most=1.25),
        Claim(f"one rare route of {large} / its first page", ("route",), (page,), at_most=1.25),
    ]
    return "The queue, 25 rows", [Group(arms, turns=15)], claims


def case(small: Place, large: Place) -> Benchmark:
    """The page of a case with 100 entries of history, and with 3,000."""
    arms: dict[str, Callable[[], object]] = {}
    for place, entries in ((small, 100), (large, 100), (large, 3000)):
        reference = a_case_with(entries, place.name)
        weight = len(place.visitor.opens(f"/cases/{reference}/"))
        print(f"\nThe page of a case with {entries:,} entries weighs {weight:,} bytes (at most 150,000).", end="")
        arms |= {
            f"bare {place} {entries}": partial(place.visitor.opens, "/constant/"),
            f"SQL {place} {entries}": partial(place.hand.case, reference),
            f"page {place} {entries}": partial(place.visitor.opens, f"/cases/{reference}/"),
        }
    short, long = f"page {large} 100", f"page {large} 3000"
    claims = [
        Claim(f"page of {n} entries / (bare + SQL), among {large}", (f"page {large} {n}",),
              (f"bare {large} {n}", f"SQL {large} {n}"), at_most=10) for n in (100, 3000)
    ]  # fmt: skip
    claims += [
        Claim("page of 3,000 entries / page of 100", (long,), (short,), at_most=1.2, at_least=0.8),
        Claim(f"flat: among {large} / among {small}", (short,), (f"page {small} 100",), at_most=1.25),
    ]
    return "The case page, newest 100 entries", [Group(arms, turns=15)], claims


def submit(small: Place, large: Place) -> Benchmark:
    """A request for help through the acts, letters and all, beside its rows written by hand; and sent again."""
    numbers, groups = count(), []
    for place in (small, large):
        once = _request()

        def hand(place: Place = place) -> None:
            place.hand.submit(submission(place.hand.team, next(numbers)))

        arms: dict[str, Callable[[], object]] = {
            f"SQL {place}": hand,
            f"act {place}": lambda: receive_request(_request(), by=visitor(AUTHORITY)),
            f"again {place}": partial(receive_request, once, by=visitor(AUTHORITY)),
        }
        groups.append(Group(arms, turns=15, before=partial(use, place.name)))
    claims = [
        Claim(f"speed of the act / speed of SQL, {p}", (f"SQL {p}",), (f"act {p}",), at_least=0.3)
        for p in (small, large)
    ]
    claims += [
        Claim(f"the same draft again / the first time, {large}", (f"again {large}",), (f"act {large}",), at_most=0.3),
        Claim(f"flat: {large} / {small}", (f"act {large}",), (f"act {small}",), at_most=1.25),
    ]
    return "A request comes in", groups, claims


def patrol(small: Place, large: Place) -> Benchmark:
    """The nightly comparison of every deadline and list with the ledger, beside reading the same rows."""
    arms: dict[str, Callable[[], object]] = {"reading": large.hand.read_everything, "patrol": lambda: list(findings())}
    claims = [
        Claim(f"speed of the patrol / speed of reading the rows, {large}", ("reading",), ("patrol",)),
    ]
    group = Group(arms, turns=1, before=partial(use, large.name), warm=0)
    return "The patrol", [group], claims


def _request() -> Request:
    story = STORIES[0]
    return Request(
        sent_once=uuid4(), asks_for=AsksFor.HELP, words=story.words.format(name="Ayaan"),
        wanted=story.wanted.format(name="Ayaan"), consent=True, given_name="Ayaan", family_name="Chowdhury",
        preferred_name="", born_on=date(2018, 6, 14), home_postcode="ZZ1 1AB", learns_at="Oakfield Primary",
        sender_name="Nasreen Chowdhury", relationship=Relationship.MOTHER, says_responsible=Responsible.YES,
        email="nasreen@families.example", phone="07700 900 982",
    )  # fmt: skip


BENCHMARKS = {
    "due": due, "queue": queue, "work": work, "case": case, "search": search, "activity": activity, "patrol": patrol,
    "submit": submit, "sweep": sweep,
}  # fmt: skip
"""By name, in this order: what only reads comes before what adds requests, and what adds deadlines comes last."""
