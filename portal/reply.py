"""Answering what the Bridge asked: by the link we posted, or signed in. Opening it does nothing; sending does."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from accounts.family import FAMILY
from door.forms import GovForm, LongTextField
from door.page import page
from referrals.family import answer_by_link, answer_signed_in, question_by_link, request_for


class Reply(GovForm):
    """What the sender answers."""

    words = LongTextField(
        label=_("Your answer"), max_length=4000, rows=8,
        error_messages={"required": _("Write your answer"), "max_length": _("Use no more than 4,000 characters")},
    )  # fmt: skip


@page(public=True)
def reply(request, token):
    """Shows what we asked, and takes the answer. A link that is not ours, or too old, is simply over."""
    question = question_by_link(token)
    if question is None:
        return render(request, "portal/link_over.html", status=404)
    form = Reply(request.POST if request.method == "POST" else None)
    done = form.is_bound and form.is_valid()
    if done:
        answer_by_link(token, form.cleaned_data["words"])
    return render(request, "portal/reply.html", {"question": question, "form": form, "done": done})


@page(roles=FAMILY)
def reply_signed_in(request, reference):
    """The same, on the family's own page of the request."""
    seen = request_for(request.who, reference)
    if seen.question is None:
        return redirect("portal:one", reference=reference)
    form = Reply(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        answer_signed_in(request.who, reference, form.cleaned_data["words"])
        return redirect("portal:one", reference=reference)
    return render(request, "portal/reply.html", {"question": seen.question, "form": form, "reference": reference})
