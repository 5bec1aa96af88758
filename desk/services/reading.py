"""The directory as colleagues read it: every service, one of them, its earlier versions, and whether it fits."""

from django.http import Http404
from django.shortcuts import render

from accounts.roles import STAFF, Role
from cases.need_words import PathwayNeed
from cases.powers import COUNTERS
from core import clock
from door.page import page
from provision.actions.keep_service import may_change
from provision.asked import may_read_list
from provision.family import Questions, kinds
from provision.selectors import lines_of, service_called, services, thresholds_of, versions_of


@page(roles=STAFF)
def every(request):
    """All services, or those that a search finds, those that take referrals first."""
    q, kind = request.GET.get("q", "").strip()[:100], request.GET.get("kind", "")
    ended = request.GET.get("show") == "ended"
    rows = list(services(request.who.authority_id, q=q, kind=kind, ended=ended))
    return render(
        request,
        "desk/services/list.html",
        {
            "rows": rows,
            "taking": sum(row.takes for row in rows),
            "searched": bool(q or kind),
            "ended": ended,
            "may_add": Role.ADMINISTRATOR in request.who.roles,
            "fields": [
                {"name": "q", "label": "Words to look for", "value": q},
                {"name": "kind", "label": "Kind", "options": [("", "Any"), *kinds()], "value": kind},
                {"name": "show", "label": "Show", "value": "ended" if ended else "",
                 "options": [("", "Offered now"), ("ended", "No longer offered")]},
            ],
        },
    )  # fmt: skip


@page(roles=STAFF)
def one(request, key):
    """One service, whom it is for, and what was promised."""
    service = service_called(request.who, key)
    return render(
        request,
        "desk/services/one.html",
        {
            "service": service,
            "lines": lines_of(service),
            "needs": [need.words for need in PathwayNeed if need in service.needs],
            "may_change": may_change(request.who, service),
            "may_read_list": may_read_list(request.who, service),
            "may_count": bool(request.who.roles & COUNTERS),
            "contract_over": service.contract_until is not None and service.contract_until < clock.today(),
        },
    )


@page(roles=STAFF)
def versions(request, key):
    """Everything that was ever said of it, and every version of its threshold."""
    service = service_called(request.who, key)
    return render(
        request,
        "desk/services/versions.html",
        {"service": service, "versions": versions_of(service), "thresholds": thresholds_of(service)},
    )


@page(roles=STAFF)
def check(request, key):
    """Its questions, and what the answers come to. Nothing is kept."""
    service = service_called(request.who, key)
    lines = lines_of(service)
    if not lines:
        raise Http404
    form = Questions(request.GET if request.GET.get("show") else None, lines=lines, version=service.threshold)
    checked = form.checked if form.is_bound and form.is_valid() else None
    return render(request, "desk/services/check.html", {"service": service, "form": form, "checked": checked})
