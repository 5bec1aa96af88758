"""Adding letters and reports to a half-done request. Nothing has to be added."""

from django import forms
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from documents.family import MOST, SAID, drop, files_of, put
from door.forms import FilesField, GovForm
from pathway.asking.place import Place
from pathway.asking.question import name_of
from pathway.asking.steps import first_open, steps


class AddFiles(GovForm):
    files = FilesField(label=_("Choose files"), required=False, most=MOST)


def files(place: Place):
    """Shows what is there, takes more, takes one away."""
    request, draft = place.request, place.current()
    if draft is None:
        return place.lost()
    if draft.became:
        return redirect(place.url("sent"))
    if step := first_open(draft.answers):
        return redirect(place.url("question", step.key))
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
                return redirect(place.url("files" if "add" in request.POST and chosen else "check"))
    about = {
        "form": form,
        "files": files_of(draft),
        "kinds": SAID,
        "most": MOST,
        "name": name_of(draft.answers),
        "back_url": place.url("question", steps(draft.answers)[-1].key),
    }
    return place.show("asking/files.html", draft, about)


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
