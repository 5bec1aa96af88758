"""The list of themes is the authority's own: one is added, worded anew, ended or brought back."""

from uuid import uuid4

from accounts.who import Who
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from feedback.models import Theme
from feedback.themes import themes_of
from feedback.words import Audience, Why

LONGEST = 80


def keep_theme(audience: Audience, code: str, words: str, *, by: Who) -> Theme:
    """Words a theme anew, or adds one where ``code`` is empty. Raises Refused, NotAllowed."""
    words = " ".join(words.split())
    known = themes_of(by.authority_id)[audience]
    if not words or len(words) > LONGEST:
        raise Refused(Why.NO_THEME)
    if any(one.words.casefold() == words.casefold() and one.code != code for one in known):
        raise Refused(Why.THEME_TWICE)
    return _keep(audience, code, by, words=words)


def end_theme(audience: Audience, code: str, *, by: Who, back: bool = False) -> Theme:
    """Offers a theme no more, or again. What was sorted by it stays so. Raises NotAllowed."""
    return _keep(audience, code, by, ended=not back)


def _keep(audience: Audience, code: str, by: Who, *, words: str = "", ended: bool | None = None) -> Theme:
    known = {one.code: one for one in themes_of(by.authority_id)[audience]}
    if code and code not in known:
        raise NotAllowed("no such theme")

    def the_theme() -> Theme:
        here = {"authority_id": by.authority_id, "audience": audience.value}
        row = Theme.objects.select_for_update(no_key=True).filter(**here, code=code).first() if code else None
        return row or Theme(**here, code=code or uuid4().hex[:8], words=known[code].words if code else words)

    with office_act(Event.THEME_KEPT, by=by, subject=the_theme) as act:
        row = act.subject
        row.words = words or row.words
        if ended is not None:
            row.ended_at = clock.now() if ended else None
        done = "worded" if code and words else "added" if words else "ended" if ended else "back"
        act.facts = {"audience": audience.value, "theme": row.code, "done": done}
    return row
