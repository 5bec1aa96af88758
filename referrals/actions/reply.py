"""The sender answers what the Bridge asked. Nothing they write is lost, whatever became of the request meanwhile."""

from uuid import UUID

from accounts.who import Who
from cases.action import action
from cases.words import Stage
from core import clock
from core.events import Event
from core.refusals import Refused
from referrals.models import Referral, TriageAnswer
from referrals.words import OPEN_TO_REPLIES, AsksFor, Said, Why


def reply(question_key: UUID, words: str, *, by: Who, named: UUID | None = None) -> Referral:
    """Keeps the answer with its question. A request that waited, or was closed, is read again within our target; one
    that was accepted, withdrawn or found to be for an assessment stays so. A second answer follows the first.
    Raises Refused, NotAllowed."""
    question = TriageAnswer.objects.get(pk=question_key)

    def the_referral() -> Referral:
        return Referral.objects.get(pk=question.referral_id)

    with action(Event.REFERRAL_REPLIED, by=by, subject=the_referral, named=named) as act:
        asked = TriageAnswer.objects.get(pk=question_key)
        if asked.said != Said.ASK:
            raise Refused(Why.NOT_ASKED)
        if not words.strip():
            raise Refused(Why.NO_ANSWER)
        asked.reply = f"{asked.reply}\n\n{words.strip()}".strip()
        asked.replied_at = clock.now()
        asked.save()
        reads = act.subject.state in OPEN_TO_REPLIES and act.subject.facts.stands_as == AsksFor.HELP
        if reads:
            act.subject.reply()
            act.case.stage = Stage.INTAKE
            act.case.save()
        act.facts = {"reads": "yes" if reads else "no"}
    return act.subject
