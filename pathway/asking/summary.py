"""The answers, as whoever asks reads them back before sending."""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pathway.asking.question import Answers, Line, at_work, for_self, name_of
from pathway.asking.steps import steps
from pathway.asking.work_summary import of_work
from people.words import Relationship, Responsible
from referrals.words import AsksFor


def summary(answers: Answers) -> list[Line]:
    """Every answer in the order it was asked for."""
    child, home, happening = answers["child"], answers["home"], answers["happening"]
    work = at_work(answers)
    wants = gettext("What they and the family want") if work else gettext("What would help")
    who = [] if "who" not in {step.key for step in steps(answers)} else [Line(_("Asking for"), _who(answers), "who")]
    about_child = [
        Line(_("You are asking for"), gettext(AsksFor(answers["what"]["asks_for"]).words), "what"),
        Line(_("Name"), f"{child['given_name']} {child['family_name']}", "child"),
        Line(_("Likes to be called"), child["preferred_name"], "child"),
        Line(_("Date of birth"), _day(child["born_on"]), "child"),
        Line(_("What is happening"), happening["words"], "happening"),
        Line(wants, happening["wanted"], "happening"),
        Line(_("Home postcode"), home["home_postcode"], "home"),
        Line(_("Nursery, school or college"), home["learns_at"], "home"),
    ]
    if elsewhere := home.get("elsewhere"):
        agreed = answers["elsewhere"]["hand_on"] == "yes"
        label = gettext("Pass it on to %(council)s") % {"council": elsewhere}
        about_child.append(Line(label, gettext("Yes") if agreed else gettext("No"), "elsewhere"))
    return who + about_child + (of_work(answers) if work else _of_family(answers))


def _who(answers: Answers) -> str:
    if at_work(answers):
        return gettext("A child or young person I work with")
    return gettext("Myself") if for_self(answers) else gettext("My child, or a child I look after")


def _of_family(answers: Answers) -> list[Line]:
    name, you, lines = name_of(answers), answers["you"], []
    if not for_self(answers):
        lines = [
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
