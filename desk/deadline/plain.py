"""One date in words a family can read, to show on the screen or to print."""

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.family import step_of
from desk.deadline.found import found
from door.page import page
from people.words import Relationship


@page(roles=CASE_STAFF)
def plain(request, reference, key):
    """The family's one date and its reason, with nothing on it that they may not read."""
    one = found(request.who, reference, key, page="a date in plain words")
    oneself = one.referral.relationship == Relationship.SELF.words
    return render(
        request,
        "desk/deadline/plain.html",
        one.context() | {"step": step_of(one.deadline, oneself=oneself), "oneself": oneself, "name": one.name},
    )
