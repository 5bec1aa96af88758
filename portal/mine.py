"""A signed-in family's own pages: what they asked, where it stands, what comes next."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.family import FAMILY
from assessments.family import assessments_for
from cases.family import child_for, keeps_anything
from door.page import page
from ehcp.family import decisions_for
from meetings.family import meetings_for
from portal.helping import who_helps
from profiles.family import has_profile
from provision.family import came_of_services, helping_now
from referrals import family
from referrals.family import lead_photo_for, request_for, was_asked
from support.family import has_support


@page(roles=FAMILY)
def mine(request):
    """Everything this family asked, and the children it follows for whom nobody has asked."""
    return render(request, "portal/mine.html", {"mine": family.mine(request.who)})


@page(roles=FAMILY)
def one(request, reference):
    """One request: where we are, what happens next and by when."""
    seen, meetings = request_for(request.who, reference), meetings_for(request.who, reference)
    given, came = assessments_for(request.who, reference), came_of_services(request.who, reference)
    told_once = has_profile(request.who, reference)  # and who has a page of their own may talk with us
    services = helping_now(request.who, reference)
    helpers = who_helps(services, meetings, seen.lead.name if seen.lead else "")
    if helpers and keeps_anything(request.who, reference):
        helpers = []
    shown = {
        "helpers": helpers,
        "seen": seen,
        "meetings": meetings,
        "assessments": given,
        "came": came,
        "told_once": told_once,
    }
    shown["decisions"] = decisions_for(request.who, reference)
    shown["talks"] = told_once is not None
    shown["support"] = has_support(request.who, reference)
    return render(request, "portal/request.html", shown)


@page(roles=FAMILY)
@require_safe
def lead_photo(request, reference):
    """The face of the person to ask: a small picture of our own making."""
    jpeg = lead_photo_for(request.who, reference)
    if jpeg is None:
        raise Http404
    answer = HttpResponse(jpeg, content_type="image/jpeg")
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@page(roles=FAMILY)
def child(request, reference):
    """What we know about the child and about the reader, and how to say that it is wrong."""
    seen = child_for(request.who, reference)
    return render(request, "portal/child.html", {"seen": seen, "asked": was_asked(reference, request.who)})
