"""What somebody who works with the child answered, as they read it back before sending."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.need_words import PathwayNeed, SenType
from pathway.asking.answers import concern_in, services_in
from pathway.asking.question import ACCOUNT, Answers, Line
from pathway.asking.service import checked_for, service_of
from people.words import Relationship
from referrals.words import FamilyKnows, MainReason, ServiceStands


def of_work(answers: Answers) -> list[Line]:
    """Every answer that a family is not asked for."""
    return [*_the_parent(answers["parent"]), *_the_needs(answers), *_me(answers)]


def _the_parent(given: dict) -> list[Line]:
    tie = given["parent_relationship"]
    return [
        Line(_("Parent"), given["parent_name"], "parent"),
        Line(_("What the parent is to the child"), gettext(Relationship(tie).words) if tie else "", "parent"),
        Line(_("The parent’s email address"), given["parent_email"], "parent"),
        Line(_("The parent’s phone number"), given["parent_phone"], "parent"),
        Line(_("The parent’s address for letters"), given["parent_home"], "parent"),
        Line(_("The parent knows and agrees"), gettext(FamilyKnows(given["family_knows"]).words), "parent"),
    ]


def _the_needs(answers: Answers) -> list[Line]:
    needs, named = answers["needs"], services_in(answers)
    lines = [
        Line(_("What has been tried"), answers["tried"]["tried"], "tried"),
        Line(_("Needs"), _list(PathwayNeed(need).words for need in needs["needs"]), "needs"),
    ]
    kinds = _list(SenType(kind).words for kind in needs.get("sen_types", ()))
    lines += [
        Line(_("Types of special educational need"), kinds, "needs"),
        Line(_("What makes the needs complex"), needs["complex_because"], "needs"),
        Line(_("Main reason"), gettext(MainReason(answers["reason"]["main_reason"]).words), "reason"),
    ]
    lines += [
        Line(label, _list(one.name or one.kind.words for one in named if one.stands == stands), "services")
        for label, stands in ((_("Services now"), ServiceStands.CURRENT), (_("Expected"), ServiceStands.EXPECTED))
    ]
    lines += _the_service(answers)
    return [*lines, Line(_("Safeguarding concern"), concern_in(answers) or gettext("None"), "concern")]


def _the_service(answers: Answers) -> list[Line]:
    if "service" not in answers:
        return []
    service, checked = service_of(answers), checked_for(answers)
    lines = [Line(_("Service wanted"), service.name if service else gettext("Not sure, or none"), "service")]
    if checked:
        lines.append(Line(_("Whom that service is for"), gettext(checked.outcome.words), "fits"))
    return lines


def _me(answers: Answers) -> list[Line]:
    me = answers["work"]
    yes_no = {"yes": gettext("Yes"), "no": gettext("No")}
    own = [] if ACCOUNT in answers else [Line(_("Your name"), me["sender_name"], "work")]
    address = [] if ACCOUNT in answers else [Line(_("Your work email address"), me["email"], "work")]
    return [
        *own,
        Line(_("Your job"), f"{me['job']}, {me['organisation']}", "work"),
        Line(_("For a school or college"), yes_no[me["for_school"]], "work"),
        *address,
        Line(_("Your work phone number"), me["phone"], "work"),
        Line(_("How you know the child"), me["knows_how"], "work"),
        Line(_("The family knows you"), yes_no[me["known_to_family"]], "work"),
    ]


def _list(words) -> str:
    return "\n".join(gettext(word) for word in words)
