"""When a form comes back without its cookies: a page left open for hours, or cookies cleared. Nothing typed is lost."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve

from door.page import way_back
from door.typed import typed

FURTHER_ON = {"portal:files", "portal:check", "portal:save"}
"""Pages of a half-done request that hold nothing typed but a button or two: shown again, with the request found."""


def failure(request, reason=""):
    """Shows a family's question again with their words in it; shows anything else what was typed, to copy."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        match = None
    if match and match.view_name == "portal:question" and _from_our_own_page(request):
        from portal.ask import after_lost_cookies

        return after_lost_cookies(request, **match.kwargs)
    if match and match.view_name in FURTHER_ON and _from_our_own_page(request):
        from portal.ask import take_up_again

        take_up_again(request, match.kwargs["slug"])
        return redirect(request.path)
    return render(request, "errors/csrf.html", {"typed": typed(request), "back_url": way_back(request)}, status=403)


def _from_our_own_page(request) -> bool:
    """Whether the browser says that our own page sent this. A stranger's page cannot say so."""
    if "Sec-Fetch-Site" in request.headers:
        return request.headers["Sec-Fetch-Site"] == "same-origin"
    return request.headers.get("Origin") == (settings.DESK_URL if settings.DOOR == "desk" else settings.FAMILY_URL)
