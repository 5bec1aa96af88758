"""A service is set up or changed, and whom it is for is written down."""

from django.http import Http404
from django.urls import reverse

from accounts.away import staff
from accounts.roles import Role
from accounts.selectors import teams
from accounts.selectors_setup import agencies
from cases.powers import KEEPS_SERVICES, MAY
from core import clock
from core.events import Event
from desk.services.forms import About, Lines
from desk.setup.asking import asked, sent
from door.page import page
from provision.actions.keep_service import as_wanted, keep_service, may_change
from provision.actions.keep_threshold import keep_threshold
from provision.models import Service
from provision.selectors import lines_of, service_called


@page(roles={Role.ADMINISTRATOR})
def add(request):
    """A new service."""
    form = _about(request, sent(request))
    made = []

    def act(_given: dict) -> str:
        made.append(keep_service(None, form.wanted(), by=request.who))
        return f"{made[0].name} is in the directory. Now write down whom it is for."

    answer = asked(
        request, form, act, question="Which service do you want to set up?", button="Set the service up",
        back=reverse("desk:services"), back_text="Services",
    )  # fmt: skip
    if made:
        answer["Location"] = reverse("desk:change_threshold", args=[made[0].pk])
    return answer


@page(roles=MAY[Event.SERVICE_KEPT])
def change(request, key):
    """A new version of what is said of one."""
    service = _theirs(request, key)
    now = as_wanted(service)
    form = _about(request, sent(request), initial=About.typed(now), ended=service.ended)

    def act(_given: dict) -> str:
        kept = keep_service(key, form.wanted(), by=request.who)
        return f"{kept.name} is changed. This is version {kept.version}; the earlier ones stay."

    return asked(
        request, form, act, question=f"What is {service.name} now?", button="Save a new version",
        back=reverse("desk:service", args=[key]), back_text=service.name,
    )  # fmt: skip


@page(roles=KEEPS_SERVICES)
def threshold(request, key):
    """A new version of whom one is for."""
    service = _theirs(request, key)
    form = Lines(sent(request), lines=lines_of(service))

    def act(_given: dict) -> str:
        kept = keep_threshold(key, form.lines, form.cleaned_data["note"], by=request.who)
        return f"Version {kept.version} is in use from now on. Requests keep the version they were made with."

    return asked(
        request, form, act, question=f"Whom is {service.name} for?", button="Save a new version",
        back=reverse("desk:service", args=[key]), back_text=service.name, template="desk/services/threshold.html",
    )  # fmt: skip


def _theirs(request, key) -> Service:
    service = service_called(request.who, key)
    if not may_change(request.who, service):
        raise Http404
    return service


def _about(request, given, *, initial=None, ended: bool | None = None) -> About:
    who, today = request.who, clock.today()
    return About(
        given, initial=initial, teams=teams(who).filter(until=None), agencies=agencies(who, today),
        people=staff(who.authority_id, today), new=ended is None,
    )  # fmt: skip
