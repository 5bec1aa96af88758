"""Answers between a form and a draft, and from a finished draft to a request."""

from datetime import date

from cases.family import Draft
from door.forms import GovForm
from people.family import Relationship, Responsible
from portal.questions import Answers, for_self
from referrals.family import AsksFor, Request


def to_keep(cleaned: dict) -> dict:
    """What a form made of the typing, as plain values."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in cleaned.items()}


def to_show(answers: dict) -> dict:
    """Kept values as a form's initial ones."""
    return {key: date.fromisoformat(value) if key == "born_on" and value else value for key, value in answers.items()}


def typed_in(form: GovForm) -> dict:
    """What stands in the fields of a posted form, right or wrong. No database keeps a NUL."""
    typed = {field.html_name: field.data for field in form}
    return {name: _without_nul(value) for name, value in typed.items()}


def _without_nul(value):
    if isinstance(value, list):
        return [_without_nul(part) for part in value]
    return value.replace("\0", "") if isinstance(value, str) else value


def born_on(answers: Answers) -> date | None:
    """The child's date of birth, once it was given."""
    given = answers.get("child", {}).get("born_on")
    return date.fromisoformat(given) if given else None


def request_from(draft: Draft) -> Request:
    """The request that a complete draft makes."""
    answers = draft.answers
    child, you = answers["child"], answers["you"]
    mine = for_self(answers)
    return Request(
        sent_once=draft.pk,
        asks_for=AsksFor(answers["what"]["asks_for"]),
        words=answers["happening"]["words"],
        wanted=answers["happening"]["wanted"],
        consent=answers.get("sharing", {}).get("consent") == "yes",
        given_name=child["given_name"],
        family_name=child["family_name"],
        preferred_name=child["preferred_name"],
        born_on=date.fromisoformat(child["born_on"]),
        home_postcode=answers["home"]["home_postcode"],
        learns_at=answers["home"]["learns_at"],
        sender_name=f"{child['given_name']} {child['family_name']}" if mine else you["sender_name"],
        relationship=Relationship.SELF if mine else Relationship(you["relationship"]),
        says_responsible=Responsible.NOT_ASKED if mine else Responsible(you["says_responsible"]),
        email=you["email"],
        phone=you["phone"],
        cares_for=None if mine else you["cares_for"] == "yes",
    )
