"""Referring a child from the desk: the same questions as at the family's door, kept for whoever is signed in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.roles import CASE_STAFF
from accounts.selectors import usual_work
from cases import drafts
from cases.models import Draft
from desk.paging import links
from door.page import page
from door.typed import typed
from pathway.asking import adding, checking, walk
from pathway.asking.place import Place
from pathway.asking.question import ACCOUNT, name_of
from pathway.asking.sending import unask
from pathway.asking.steps import first
from referrals.selectors_sent import one_sent, sent_by

MARK = "draft"
PAGES = {
    "question": "desk:refer_question", "files": "desk:refer_files", "check": "desk:refer_check",
    "start": "desk:refer", "home": "desk:refer", "save": "desk:refer", "sent": "desk:refer",
}  # fmt: skip


class AtTheDesk(Place):
    """Asking while signed in as a colleague. One half-done request a person, and their account says who they are."""

    journey = "refer"

    def __init__(self, request) -> None:
        super().__init__(request)
        self.by, self.authority = request.who, request.who.authority

    def url(self, page: str, *key: str) -> str:
        return reverse(PAGES[page], args=key)

    def beginning(self) -> dict:
        return super().beginning() | {ACCOUNT: self._account()}

    def _account(self) -> dict:
        """Who they are, which is not asked; and what they do where, as their account says, to be changed as is fit."""
        job, organisation, school = usual_work(self.by)
        usual = {"job": job, "organisation": organisation, **({"for_school": "yes"} if school else {})}
        return {"sender_name": self.by.name, "email": self.request.user.email, "usual": usual}

    def current(self) -> Draft | None:
        shown = drafts.marked(self.request.POST.get(MARK, ""))
        found = drafts.find(shown, self.authority.pk, self.journey) if shown else None
        if found and found.person_id == self.by.person_id:
            return found
        return drafts.newest_of(self.by.person_id, self.authority.pk, self.journey)

    def begin(self) -> Draft:
        return drafts.start(self.authority.pk, self.journey, self.by.person_id, self.beginning())

    def lost(self):
        """Nothing half done is kept for this person: back to the beginning, but for what was typed a moment ago."""
        if self.request.method != "POST":
            return redirect("desk:refer")
        about = {"typed": typed(self.request), "start_url": self.url("start")}
        return render(self.request, "asking/lost.html", about, status=409)

    def done(self, draft: Draft, reference: str) -> str:
        return reverse("desk:request_sent", args=[reference])


@page(roles=CASE_STAFF)
def refer(request):
    """Where one begins or goes on, and the requests one sent."""
    place = AtTheDesk(request)
    draft = place.current()
    if request.method == "POST":
        if "delete" in request.POST and draft and not draft.became:
            unask(draft)
            messages.success(request, "What you were writing is deleted. Nothing was sent.")
        return redirect("desk:refer")
    found = sent_by(request.who, number=request.GET.get("page", "1"))
    about = links(request, found) | {
        "half_done": draft and {"name": name_of(draft.answers), "url": place.onward(draft), "mark": drafts.mark(draft)},
        "start_url": place.url("question", first(place.beginning()).key),
        "sent": found,
    }
    return render(request, "desk/refer.html", about)


@page(roles=CASE_STAFF)
def question(request, key):
    """One question."""
    return walk.question(AtTheDesk(request), key)


@page(roles=CASE_STAFF)
def files(request):
    """Letters and reports."""
    return adding.files(AtTheDesk(request))


@page(roles=CASE_STAFF)
def check(request):
    """Everything once more before it goes."""
    return checking.check(AtTheDesk(request))


@page(roles=CASE_STAFF)
def sent(request, reference):
    """One request that the reader sent: its reference, how it stands, and what the Bridge said."""
    return render(request, "desk/request_sent.html", {"seen": one_sent(request.who, reference)})
