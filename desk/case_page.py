"""One child's record: deadlines with their reasons, what happened, and who has looked."""

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from accounts.selectors import names_of
from cases import powers, sight
from cases.apart import from_case, seen_by
from cases.concerns import concerns_seen
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
from documents.selectors import documents_of
from door.page import page
from ledger import looking
from ledger.selectors import history, who_looked
from notices.selectors import letters_of
from referrals.selectors import referral_seen


@page(roles=CASE_STAFF)
def case_page(request, reference):
    """Everything about a case on one page. Opening it is recorded, for every record of the child it shows."""
    case = case_called(request.who, reference)
    records = records_of(request.who, case)
    keys = [record.pk for record in records]
    for key in keys:
        looking.note(authority=case.authority_id, case_ref=key, actor_ref=request.who.ref, page="case")
    seen = referral_seen(request.who, case)
    kept = from_case(case) if seen.key is None else []
    apart = seen_by(request.who, kept) if kept else []
    parts = frozenset.intersection(*(sight.parts_open_to(request.who, record) for record in records))
    told = history(keys, parts)
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
            "deadlines": deadlines_of(keys),
            "told": told,
            "references": {record.pk: record.reference for record in records} if len(records) > 1 else {},
            "names": names_of({entry.actor_ref for entry in told} | {row.said_by for row in apart}),
            "documents": [file for record in records for file in documents_of(request.who, record)],
            "letters": letters_of(keys, parts),
            "may_read_letters": Part.CONTACT in parts,
            "owner": owner_of(case.authority_id, case.pk, clock.today()),
            "lead": lead,
            "may_say_in_touch": lead is not None and (lead.pk == request.who.person_id or may_oversee),
            "tasks": tasks_of(request.who, keys, parts),
            "concerns": concerns_seen(keys, parts),
            "may_name_lead": powers.may_do(request.who, Event.LEAD_NAMED),
            "may_name_owner": powers.may_do(request.who, Event.OWNER_NAMED),
            "tab": "case",
        },
    )


@page(roles=CASE_STAFF)
def lookers(request, reference):
    """Who has opened this case, and when."""
    case = case_called(request.who, reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="who has looked")
    knows = Part.SECRET in sight.parts_open_to(request.who, case)
    viewings = who_looked(case.pk, but="" if knows else PAGE)
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
