"""The services of a council, for families and whoever asks for a child: what each is, for whom, and how to ask."""

from django.http import Http404
from django.shortcuts import render

from accounts.family import authority_called
from door.page import page
from provision.family import Questions, kinds, offered, service_for


@page(public=True)
def every(request, slug):
    """All of them, or those that a search finds."""
    request.authority = authority_called(slug)
    q, kind = request.GET.get("q", "").strip()[:100], request.GET.get("kind", "")
    return render(
        request,
        "portal/services.html",
        {
            "services": offered(request.authority.pk, q=q, kind=kind),
            "searched": bool(q or kind),
            "fields": [
                {"name": "q", "label": "Words to look for", "value": q},
                {"name": "kind", "label": "Kind", "options": [("", "Any"), *kinds()], "value": kind},
            ],
        },
    )


@page(public=True)
def one(request, slug, service):
    """One service: what it does, whom it is for, how to ask, how soon it answers."""
    request.authority = authority_called(slug)
    return render(request, "portal/service.html", {"service": service_for(request.authority.pk, service)})


@page(public=True)
def check(request, slug, service):
    """Its questions, and what the answers come to. Nothing is kept."""
    request.authority = authority_called(slug)
    seen = service_for(request.authority.pk, service)
    if not seen.lines:
        raise Http404
    form = Questions(request.GET if "line_1" in request.GET or request.GET.get("show") else None, lines=seen.lines,
                     version=seen.version)  # fmt: skip
    checked = form.checked if form.is_bound and form.is_valid() else None
    return render(request, "portal/service_check.html", {"service": seen, "form": form, "checked": checked})
