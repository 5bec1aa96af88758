"""The mark every page carries: who may open it, and what becomes of a refusal.

A test walks the URL trees and fails on a page without a mark.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlencode, urlsplit

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from core.refusals import NotAllowed, Refused
from door.typed import typed

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Mark:
    """Who may open a page: everybody, or anyone signed in, or the holders of ``roles`` at this door."""

    public: bool = False
    signed_in: bool = False
    roles: frozenset[str] = frozenset()


def page(*, public: bool = False, signed_in: bool = False, roles: Iterable[str] = ()) -> Callable:
    """Marks a view. Exactly one of ``public``, ``signed_in`` and ``roles`` must be given."""
    mark = Mark(public, signed_in, frozenset(roles))
    if (public, signed_in, bool(mark.roles)).count(True) != 1:
        raise ValueError("a page is public, or for anyone signed in, or for named roles")

    def marked(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if _unreadable(request):
                raise Http404
            if not public and (turned_away := _turned_away(request, mark)):
                return turned_away
            try:
                return view(request, *args, **kwargs)
            except (ObjectDoesNotExist, Http404) as missing:
                if request.method == "POST" and not isinstance(missing, Http404):
                    _note_fault(request, missing)
                raise Http404 from missing
            except NotAllowed as refusal:
                if not refusal.seen:
                    raise Http404 from refusal
                return render(request, "errors/403.html", {"why": refusal.why}, status=403)
            except Refused as refusal:
                given = {"reasons": refusal.reasons, "back_url": way_back(request), "typed": typed(request)}
                return render(request, "errors/409.html", given, status=409)

        opened.mark = mark  # type: ignore[attr-defined]
        return opened

    return marked


def _unreadable(request: HttpRequest) -> bool:
    """Whether the address holds a NUL: nobody types one, and the database cannot look for it."""
    return "\0" in request.path or any("\0" in value for values in request.GET.lists() for value in values[1])


def way_back(request: HttpRequest) -> str:
    """A page of ours to go back to: this one when it can be opened, else the one the form was on, else the first."""
    if request.method in {"GET", "HEAD"}:
        return request.path
    came_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure()):
        return urlsplit(came_from).path
    return reverse("home")


def _note_fault(request: HttpRequest, missing: Exception) -> None:
    """In the middle of doing something, a row that is not there may be our mistake and not a wrong address."""
    route = request.resolver_match.route if request.resolver_match else ""
    log.error("not there while posting to %s: %s", route, type(missing).__qualname__, exc_info=missing)


def _turned_away(request: HttpRequest, mark: Mark) -> HttpResponse | None:
    """A redirect to sign-in or to the second factor, the not-found page, or None: come in."""
    if not request.user.is_authenticated:
        if request.method == "POST":
            way_in = f"{reverse('account_login')}?{urlencode({'next': way_back(request)})}"
            return render(request, "errors/signed_out.html", {"typed": typed(request), "way_in": way_in}, status=403)
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")
    if not request.has_second_factor:  # type: ignore[attr-defined]
        return HttpResponseRedirect(reverse("mfa_activate_totp"))
    if mark.roles and not (mark.roles & request.who.roles):  # type: ignore[attr-defined]
        raise Http404
    return None
