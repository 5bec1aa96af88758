"""What families, and anybody who asks for a child, may read of services: what each is, whom it is for, how to ask."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django import forms

from accounts.who import Who
from door.forms import GovForm, Radios
from provision import selectors
from provision.actions.news import stop_news, want_news
from provision.came_seen import CameSeenByFamily, came_of_services, helping_now
from provision.models import Service, ServiceNews
from provision.rules import Checked, Line, check
from provision.words import Kind, Said, Weight

__all__ = [
    "CameSeenByFamily", "Checked", "Questions", "ServiceSeen", "add_questions", "answers_kept", "answers_of",
    "any_offered", "came_of_services", "checked_with", "helping_now", "kinds", "offered", "service_at_version",
    "service_for", "stop_news", "want_news", "wants_news",
]  # fmt: skip


@dataclass(frozen=True)
class ServiceSeen:
    """One service as anybody may read it. Nobody's own name is in it."""

    key: UUID
    slug: str
    name: str
    kind: str
    about: str
    answers: str
    """The organisation that answers."""
    who_may_ask: str
    route: str
    hours: str
    phone: str
    email: str
    within: int
    takes: bool
    not_taking: str
    version: int
    lines: tuple[Line, ...]

    def weighing(self, weight: str) -> list[Line]:
        return [line for line in self.lines if line.weight == weight]

    @property
    def must(self) -> list[Line]:
        """What must be so."""
        return self.weighing(Weight.MUST)

    @property
    def should(self) -> list[Line]:
        """What is usually so."""
        return self.weighing(Weight.SHOULD)

    @property
    def exclude(self) -> list[Line]:
        """What must not be so."""
        return self.weighing(Weight.EXCLUDE)


def any_offered(authority_id: str) -> bool:
    """Whether a council has a directory yet."""
    return selectors.services(authority_id).exists()


def wants_news(who: Who) -> bool:
    """Whether a signed-in family hears of new services."""
    here = {"authority_id": who.authority_id, "person": who.person_id}
    return ServiceNews.objects.filter(**here, stopped_at=None).exists()


def offered(authority_id: str, *, q: str = "", kind: str = "") -> list[ServiceSeen]:
    """The services of a council, those that take referrals first."""
    return [_seen(row, ()) for row in selectors.services(authority_id, q=q, kind=kind)]


def kinds() -> list[tuple[str, str]]:
    """The sorts of service, for a list to choose from."""
    return [(one.value, one.words) for one in Kind]


def service_for(authority_id: str, slug: str) -> ServiceSeen:
    """One service with whom it is for. Raises ``Service.DoesNotExist``."""
    row = selectors.service_at(authority_id, slug)
    return _seen(row, selectors.lines_of(row))


def service_at_version(authority_id: str, slug: str, version: int | None) -> ServiceSeen | None:
    """One service with the lines of one version, or of the one in use; None when it is no longer offered."""
    row = selectors.services(authority_id).filter(slug=slug).first()
    if row is None:
        return None
    return replace(_seen(row, selectors.lines_of(row, version)), version=row.threshold if version is None else version)


def checked_with(service: ServiceSeen, answers: Mapping[int, Said]) -> Checked:
    """What answers come to for a service."""
    return check(service.version, service.lines, answers)


def _seen(row: Service, lines: tuple[Line, ...]) -> ServiceSeen:
    return ServiceSeen(
        key=row.pk, slug=row.slug, name=row.name, kind=Kind(row.kind).words, about=row.about,
        answers=row.agency.name if row.agency else row.team.name, who_may_ask=row.who_may_ask, route=row.route,
        hours=row.hours, phone=row.phone, email=row.email, within=row.within, takes=row.takes,
        not_taking=row.not_taking, version=row.threshold, lines=lines,
    )  # fmt: skip


def add_questions(form: forms.Form, lines: tuple[Line, ...]) -> None:
    """Gives a form a threshold's questions, each answered yes, no or not sure. None has to be answered."""
    for place, line in enumerate(lines, 1):
        form.fields[f"line_{place}"] = forms.ChoiceField(
            label=line.question, required=False, choices=[(one.value, one.words) for one in Said],
            widget=Radios(small=True, inline=True),
        )  # fmt: skip


def answers_of(form: forms.Form) -> dict[int, Said]:
    """What was answered in such a form, by the place of each line."""
    return answers_kept(form.cleaned_data)


def answers_kept(kept: Mapping[str, str]) -> dict[int, Said]:
    """The same, as a half-done request keeps it."""
    given = {int(name.removeprefix("line_")): said for name, said in kept.items() if name.startswith("line_")}
    return {place: Said(said) for place, said in given.items() if said}


class Questions(GovForm):
    """A threshold's questions alone."""

    mark_optional = False

    def __init__(self, *args, lines: tuple[Line, ...], version: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines, self.version = lines, version
        add_questions(self, lines)

    @property
    def checked(self) -> Checked:
        """What the answers come to."""
        return check(self.version, self.lines, answers_of(self))
