"""Reading the rule book: which rules fit, and how each stands with the statutory lead of this authority."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from accounts.selectors import names_of
from accounts.who import Who
from core import clock
from rulebook.models import Verdict
from rulebook.rules import Last
from rulebook.words import OPEN, Said, evidence_of, kind_in_words, kinds_of, not_verified, state_of_evidence
from statute.duty import NOT_YET, Duty
from statute.fingerprint import fingerprint
from statute.plain import how_long, owed
from statute.timetable import duty, in_force


@dataclass(frozen=True)
class Opinion:
    """One verdict, told."""

    said: Said
    by: str
    at: datetime
    why: str
    version: str
    of_today: bool
    """Whether it is about the wording of today."""


@dataclass(frozen=True)
class Standing:
    """How the wording of today stands: the newest opinion on it, or none; and whether an older wording had one."""

    newest: Opinion | None = None
    before: Opinion | None = None

    @property
    def key(self) -> str:
        """The filter it answers to."""
        return self.newest.said.value if self.newest else OPEN

    @property
    def state(self) -> str:
        """The colour that goes with the words."""
        return {Said.SIGNED_OFF.value: "ok", Said.DOUBTED.value: "today"}.get(self.key, "")


NOBODY_YET = Standing()


@dataclass(frozen=True)
class Row:
    """One rule in the list."""

    rule: Duty
    standing: Standing

    @property
    def how_long(self) -> str:
        return how_long(self.rule)

    @property
    def owed(self) -> str:
        return owed(self.rule)

    @property
    def kind(self) -> str:
        return kind_in_words(self.rule)

    @property
    def evidence_state(self) -> str:
        return state_of_evidence(self.rule)

    @property
    def not_verified(self) -> str:
        return not_verified(self.rule)

    @property
    def not_in_force(self) -> bool:
        return self.rule.in_force_from == NOT_YET


@dataclass(frozen=True)
class Group:
    """The rules of one process, in the order of the book."""

    process: str
    rows: list[Row]

    @property
    def signed(self) -> int:
        return sum(row.standing.key == Said.SIGNED_OFF for row in self.rows)


@dataclass(frozen=True)
class Asked:
    """What somebody looks for in the book."""

    q: str = ""
    kind: str = ""
    evidence: str = ""
    standing: str = ""

    def __bool__(self) -> bool:
        return any((self.q, self.kind, self.evidence, self.standing))

    def fits(self, row: Row) -> bool:
        """Is this rule among those looked for? Every word typed must be somewhere in it."""
        rule = row.rule
        if self.kind and self.kind not in kinds_of(rule):
            return False
        if self.evidence and self.evidence not in evidence_of(rule):
            return False
        if self.standing and self.standing != row.standing.key:
            return False
        whole = _searched(rule)
        return all(_said(word, whole) for word in _plain(self.q).split())


@dataclass(frozen=True)
class Book:
    """The rules that fit, grouped, and how the whole book stands."""

    groups: list[Group]
    fitting: int
    whole: int
    signed: int
    doubted: int


def book(who: Who, asked: Asked) -> Book:
    """Every rule that fits, grouped by process in the order of the book."""
    standings = _standings(who)
    rows = [Row(rule, standings.get(rule.code, NOBODY_YET)) for rule in in_force(clock.today())]
    fitting = [row for row in rows if asked.fits(row)]
    groups: dict[str, list[Row]] = {}
    for row in fitting:
        groups.setdefault(row.rule.process, []).append(row)
    keys = [row.standing.key for row in rows]
    return Book(
        [Group(process, of_it) for process, of_it in groups.items()],
        len(fitting), len(rows), keys.count(Said.SIGNED_OFF), keys.count(Said.DOUBTED),
    )  # fmt: skip


def rule_called(code: str) -> Duty:
    """The wording in force today. Raises ``Verdict.DoesNotExist`` for a code nobody knows: the page is not there."""
    try:
        return duty(code, clock.today())
    except KeyError:
        raise Verdict.DoesNotExist(code) from None


def opinions_of(who: Who, rule: Duty) -> list[Opinion]:
    """Everything ever said of this rule here, in any wording, newest first."""
    return _told(Verdict.objects.filter(authority_id=who.authority_id, rule=rule.code).order_by("-at", "-pk"))


def standing_of(opinions: Iterable[Opinion]) -> Standing:
    """How a rule stands, from everything said of it, newest first."""
    opinions = list(opinions)
    newest = next((each for each in opinions if each.of_today), None)
    return Standing(newest, None if newest else next(iter(opinions), None))


def last_verdict(authority_id: str, code: str, wording: str) -> Last | None:
    """The newest verdict on this wording, for the rules."""
    row = Verdict.objects.filter(authority_id=authority_id, rule=code, wording=wording).order_by("-at", "-pk").first()
    return Last(Said(row.said), row.why, row.by_ref) if row else None


def _standings(who: Who) -> Mapping[str, Standing]:
    """How every rule stands that anybody has spoken of."""
    newest_of_each = (
        Verdict.objects.filter(authority_id=who.authority_id)
        .order_by("rule", "wording", "-at", "-pk")
        .distinct("rule", "wording")
    )
    said: dict[str, list[tuple[datetime, Opinion]]] = {}
    for row, opinion in zip(newest_of_each, _told(newest_of_each), strict=True):
        said.setdefault(row.rule, []).append((row.at, opinion))
    return {
        code: standing_of(opinion for _, opinion in sorted(told, key=lambda each: each[0], reverse=True))
        for code, told in said.items()
    }


def _told(rows: Iterable[Verdict]) -> list[Opinion]:
    rows = list(rows)
    names = names_of({row.by_ref for row in rows})
    today = clock.today()
    return [
        Opinion(Said(row.said), names[row.by_ref], row.at, row.why, row.version, row.wording == _now(row.rule, today))
        for row in rows
    ]


def _now(code: str, today: date) -> str:
    try:
        return fingerprint(duty(code, today))
    except KeyError:  # a rule that has left the book
        return ""


def _searched(rule: Duty) -> str:
    parts = (
        rule.code, rule.process, rule.what, rule.who, rule.whom, rule.trigger, rule.basis, rule.excuse_basis,
        rule.note, rule.next_step, rule.limit, how_long(rule), *rule.open_questions,
    )  # fmt: skip
    return _plain(" ".join(parts))


def _said(word: str, whole: str) -> bool:
    """Whether a text has the word, or a longer one with it inside; a number only as itself: 20 is not in 2014."""
    if word.isdecimal():
        return re.search(rf"(?<!\d){word}(?!\d)", whole) is not None
    return word in whole


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")
