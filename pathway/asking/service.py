"""Which service somebody who works with the child would like, and whether the child is whom it is for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from door.forms import Radios
from pathway.asking.question import COUNCIL, Answers, Question, name_of
from provision.family import ServiceSeen, add_questions, answers_kept, checked_with, offered, service_at_version
from provision.rules import Checked

NONE = "none"


def chosen(answers: Answers) -> str:
    """The word of the service that was chosen; empty where none was."""
    given = answers.get("service", {}).get("service", "")
    return "" if given == NONE else given


def service_of(answers: Answers) -> ServiceSeen | None:
    """The service that was chosen, with the lines that are asked about: those that were answered, or those in use."""
    slug = chosen(answers)
    code = answers.get(COUNCIL, {}).get("code", "")
    return service_at_version(code, slug, answers.get("fits", {}).get("version")) if slug and code else None


def has_lines(answers: Answers) -> bool:
    """Whether there is anything to ask about the service that was chosen."""
    service = service_of(answers)
    return service is not None and bool(service.lines)


def any_services(answers: Answers) -> bool:
    """Whether the council has a directory to choose from."""
    return bool(offered(answers.get(COUNCIL, {}).get("code", "")))


class WhichService(Question):
    """The service that somebody would like. None has to be chosen."""

    heading_field = "service"
    service = forms.ChoiceField(
        label=_("Which service do you want?"), widget=Radios(),
        help_text=_("You need not know. The Bridge reads every request and finds the right one."),
        error_messages={"required": _("Choose a service, or that you are not sure")},
    )  # fmt: skip

    def fit(self):
        services = offered(self.answers.get(COUNCIL, {}).get("code", ""))
        field = self.fields["service"]
        field.choices = [(one.slug, one.name) for one in services] + [(NONE, _("I am not sure, or none of these"))]
        field.widget.hints = {one.slug: one.not_taking for one in services if not one.takes}
        field.widget.divider_before = NONE


class Fits(Question):
    """The questions of that service's threshold. None has to be answered, and none refuses anybody."""

    mark_optional = False
    before = _(
        "This is a guide: whatever the answers come to, you can ask, and a person decides. Leave out what is not known."
    )

    def fit(self):
        self.heading = _("Is this service the right one for %(name)s?") % {"name": name_of(self.answers)}
        self.service = service_of({**self.answers, "fits": {}})
        add_questions(self, self.service.lines if self.service else ())

    def clean(self):
        """Keeps which version was asked."""
        given = super().clean()
        return {**given, "version": self.service.version if self.service else 0}


class HowItFits(Question):
    """What the answers come to, line by line."""

    def fit(self):
        self.checked = checked_for(self.answers)
        service = service_of(self.answers)
        self.heading = f"{service.name}: {self.checked.outcome.words.lower()}" if service and self.checked else ""
        self.before = self.checked.outcome.next if self.checked else ""


def checked_for(answers: Answers) -> Checked | None:
    """What was answered, held against the version that was asked; None where nothing was chosen or asked."""
    service = service_of(answers)
    if service is None or not service.lines or "fits" not in answers:
        return None
    return checked_with(service, answers_kept(answers["fits"]))
