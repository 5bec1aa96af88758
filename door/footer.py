"""The pages every foot links to, at both doors, and the word to robots: stay out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from door.page import page


@page(public=True)
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement the 2018 regulations ask for."""
    return render(request, "footer/accessibility.html")


@page(public=True)
def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep about a child and a family, why, who sees it, and their rights."""
    return render(request, "footer/privacy.html")


@page(public=True)
def cookies(request: HttpRequest) -> HttpResponse:
    """The two cookies, both needed, by the names this door gives them."""
    names = {
        "session_cookie": settings.SESSION_COOKIE_NAME,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
        "hours": settings.SESSION_COOKIE_AGE // 3600,
    }
    return render(request, "footer/cookies.html", names)


@page(public=True)
def contact(request: HttpRequest) -> HttpResponse:
    """Who to ask."""
    return render(request, "footer/contact.html")


@page(public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """No page here is for a search engine."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")
