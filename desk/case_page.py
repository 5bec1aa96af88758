"""One child's record: deadlines with their reasons, what happened, and who has looked."""

from django.shortcuts import render

from accounts.photos import has_photo
from accounts.roles import CASE_STAFF
from accounts.selectors import names_of
from cases import powers, sight
from cases.apart import from_case, seen_by
from cases.concerns import concerns_seen, looks_not_told
from cases.joinings import joinings_of
from cases.leading import lead_of
from cases.matching import matches
from cases.secret_seen import PAGE
from cases.selectors import case_called, deadlines_of, records_of
from cases.standing_by import owner_of
from cases.tasks_seen import tasks_of
from cases.words import Part
from core import clock
from core.events import Event
from desk.chronology import chronology, drawn_up
from documents.selectors import documents_in
from door.page import page
from door.pdf import to_keep
from ledger import looking
from ledger.chronology import WHOLE
from ledger.selectors import who_looked
from notices.selectors import letters_of
from profiles.selectors import written_on
from referrals.selectors import referral_seen


@page(roles=CASE_STAFF)
def case_page(request, reference):
    """Everything about a case on one page. Opening it is recorded, for every record of the child it shows."""
    case = case_called(request.who, reference)
    records = records_of(request.who, case)
    keys = [record.pk for record in records]
    for key in keys:
        looking.note(authority=case.authority_id, case_ref=key, actor_ref=request.who.ref, page="case")
    held = sight.capacities_on(request.who, records)
    open_ = {key: sight.opened_by(held[key]) for key in keys}
    parts = frozenset.intersection(*open_.values())
    seen = referral_seen(request.who, case, open_[case.pk])
    kept = from_case(case) if seen.key is None else []
    apart = seen_by(request.who, kept) if kept else []
    tasks = tasks_of(request.who, keys, parts)
    may_act = sight.acts_as(held[case.pk])
    lead, may_oversee = lead_of(case), bool(request.who.roles & powers.OVERSEERS)
    return render(
        request,
        "desk/case.html",
        {
            "case": case,
            "referral": seen,
            "matches": matches(request.who, case, apart=kept) if seen.key is None else [],
            "apart": apart,
            "joinings": joinings_of(request.who, case) if seen.key is None else [],
            "may_join": powers.may_do(request.who, Event.CASE_JOINED),
            "records": records,
            "deadlines": deadlines_of(keys, but_of={task.key for task in tasks}),
            "history": chronology(case.authority, keys, parts, request.GET),
            "references": _references(records),
            "names": names_of({row.said_by for row in apart}) if apart else {},
            "documents": documents_in(open_),
            "may_act": may_act,
            "may_add_file": may_act and Part.FILES in parts,
            "letters": letters_of(keys, parts),
            "may_read_letters": Part.CONTACT in parts,
            "owner": owner_of(case.authority_id, case.pk, clock.today()),
            "lead": lead,
            "lead_photo": lead is not None and has_photo(case.authority_id, lead.pk),
            "may_say_in_touch": lead is not None and (lead.pk == request.who.person_id or may_oversee),
            "wrote": written_on(request.who, case) if seen.opens_together else [],
            "tasks": tasks,
            "concerns": concerns_seen(keys, parts),
            "may_name_lead": powers.may_do(request.who, Event.LEAD_NAMED),
            "may_name_owner": powers.may_do(request.who, Event.OWNER_NAMED),
            "tab": "case",
        },
    )


@page(roles=CASE_STAFF)
def whole_history(request, reference):
    """All that happened and was asked for, on one page, to print."""
    case = case_called(request.who, reference)
    records = records_of(request.who, case)
    keys = [record.pk for record in records]
    for key in keys:
        looking.note(authority=case.authority_id, case_ref=key, actor_ref=request.who.ref, page="history")
    parts = parts_of(request.who, records)
    return render(
        request,
        "desk/history.html",
        {
            "case": case,
            "referral": referral_seen(request.who, case),
            "records": records,
            "references": _references(records),
            "history": chronology(case.authority, keys, parts, request.GET, most=WHOLE),
            "tab": "case",
        },
    )


@page(roles=CASE_STAFF)
def history_file(request, reference):
    """The same as a tagged PDF, with the name of whoever drew it up at the foot of every page."""
    case = case_called(request.who, reference)
    records = records_of(request.who, case)
    keys = [record.pk for record in records]
    for key in keys:
        looking.note(authority=case.authority_id, case_ref=key, actor_ref=request.who.ref, page="history")
    parts = parts_of(request.who, records)
    history = chronology(case.authority, keys, parts, request.GET, most=WHOLE)
    child = referral_seen(request.who, case).child.full_name
    drawn = drawn_up(history, child, case.reference, request.user.name, _references(records))
    return to_keep("history", drawn, f"{case.reference}-history")


def parts_of(who, records) -> frozenset[Part]:
    """What is open to somebody of every record of a child."""
    return frozenset.intersection(*map(sight.opened_by, sight.capacities_on(who, records).values()))


def _references(records) -> dict:
    """What to call each record, where the child has several."""
    return {record.pk: record.reference for record in records} if len(records) > 1 else {}


@page(roles=CASE_STAFF)
def lookers(request, reference):
    """Who has opened this case, and when."""
    case = case_called(request.who, reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="who has looked")
    parts = sight.parts_open_to(request.who, case)
    viewings = who_looked(case.pk, but="" if Part.SECRET in parts else PAGE, not_by=looks_not_told(case, parts))
    return render(
        request,
        "desk/lookers.html",
        {
            "case": case,
            "referral": referral_seen(request.who, case),
            "viewings": viewings,
            "names": names_of({viewing.actor_ref for viewing in viewings}),
            "tab": "lookers",
        },
    )
