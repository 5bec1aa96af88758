"""Save and come back: a link by post, opened by a press and the child's date of birth."""

from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.core.mail import send_mail
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.family import authority_called
from cases.family import drafts, may_post_link
from door.forms import DateField, GovForm
from door.page import page
from pathway.family import born_on
from portal import draft as work
from portal.draft import AtFamilyDoor


class WhereTo(GovForm):
    heading_field = "email"
    email = forms.EmailField(
        label=_("Where shall we send the link?"),
        help_text=_("Use an email address that only you can open. The link works for 28 days."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )


class WhoseBirthday(GovForm):
    heading_field = "born_on"
    born_on = DateField(label=_("What is the date of birth you gave us?"), called=_("The date of birth"))


def _address_in(answers: dict) -> str:
    return next((answers[key]["email"] for key in ("you", "work") if answers.get(key, {}).get("email")), "")


@page(public=True)
def save(request, slug):
    """Posts a link to come back with. What was typed is kept already."""
    place = AtFamilyDoor(request, slug)
    authority, draft = place.authority, place.current()
    if draft is None or draft.became:
        return redirect("portal:ask", slug=slug)
    go_on_url = place.onward(draft)
    form = WhereTo(
        request.POST if request.method == "POST" else None,
        initial={"email": _address_in(draft.answers)},
    )
    posted = request.method == "POST" and form.is_valid()
    if posted and not may_post_link(request, draft):
        form.add_error(
            "email", _("We have sent the link several times already. Your answers are kept. Try again in an hour.")
        )
    elif posted:
        link = settings.FAMILY_URL + reverse("portal:back", args=[slug, drafts.open_way_back(draft)])
        try:
            send_mail(
                subject=str(_("Your link to go on")),
                message=render_to_string("letters/way_back.txt", {"link": link, "authority": authority}),
                from_email=None,
                recipient_list=[form.cleaned_data["email"]],
            )
        except OSError:
            form.add_error(
                "email", _("We could not send the email just now. Your answers are kept here. Try again in a minute.")
            )
        else:
            sent_to = {"email": form.cleaned_data["email"], "go_on_url": go_on_url, "mark": drafts.mark(draft)}
            return render(request, "portal/saved.html", sent_to)
    return render(request, "portal/save.html", {"form": form, "mark": drafts.mark(draft), "go_on_url": go_on_url})


@page(public=True)
def back(request, slug, secret):
    """The posted link. Opening it does nothing: mail scanners open links too.

    What a parent began while signed in, they go on with signed in.
    """
    authority = request.authority = authority_called(slug)
    draft = drafts.by_way_back(secret, authority.pk)
    if draft is None or (draft.person_id and work.asking(request) not in (None, draft.person_id)):
        return render(request, "portal/link_over.html", status=404)
    if draft.person_id and work.asking(request) is None:
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.path})}")
    birthday = born_on(draft.answers)
    form = WhoseBirthday(request.POST if request.method == "POST" else None) if birthday else None
    if request.method == "POST" and (form is None or form.is_valid()):
        if not drafts.spend_try(draft):
            return render(request, "portal/link_over.html", status=404)
        if form is None or form.cleaned_data["born_on"] == birthday:
            drafts.forgive_tries(draft)
            drafts.hand_to(draft, work.asking(request))
            request.session.cycle_key()
            work.take_up(request, authority, draft)
            return redirect(AtFamilyDoor(request, slug).onward(draft))
        form.add_error("born_on", _("That is not the date of birth you gave us. Check the year."))
    return render(request, "portal/back.html", {"form": form})
