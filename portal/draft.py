"""Which half-done request this browser is working on, and whose it is."""

from uuid import UUID

from django.urls import reverse

from accounts.family import Authority, asker, authority_called, is_family
from cases.family import Draft, drafts
from pathway.family import Place

JOURNEY = "ask"
MARK = "draft"
"""The hidden field that lets a page find its draft again when the session is lost."""
PAGES = {"start": "portal:ask", "home": "portal:council"}


class AtFamilyDoor(Place):
    """Asking at the family's door, with or without an account: the session knows which request it is."""

    journey = JOURNEY
    can_leave = True

    def __init__(self, request, slug: str) -> None:
        super().__init__(request)
        self.slug = slug
        self.authority = request.authority = authority_called(slug)
        self.by = asker(request.who, self.authority)

    def url(self, page: str, *key: str) -> str:
        return reverse(PAGES.get(page, f"portal:{page}"), args=[self.slug, *key])

    def current(self) -> Draft | None:
        return current(self.request, self.authority)

    def begin(self) -> Draft:
        draft = drafts.start(self.authority.pk, JOURNEY, asking(self.request), self.beginning())
        take_up(self.request, self.authority, draft)
        return draft


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


def take_up(request, authority: Authority, draft: Draft) -> None:
    """Goes on with this draft in this session."""
    request.session[_place(authority)] = str(draft.pk)


def put_down(request, authority: Authority) -> None:
    """Forgets which draft it was. The draft itself stays."""
    request.session.pop(_place(authority), None)


def _place(authority: Authority) -> str:
    return f"ask:{authority.pk}"
