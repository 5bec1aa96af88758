"""A statutory lead says of one wording of a rule that it is right, or what is doubtful about it."""

from accounts.who import Who
from cases.office import office_act
from core import clock
from core.refusals import Refused
from rulebook import rules
from rulebook.models import Verdict
from rulebook.selectors import last_verdict, rule_called
from rulebook.words import Said
from statute.fingerprint import fingerprint


def give_verdict(code: str, said: Said, why: str, *, read: str, by: Who) -> Verdict:
    """Adds the verdict on the wording that was ``read``. Raises Refused with reasons."""
    rule, why = rule_called(code), why.strip()
    now = fingerprint(rule)

    def verdict() -> Verdict:
        return Verdict(
            authority_id=by.authority_id, rule=code, version=rule.version, wording=now, said=said, why=why,
            by_ref=by.ref, at=clock.now(),
        )  # fmt: skip

    with office_act(said.event, by=by, subject=verdict) as act:
        last = last_verdict(by.authority_id, code, now)
        if reasons := rules.against_verdict(rule, read, now, said, why, by.ref, last):
            raise Refused(*reasons)
        act.facts = {"rule": code, "version": rule.version}
    return act.subject
