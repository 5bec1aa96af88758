"""An invitation to a meeting, answered by its link; and the notes of a meeting, for the family that was asked to it."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from accounts.family import FAMILY
from door.forms import GovForm, LongTextField, Radios
from door.page import page
from meetings.family import Reply, answer, calendar_of, invitation, notes_for, say_to_notes
from portal.saying import Answer


class Coming(GovForm):
    """Yes or no, and anything that would help."""

    says = forms.ChoiceField(
        label=_("Can you come?"),
        choices=[(Reply.YES.value, _("Yes")), (Reply.NO.value, _("No"))],
        widget=Radios(inline=True),
        error_messages={"required": _("Choose yes or no")},
    )
    words = LongTextField(
        label=_("Anything we should know"), required=False, max_length=1000, rows=4,
        help_text=_(
            "What would make it easier for you to come, or a time that suits you better. "
            "You can also write here what you want to be said, if you cannot come."
        ),
    )  # fmt: skip


@page(public=True)
def come(request, token):
    """Shows the invitation, and takes the answer. Opening it answers nothing."""
    seen = invitation(token)
    if seen is None:
        return render(request, "portal/link_over.html", status=404)
    open_ = not (seen.over or seen.cancelled)
    before = {"says": "" if seen.reply == Reply.WAITING else seen.reply.value, "words": seen.reply_words}
    form = Coming(request.POST if request.method == "POST" and open_ else None, initial=before)
    done = form.is_bound and form.is_valid()
    if done:
        answer(token, Reply(form.cleaned_data["says"]), form.cleaned_data["words"])
        seen = invitation(token)
    return render(request, "portal/come.html", {"seen": seen, "form": form, "done": done, "token": token})


@page(public=True)
def calendar(request, token):
    """The day and time as a file for the reader's own calendar."""
    made = calendar_of(token)
    if made is None:
        return render(request, "portal/link_over.html", status=404)
    headers = {"Content-Disposition": 'attachment; filename="meeting.ics"'}
    return HttpResponse(made, content_type="text/calendar; charset=utf-8", headers=headers)


@page(roles=FAMILY)
def notes(request, reference, key):
    """The notes of a meeting the reader was asked to, and what they say to them."""
    seen = notes_for(request.who, reference, key)
    form = Answer(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        agrees = form.cleaned_data["agrees"] == "yes"
        say_to_notes(request.who, reference, key, agrees, form.cleaned_data["words"])
        return redirect("portal:notes", reference=reference, key=key)
    return render(request, "portal/notes.html", {"seen": seen, "form": form, "reference": reference})
