"""Answering what the Bridge asked: by the link we posted, or signed in. Opening it does nothing; sending does."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from accounts.family import FAMILY
from door.forms import GovForm, LongTextField
from door.page import page
from referrals.family import (
    answer_by_link,
    answer_signed_in,
    may_answer,
    may_try_links,
    question_by_link,
    request_for,
)

TOO_MANY = _(
    "You have sent us many answers within an hour. What you typed is still here. Try again in an hour, or call us."
)


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
        if not may_try_links(request):
            return render(request, "429.html", status=429)
        return render(request, "portal/link_over.html", status=404)
    form = Reply(request.POST if request.method == "POST" else None)
    done = taken = form.is_bound and form.is_valid()
    if taken and (done := _is_taken(request, form, token)):
        answer_by_link(token, form.cleaned_data["words"])
    shown = {"question": question, "form": form, "done": done}
    return render(request, "portal/reply.html", shown, status=429 if taken and not done else 200)


@page(roles=FAMILY)
def reply_signed_in(request, reference):
    """The same, on the family's own page of the request."""
    seen = request_for(request.who, reference)
    if seen.question is None:
        return redirect("portal:one", reference=reference)
    form = Reply(request.POST if request.method == "POST" else None)
    taken = form.is_bound and form.is_valid()
    if taken and _is_taken(request, form, reference):
        answer_signed_in(request.who, reference, form.cleaned_data["words"])
        return redirect("portal:one", reference=reference)
    shown = {"question": seen.question, "form": form, "reference": reference}
    return render(request, "portal/reply.html", shown, status=429 if taken else 200)


def _is_taken(request, form: Reply, question: str) -> bool:
    """Whether one more answer is taken now; where not, it is said beside what was typed."""
    if may_answer(request, question):
        return True
    form.add_error("words", TOO_MANY)
    return False
