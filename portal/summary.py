"""The answers, as a family reads them back before sending."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.family import Relationship, Responsible
from portal.questions import Answers, for_self, name_of, steps
from referrals.family import AsksFor


@dataclass(frozen=True)
class Line:
    """One answer, and the question it can be changed at."""

    label: str
    value: str
    key: str


def summary(answers: Answers) -> list[Line]:
    """Every answer in the order it was asked for."""
    mine = for_self(answers)
    name = name_of(answers)
    child, home, you = answers["child"], answers["home"], answers["you"]
    happening = answers["happening"]
    lines = [
        Line(_("You are asking for"), gettext(AsksFor(answers["what"]["asks_for"]).words), "what"),
        Line(_("Asking for"), gettext("Myself") if mine else gettext("My child, or a child I look after"), "who"),
        Line(_("Name"), f"{child['given_name']} {child['family_name']}", "child"),
        Line(_("Likes to be called"), child["preferred_name"], "child"),
        Line(_("Date of birth"), _day(child["born_on"]), "child"),
        Line(_("What is happening"), happening["words"], "happening"),
        Line(_("What would help"), happening["wanted"], "happening"),
        Line(_("Home postcode"), home["home_postcode"], "home"),
        Line(_("Nursery, school or college"), home["learns_at"], "home"),
    ]
    if not mine:
        lines += [
            Line(_("Your name"), you["sender_name"], "you"),
            Line(
                gettext("What you are to %(name)s") % {"name": name},
                gettext(Relationship(you["relationship"]).words),
                "you",
            ),
            Line(
                gettext("%(name)s lives with you, or you look after them") % {"name": name},
                gettext("Yes") if you["cares_for"] == "yes" else gettext("No"),
                "you",
            ),
            Line(_("Parental responsibility"), gettext(Responsible(you["says_responsible"]).words), "you"),
        ]
    lines += [Line(_("Your email address"), you["email"], "you"), Line(_("Your phone number"), you["phone"], "you")]
    if "sharing" in {step.key for step in steps(answers)}:
        agreed = answers["sharing"]["consent"] == "yes"
        lines.append(
            Line(_("Share with services who could help"), gettext("Yes") if agreed else gettext("No"), "sharing")
        )
    return lines


def _day(kept: str) -> str:
    day = date.fromisoformat(kept)
    return f"{day.day} {day:%B %Y}"
