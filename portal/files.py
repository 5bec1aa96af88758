"""Adding letters and reports to a half-done request. Nothing has to be added."""

from django import forms
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.family import authority_called
from cases.family import drafts
from documents.family import MOST, SAID, drop, files_of, put
from door.forms import FilesField, GovForm
from door.page import page
from portal import draft as work
from portal.ask import lost
from portal.questions import first_open, name_of, steps


class AddFiles(GovForm):
    files = FilesField(label=_("Choose files"), required=False, most=MOST)


@page(public=True)
def files(request, slug):
    """Shows what is there, takes more, takes one away."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    if draft is None:
        return lost(request)
    if draft.became:
        return redirect("portal:sent", slug=slug)
    if step := first_open(draft.answers):
        return redirect("portal:question", slug=slug, key=step.key)
    form = AddFiles()
    if request.method == "POST":
        if key := request.POST.get("remove"):
            _take_away(draft, key)
            return HttpResponseRedirect(request.path)
        form = AddFiles(request.POST, request.FILES)
        if form.is_valid():
            chosen = form.cleaned_data["files"]
            for error in _take_in(draft, chosen):
                form.add_error("files", error)
            if form.is_valid():
                onward = "portal:files" if "add" in request.POST and chosen else "portal:check"
                return redirect(onward, slug=slug)
    return render(
        request,
        "portal/files.html",
        {
            "form": form,
            "files": files_of(draft),
            "kinds": SAID,
            "most": MOST,
            "name": name_of(draft.answers),
            "mark": drafts.mark(draft),
            "back_url": reverse("portal:question", args=[slug, steps(draft.answers)[-1].key]),
        },
    )


def _take_in(draft, chosen) -> list[str]:
    """Keeps the good ones and says which were not, and why."""
    errors = []
    room = MOST - len(files_of(draft))
    for file in chosen:
        if room <= 0:
            errors.append(
                gettext("%(name)s was not added: there are already %(most)d files.") % {"name": file.name, "most": MOST}
            )
            continue
        if refusal := put(draft, file):
            errors.append(f"{file.name}: {gettext(refusal)}")
        else:
            room -= 1
    return errors


def _take_away(draft, key: str) -> None:
    try:
        drop(draft, forms.UUIDField().clean(key))
    except forms.ValidationError:
        return
