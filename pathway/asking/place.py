"""Where a request is being asked: at which door, of which council, by whom, and which half-done request it is."""

from uuid import UUID

from django.shortcuts import render

from accounts.models import Authority
from accounts.who import Who
from cases import drafts
from cases.models import Draft
from door.typed import typed
from pathway.asking.question import COUNCIL
from pathway.asking.steps import first_open


class Place:
    """One door's way of asking. Each door says its addresses and finds its own drafts; the pages are the same."""

    journey: str
    authority: Authority
    by: Who
    """Who sends it."""
    can_leave = False
    """Whether whoever asks may sit at a device that others use."""

    def __init__(self, request) -> None:
        self.request = request

    def url(self, page: str, *key: str) -> str:
        """The address of a page of this journey: question, files, check, sent, save, start or home."""
        raise NotImplementedError

    def current(self) -> Draft | None:
        """The half-done request, and nobody else's."""
        raise NotImplementedError

    def begin(self) -> Draft:
        """A new one."""
        raise NotImplementedError

    def beginning(self) -> dict:
        """What is known before anything was asked."""
        return {COUNCIL: {"code": self.authority.pk}}

    def done(self, draft: Draft, reference: str) -> str:
        """Where somebody goes who has sent it."""
        return self.url("sent")

    def person(self) -> UUID | None:
        """Who is signed in and asks."""
        return self.by.person_id

    def onward(self, draft: Draft) -> str:
        """Where somebody goes on: the first question without a whole answer, or the check page."""
        step = first_open(draft.answers)
        return self.url("question", step.key) if step else self.url("check")

    def lost(self):
        """The page for somebody whose half-done request is not to be found, with what they typed, to copy."""
        about = {"typed": typed(self.request), "start_url": self.url("start")}
        return render(self.request, "asking/lost.html", about, status=404)

    def show(self, template: str, draft: Draft | None, more: dict, status: int = 200):
        """A page of the journey."""
        about = {
            "save_url": self.url("save"), "files_url": self.url("files"), "can_leave": self.can_leave,
            "mark": drafts.mark(draft) if draft else "", **more,
        }  # fmt: skip
        return render(self.request, template, about, status=status)
