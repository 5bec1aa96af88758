"""Who the circles of the roster are for one case: each turned into people and teams, and where to write to them."""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from accounts.models import Person, Team
from accounts.selectors import bridge_of
from cases.leading import lead_of
from cases.models import Case, Involvement, Task
from cases.task_kinds import TaskKind
from cases.task_teams import team_with
from cases.words import Capacity
from ledger.models import Entry
from notices.addresses import address_for
from notices.readers import Reader
from notices.roster import Audience
from notices.words import Channel
from people.models import Carer
from people.words import Relationship

SERVICES = (
    Capacity.TASKED, Capacity.SOCIAL_CARE, Capacity.COORDINATOR, Capacity.ADVISER, Capacity.SERVICE, Capacity.SETTING,
    Capacity.FORMER_LEAD,
)  # fmt: skip
"""As what services stand to a case. The Bridge and those who oversee know already; the lead is written to apart."""


def readers_of(audience: Audience, entry: Entry, case: Case) -> list[Reader]:
    """Everybody in this circle of a case, as they stand after the event."""
    return FINDS[audience](entry, case)


def sender_of(case: Case) -> Carer | None:
    """Whoever sent the request that opened the case."""
    here = {"authority_id": case.authority_id, "case_ref": case.pk}
    return Carer.objects.filter(**here, asked=True).order_by("pk").first()


def family_knows(case: Case) -> bool:
    """Whether somebody of the family asked, or was told and can be written to. Otherwise nobody may say to them, or to
    others, that they know."""
    sender = sender_of(case)
    if sender and sender.relationship != Relationship.PROFESSIONAL:
        return True
    here = {"authority_id": case.authority_id, "case_ref": case.pk}
    told = Carer.objects.filter(**here, asked=False, told_from__isnull=False)
    return any(at_their_address(parent) for parent in told)


def _sender(entry: Entry, case: Case) -> list[Reader]:
    sender = sender_of(case)
    return [Reader(f"carer:{sender.pk}", sender.email)] if sender else []


def _family(entry: Entry, case: Case) -> list[Reader]:
    """The parent whom somebody else named, at the address given for them: by email, else on paper. Nobody until the
    sender or the Bridge said that they may be told."""
    here = {"authority_id": case.authority_id, "case_ref": case.pk}
    parent = Carer.objects.filter(**here, asked=False, told_from__isnull=False).order_by("pk").first()
    return at_their_address(parent) if parent else []


def at_their_address(carer: Carer) -> list[Reader]:
    """Somebody of the family where they can be written to; nobody where no address is known."""
    if carer.email:
        return [Reader(f"carer:{carer.pk}", carer.email)]
    if not carer.home:
        return []
    written = address_for(Channel.PRINT, f"{carer.name}\n{carer.home}")
    return [Reader(f"carer:{carer.pk}", written, Channel.PRINT)]


def _triage_team(entry: Entry, case: Case) -> list[Reader]:
    team = bridge_of(case.authority_id)
    return [Reader(f"team:{team.pk}", team.mailbox)]


def _tasked(entry: Entry, case: Case) -> list[Reader]:
    task = Task.objects.select_related("team", "person").get(pk=entry.about)
    if task.person:
        if entry.actor_ref == f"person:{task.person_id}":  # who gives it to themselves knows
            return []
        return [Reader(f"person:{task.person_id}", task.person.email)]
    return [Reader(f"team:{task.team_id}", task.team.mailbox)]


def _who_asked(entry: Entry, case: Case) -> list[Reader]:
    kind, _colon, key = Task.objects.get(pk=entry.about).set_by.partition(":")
    person = Person.objects.filter(pk=key).first() if kind == "person" else None
    return [Reader(f"person:{key}", person.email)] if person and entry.actor_ref != f"person:{key}" else []


def _service(entry: Entry, case: Case) -> list[Reader]:
    """The team of the service that was asked."""
    team = Team.objects.get(pk=entry.facts["team"], authority_id=case.authority_id)
    return [Reader(f"team:{team.pk}", team.mailbox)]


def _caf_team(entry: Entry, case: Case) -> list[Reader]:
    team = team_with(TaskKind.FAMILY_ASSESSMENT, case)
    return [Reader(f"team:{team.pk}", team.mailbox)]


def _lead(entry: Entry, case: Case) -> list[Reader]:
    lead = lead_of(case)
    return [Reader(f"person:{lead.pk}", lead.email)] if lead else []


def _services(entry: Entry, case: Case) -> list[Reader]:
    """Every team and person that stands to the case for a service, each once."""
    lead = lead_of(case)
    rows = Involvement.objects.filter(case=case, capacity__in=SERVICES).exclude(team__kind="bridge")
    rows = rows.exclude(until__lt=entry.effective_on).select_related("team", "person").order_by("since", "pk")
    found: dict[str, Reader] = {}
    for row in rows:
        if row.team:
            found[f"team:{row.team_id}"] = Reader(f"team:{row.team_id}", row.team.mailbox)
        elif lead is None or row.person_id != lead.pk:
            found[f"person:{row.person_id}"] = Reader(f"person:{row.person_id}", row.person.email)
    return list(found.values())


def _of_a_higher_room(audience: Audience) -> Callable[[Entry, Case], list[Reader]]:
    """Those whom a room above knows, by the place that settings name for the circle."""

    def found(entry: Entry, case: Case) -> list[Reader]:
        return import_string(settings.CIRCLES[audience.value])(entry, case)

    return found


FINDS: dict[Audience, Callable[[Entry, Case], list[Reader]]] = {
    Audience.SENDER: _sender,
    Audience.ASKER: _of_a_higher_room(Audience.ASKER),
    Audience.FAMILY: _family,
    Audience.TRIAGE_TEAM: _triage_team,
    Audience.TASKED: _tasked,
    Audience.WHO_ASKED: _who_asked,
    Audience.SERVICE: _service,
    Audience.LEAD: _lead,
    Audience.SERVICES: _services,
    Audience.INVITED: _of_a_higher_room(Audience.INVITED),
    Audience.FAMILY_THERE: _of_a_higher_room(Audience.FAMILY_THERE),
    Audience.THERE_WITHOUT_ACCOUNT: _of_a_higher_room(Audience.THERE_WITHOUT_ACCOUNT),
    Audience.CAF_TEAM: _caf_team,
    Audience.SHARED_WITH: _of_a_higher_room(Audience.SHARED_WITH),
    Audience.TOLD_OF_DECISION: _of_a_higher_room(Audience.TOLD_OF_DECISION),
    Audience.TALKED_WITH: _of_a_higher_room(Audience.TALKED_WITH),
    Audience.ASKED_FOR_FEEDBACK: _of_a_higher_room(Audience.ASKED_FOR_FEEDBACK),
}
