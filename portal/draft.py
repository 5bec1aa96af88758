"""Which half-done request this browser is working on, and whose it is."""

from uuid import UUID

from django.urls import reverse

from accounts.family import Authority, is_family
from cases.family import Draft, drafts
from portal.questions import first_open

JOURNEY = "ask"
MARK = "draft"
"""The hidden field that lets a page find its draft again when the session is lost."""


def current(request, authority: Authority) -> Draft | None:
    """The draft of this session, or the one the posted page was showing. Never one that somebody else began here."""
    for key in (request.session.get(_place(authority)), drafts.marked(request.POST.get(MARK, ""))):
        draft = drafts.find(key, authority.pk, JOURNEY) if key else None
        if draft and draft.person_id == asking(request):
            take_up(request, authority, draft)
            return draft
    put_down(request, authority)
    return None


def asking(request) -> UUID | None:
    """The parent who is signed in, or nobody we know."""
    return request.who.person_id if is_family(request.who) else None


def begin(request, authority: Authority) -> Draft:
    """A new draft, kept in this session."""
    draft = drafts.start(authority.pk, JOURNEY, asking(request))
    take_up(request, authority, draft)
    return draft


def take_up(request, authority: Authority, draft: Draft) -> None:
    """Goes on with this draft in this session."""
    request.session[_place(authority)] = str(draft.pk)


def put_down(request, authority: Authority) -> None:
    """Forgets which draft it was. The draft itself stays."""
    request.session.pop(_place(authority), None)


def onward(slug: str, draft: Draft) -> str:
    """Where somebody goes on: the first question without a whole answer, or the check page."""
    step = first_open(draft.answers)
    return reverse("portal:question", args=[slug, step.key]) if step else reverse("portal:check", args=[slug])


def _place(authority: Authority) -> str:
    return f"ask:{authority.pk}"
