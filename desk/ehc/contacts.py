"""Whom every notice of a right to appeal names."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.powers import MAY
from core.events import Event
from desk.child.found import tried
from desk.ehc.forms import ContactsForm
from desk.ehc.shared import posted
from door.page import page
from ehcp.actions.contacts import Contacts, keep_contacts
from ehcp.selectors import contacts_kept, contacts_of


@page(roles=MAY[Event.NOTICE_CONTACTS_KEPT])
def contacts(request):
    """Shows what counts now and what was entered before, and takes another version."""
    now = contacts_of(request.who.authority_id)
    first = {name: getattr(now, name) for name in Contacts.__dataclass_fields__} if now else {}
    form = ContactsForm(posted(request), initial=first)
    if form.is_bound and form.is_valid():
        done, _refused = tried(form, lambda: keep_contacts(Contacts(**form.cleaned_data), by=request.who))
        if done:
            messages.success(request, "Saved. Every notice from now on names them.")
            return redirect("desk:notice_contacts")
    return render(request, "desk/ehc/contacts.html", {"form": form, "kept": contacts_kept(request.who.authority_id)})
