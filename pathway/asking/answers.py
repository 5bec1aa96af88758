"""Answers between a form and a draft, and from a finished draft to a request."""

from datetime import date

from cases.models import Draft
from door.forms import GovForm
from pathway.asking.question import ACCOUNT, Answers, at_work, for_self
from pathway.asking.service import service_of
from people.words import Relationship, Responsible
from provision.actions.wish import Wish
from provision.family import answers_kept
from referrals.actions.receive import FromWork, Named, Parent, Request
from referrals.words import AsksFor, FamilyKnows, MainReason, ServiceKind, ServiceStands


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
    child, home = answers["child"], answers["home"]
    return Request(
        sent_once=draft.pk,
        asks_for=AsksFor(answers["what"]["asks_for"]),
        words=answers["happening"]["words"],
        wanted=answers["happening"]["wanted"],
        given_name=child["given_name"],
        family_name=child["family_name"],
        preferred_name=child["preferred_name"],
        born_on=date.fromisoformat(child["born_on"]),
        home_postcode=home["home_postcode"],
        learns_at=home["learns_at"],
        pass_on_to=home.get("elsewhere", "") if answers.get("elsewhere", {}).get("hand_on") == "yes" else "",
        **(_from_work(answers) if at_work(answers) else _from_family(answers)),
    )


def _from_family(answers: Answers) -> dict:
    child, you, mine = answers["child"], answers["you"], for_self(answers)
    return {
        "consent": answers.get("sharing", {}).get("consent") == "yes",
        "sender_name": f"{child['given_name']} {child['family_name']}" if mine else you["sender_name"],
        "relationship": Relationship.SELF if mine else Relationship(you["relationship"]),
        "says_responsible": Responsible.NOT_ASKED if mine else Responsible(you["says_responsible"]),
        "email": you["email"],
        "phone": you["phone"],
        "cares_for": None if mine else you["cares_for"] == "yes",
    }


def _from_work(answers: Answers) -> dict:
    me = answers["work"] | answers.get(ACCOUNT, {})
    return {
        "consent": answers["parent"]["family_knows"] == FamilyKnows.AGREES,
        "sender_name": me["sender_name"],
        "relationship": Relationship.PROFESSIONAL,
        "says_responsible": Responsible.NOT_ASKED,
        "email": me["email"],
        "phone": me["phone"],
        "signed_in": ACCOUNT in answers,
        "work": FromWork(
            job=me["job"],
            organisation=me["organisation"],
            for_school=me["for_school"] == "yes",
            knows_how=me["knows_how"],
            known_to_family=me["known_to_family"] == "yes",
            family_knows=FamilyKnows(answers["parent"]["family_knows"]),
            main_reason=MainReason(answers["reason"]["main_reason"]),
            tried=answers["tried"]["tried"],
            parent=_parent(answers["parent"]),
            complex_because=answers["needs"]["complex_because"],
            concern=concern_in(answers),
            wish=_wish(answers),
            services=tuple(services_in(answers)),
            needs=tuple(answers["needs"]["needs"]),
            sen_types=tuple(answers["needs"].get("sen_types", ())),
        ),
    }


def _wish(answers: Answers) -> Wish | None:
    service = service_of(answers)
    if service is None:
        return None
    return Wish(service.key, service.version, answers_kept(answers.get("fits", {})))


def concern_in(answers: Answers) -> str:
    """The safeguarding concern, where the sender says that they have one."""
    given = answers.get("concern", {})
    return given.get("concern", "") if given.get("has_concern") == "yes" else ""


def _parent(given: dict) -> Parent | None:
    if not given["parent_name"]:
        return None
    return Parent(
        name=given["parent_name"],
        relationship=Relationship(given["parent_relationship"] or Relationship.OTHER),
        email=given["parent_email"],
        phone=given["parent_phone"],
        home=given["parent_home"],
    )


def services_in(answers: Answers) -> list[Named]:
    """The services somebody named, each once: what is there now before what is expected."""
    given, found = answers.get("services", {}), dict[tuple[ServiceKind, str], Named]()
    for stands, ticked, others in (
        (ServiceStands.CURRENT, "current", "current_others"),
        (ServiceStands.EXPECTED, "expected", "expected_others"),
    ):
        named = [(ServiceKind(kind), "") for kind in given.get(ticked, [])]
        lines = (" ".join(line.split()) for line in given.get(others, "").splitlines())
        named += [(ServiceKind.OTHER, line) for line in lines if line]
        for kind, name in named:
            found.setdefault((kind, name.casefold()), Named(kind, stands, name))
    return list(found.values())
