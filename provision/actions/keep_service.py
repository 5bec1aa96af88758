"""A service is set up or changed. Each change is a version; an earlier one is put back by keeping it again."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from accounts.models import Agency, Authority, Team
from accounts.roles import Role
from accounts.standing import memberships
from accounts.who import Who
from cases.actions.staff.council import WrongFields
from cases.need_words import PathwayNeed
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from provision.models import Service, ServiceVersion
from provision.words import Why


@dataclass(frozen=True)
class Wanted:
    """Everything that is said of a service but its threshold."""

    name: str
    kind: str
    about: str
    team: UUID
    agency: UUID | None
    owner: UUID | None
    who_may_ask: str
    route: str
    hours: str
    phone: str
    email: str
    within: int
    share: int
    contract_since: date | None
    contract_until: date | None
    room: int
    takes: bool
    not_taking: str
    ended: bool = False
    needs: tuple[str, ...] = ()
    """The needs of the pathway it helps with, by code."""


LINKS = {"team": "team_id", "agency": "agency_id", "owner": "owner_id"}


def keep_service(key: UUID | None, wanted: Wanted, *, by: Who) -> Service:
    """Sets a service up, or keeps a new version of the one with this key.

    Raises WrongFields, Refused where nothing is different, NotAllowed, Service.DoesNotExist.
    """
    with transaction.atomic():
        with office_act(Event.SERVICE_KEPT, by=by, subject=lambda: called(key, by)) as act:
            service = act.subject
            if why := _against(key, wanted, by):
                raise WrongFields(why)
            if key and as_wanted(service) == wanted:
                raise Refused(Why.SAME)
            for name, value in asdict(wanted).items():
                setattr(service, LINKS.get(name, name), list(value) if name == "needs" else value)
            if wanted.takes and not wanted.ended and service.opened_at is None:
                service.opened_at = clock.now()
            if key is None:
                service.slug = _slug(wanted.name, by)
            service.version += 1
            act.facts = {
                "done": "ended" if wanted.ended else "changed" if key else "added", "kind": wanted.kind,
                "version": str(service.version), "within": str(wanted.within), "takes": "yes" if wanted.takes else "no",
            }  # fmt: skip
        ServiceVersion.objects.create(
            authority_id=service.authority_id, service=service, version=service.version, said=as_said(wanted),
            entered_by=by.ref, entered_at=clock.now(),
        )  # fmt: skip
    return service


def called(key: UUID | None, by: Who) -> Service:
    """The service, locked, if this person may change it: an administrator, or whoever answers for it."""
    administers = Role.ADMINISTRATOR in by.roles
    if key is None:
        if not administers:
            raise NotAllowed(Why.NOT_YOURS, seen=True)
        Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)
        return Service(authority_id=by.authority_id)
    service = Service.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)
    if not may_change(by, service):
        raise NotAllowed(Why.NOT_YOURS, seen=True)
    return service


def may_change(by: Who, service: Service) -> bool:
    """Whether somebody keeps what is said of a service."""
    return Role.ADMINISTRATOR in by.roles or (by.person_id is not None and by.person_id == service.owner_id)


def as_wanted(service: Service) -> Wanted:
    """What is said of a service now."""
    said = {name: getattr(service, LINKS.get(name, name)) for name in Wanted.__dataclass_fields__}
    return Wanted(**said | {"needs": tuple(service.needs)})


def as_said(wanted: Wanted) -> dict:
    """What a version keeps: every field, as JSON has it."""
    return {
        name: value if isinstance(value, str | int | bool | tuple | None) else str(value)
        for name, value in asdict(wanted).items()
    }


def _against(key: UUID | None, wanted: Wanted, by: Who) -> dict[str, str]:
    wrong: dict[str, str] = {}
    here = Service.objects.filter(authority_id=by.authority_id)
    if here.filter(name__iexact=wanted.name).exclude(pk=key).exists():
        wrong["name"] = Why.NAME_TAKEN
    teams = Team.objects.filter(authority_id=by.authority_id, until=None)
    if not teams.filter(pk=wanted.team).exists():
        wrong["team"] = Why.NO_TEAM
    if wanted.agency and not Agency.objects.filter(pk=wanted.agency).exists():
        wrong["agency"] = Why.NO_TEAM
    here_today = memberships(clock.today()).filter(authority_id=by.authority_id)
    if wanted.owner and not here_today.filter(person=wanted.owner).exists():
        wrong["owner"] = Why.NO_OWNER
    if wanted.contract_since and wanted.contract_until and wanted.contract_until < wanted.contract_since:
        wrong["contract_until"] = Why.ENDS_FIRST
    if not 1 <= wanted.share <= 100:
        wrong["share"] = Why.SHARE
    if not 0 <= wanted.room <= 5000:
        wrong["room"] = Why.ROOM
    if set(wanted.needs) - set(PathwayNeed):
        wrong["needs"] = Why.NEEDS
    if not wanted.takes and not wanted.not_taking.strip():
        wrong["not_taking"] = Why.NOT_TAKING
    return wrong


def _slug(name: str, by: Who) -> str:
    """A word for addresses that no other service here has."""
    stem = slugify(name)[:70] or "service"
    taken = set(Service.objects.filter(authority_id=by.authority_id).values_list("slug", flat=True))
    return next(word for n in range(len(taken) + 1) if (word := f"{stem}-{n + 1}" if n else stem) not in taken)
