"""Checking the answers, and sending them once."""

from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext

from core import clock
from core.refusals import Refused
from documents.family import files_of
from pathway.asking.answers import born_on, concern_in, request_from, services_in
from pathway.asking.place import Place
from pathway.asking.question import Answers, at_work, for_self, name_of
from pathway.asking.sending import ask
from pathway.asking.steps import first_open
from pathway.asking.summary import summary
from people.family import young_person_today
from referrals.actions.receive import tells_parent
from referrals.eligibility import worked_out
from referrals.where import where
from referrals.words import AsksFor, Why
from referrals.worries import sounds_like_a_worry

MENDED_AT: dict[str, str] = {
    Why.NO_CONSENT: "sharing",
    Why.PARENT_MUST_AGREE: "parent",
    Why.WRITE_WHY_NOT_SAFE: "concern",
}
"""The question where what stands against sending is mended; a birthday, where it is none of these."""


def check(place: Place):
    """Everything on one page before it goes. Sending twice is sending once."""
    request, draft = place.request, place.current()
    if draft is None:
        return place.lost()
    if draft.became:
        return redirect(place.url("sent"))
    if step := first_open(draft.answers):
        return redirect(place.url("question", step.key))
    refused: list[str] = []
    if request.method == "POST":
        try:
            referral = ask(place.by, request_from(draft), draft)
            return redirect(place.done(draft, referral.case.reference))
        except Refused as refusal:
            refused = [_mended_at(place, reason) for reason in refusal.reasons]
    born = born_on(draft.answers)
    about = {
        "sections": [
            {"label": line.label, "value": line.value, "url": place.url("question", line.key) + "?change=1"}
            for line in summary(draft.answers)
        ],
        "files": files_of(draft),
        "name": name_of(draft.answers),
        "asks_for": draft.answers["what"]["asks_for"],
        "oneself": for_self(draft.answers),
        "at_work": at_work(draft.answers),
        "worry": not concern_in(draft.answers) and sounds_like_a_worry(_written(draft.answers)),
        "concern_url": place.url("question", "concern") + "?change=1" if at_work(draft.answers) else "",
        "fit": _fit(place, draft.answers) if at_work(draft.answers) else [],
        "parent": draft.answers.get("parent", {}).get("parent_name", ""),
        "tells_parent": tells_parent(request_from(draft)),
        "may_ask_alone": bool(born and young_person_today(born)),
        "refused": refused,
        "title_error": bool(refused),
    }
    return place.show("asking/check.html", draft, about, status=409 if refused else 200)


def _written(answers: Answers) -> list[str]:
    """Everything that was written in answer to a question about the child."""
    asked = ("happening", "tried", "needs", "work", "home")
    return [text for key in asked for text in answers.get(key, {}).values() if isinstance(text, str)]


def _fit(place: Place, answers: Answers) -> list[dict]:
    """How the child fits the pathway, in the words of the page."""
    born, home, today = born_on(answers), answers["home"], clock.today()
    if born is None:
        return []
    found = where(place.authority.pk, home["home_postcode"], home["learns_at"], today)
    told = worked_out(
        AsksFor(answers["what"]["asks_for"]), born_on=born, on=today, where=found,
        services=[named.name or named.kind.words for named in services_in(answers)],
        complex_because=answers["needs"]["complex_because"],
    )  # fmt: skip
    return [{"asks": one.asks, "outcome": one.outcome, "said": one.said(gettext)} for one in told]


def _mended_at(place: Place, reason: str) -> str:
    """A reason for refusing, as a link to the question where it is mended."""
    key = MENDED_AT.get(reason, "child")
    url = place.url("question", key) + "?change=1"
    return format_html('<a href="{}">{}</a>', url, gettext(reason))
