"""Which half-done request this browser is working on."""

from accounts.family import Authority, is_parent
from cases.family import Draft, drafts

JOURNEY = "ask"
MARK = "draft"
"""The hidden field that lets a page find its draft again when the session is lost."""


def current(request, authority: Authority) -> Draft | None:
    """The draft of this session, or the one the posted page was showing."""
    key = request.session.get(_place(authority)) or drafts.marked(request.POST.get(MARK, ""))
    draft = drafts.find(key, authority.pk, JOURNEY) if key else None
    if draft:
        request.session[_place(authority)] = str(draft.pk)
    return draft


def begin(request, authority: Authority) -> Draft:
    """A new draft, kept in this session."""
    person = request.who.person_id if is_parent(request.who) else None
    draft = drafts.start(authority.pk, JOURNEY, person)
    take_up(request, authority, draft)
    return draft


def take_up(request, authority: Authority, draft: Draft) -> None:
    """Goes on with this draft in this session."""
    request.session[_place(authority)] = str(draft.pk)


def put_down(request, authority: Authority) -> None:
    """Forgets which draft it was. The draft itself stays."""
    request.session.pop(_place(authority), None)


def _place(authority: Authority) -> str:
    return f"ask:{authority.pk}"
