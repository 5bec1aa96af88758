"""Bringing in an official file: it is chosen, read by the worker, shown, and taken when somebody says so."""

import csv
import secrets

from django.conf import settings
from django.contrib import messages
from django.core.files.storage import FileSystemStorage
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.gias.words import Of, Stage, What
from accounts.selectors import names_of
from accounts.selectors_register import brought_in, last_taken, lines, under_way
from accounts.selectors_wards import last_council
from cases.actions.bring_in_settings import agree, begin, drop
from core.refusals import Refused
from desk.calendars.whose import KEEPERS
from desk.settings.forms import ChooseNames, ChoosePostcodes, ChooseRegister, Take
from door.page import page

SHOWN = 100
SAID = {Of.SETTINGS: list(What)} | dict.fromkeys((Of.POSTCODES, Of.WARDS), [What.NEW, What.CHANGED, What.BAD])
"""What a line of each kind of file may do."""
MOST_BAD = 50_000
HEADED = {Of.SETTINGS: "URN", Of.POSTCODES: "Postcode", Of.WARDS: "Code"}


@page(roles=KEEPERS)
def choose(request):
    """The official register of schools. While a file is under way, straight to it."""
    return _choose(request, Of.SETTINGS, ChooseRegister)


@page(roles=KEEPERS)
def postcodes(request):
    """A directory of postcodes and their wards."""
    return _choose(request, Of.POSTCODES, ChoosePostcodes)


@page(roles=KEEPERS)
def ward_names(request):
    """A list of ward names."""
    return _choose(request, Of.WARDS, ChooseNames)


def _choose(request, of, asks):
    busy = under_way(request.who)
    if busy is not None:
        return redirect("desk:register_file", busy.pk)
    initial = {"council": last_council(request.who)} if of != Of.SETTINGS else {}
    form, refused = asks(request.POST or None, request.FILES or None, initial=initial), ()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        stored_as = _kept(file)
        try:
            begun = begin(
                file_name=file.name, stored_as=stored_as, size=file.size, of=of, by=request.who,
                **{name: value for name, value in form.cleaned_data.items() if name != "file"},
            )  # fmt: skip
        except Refused as refusal:
            refused = refusal.reasons
        else:
            return redirect("desk:register_file", begun.pk)
    return render(
        request,
        "desk/settings/choose.html",
        {"form": form, "refused": refused, "title_error": bool(refused), "last": last_taken(request.who, of), "of": of},
        status=409 if refused else 200,
    )


def _kept(file) -> str:
    """Where the worker finds it: a private folder, under a random name."""
    folder = FileSystemStorage(settings.FILES_DIR / "registers", file_permissions_mode=0o600)
    return folder.save(f"{secrets.token_hex(16)}.csv", file)


@page(roles=KEEPERS)
def one(request, key):
    """How far the file is; then what it would change; then what it changed."""
    return _show(request, key, Take(bad=0))


def _show(request, key, form, *, refused: tuple[str, ...] = ()):
    it = brought_in(request.who, key)
    what = next((each for each in What if each == request.GET.get("show")), None)
    if form is None or not form.is_bound:
        form = Take(bad=it.counts.get(What.BAD, 0))
    rows = list(lines(it, what)[: SHOWN + 1]) if what else []
    return render(
        request,
        "desk/settings/register.html",
        {
            "it": it,
            "reading": it.stage in {Stage.WAITING, Stage.READING, Stage.AGREED},
            "counts": [(each, each.words, it.counts.get(each, 0)) for each in What if each in SAID[it.what]],
            "what": what,
            "rows": rows[:SHOWN],
            "more": len(rows) > SHOWN,
            "form": form,
            "by": names_of({it.brought_by}).get(it.brought_by, ""),
            "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )


@page(roles=KEEPERS)
@require_POST
def take(request, key):
    """Somebody has seen what changes and says yes."""
    it = brought_in(request.who, key)
    form = Take(request.POST, bad=it.counts.get(What.BAD, 0))
    if not form.is_valid():
        return _show(request, key, form)
    try:
        agree(key, good_alone=form.cleaned_data.get("how") == "good", by=request.who)
    except Refused as refusal:
        return _show(request, key, form, refused=refusal.reasons)
    return redirect("desk:register_file", key)


@page(roles=KEEPERS)
@require_POST
def drop_it(request, key):
    """Nothing of it is wanted."""
    of = brought_in(request.who, key).what
    try:
        drop(key, by=request.who)
    except Refused as refusal:
        return _show(request, key, None, refused=refusal.reasons)
    messages.success(request, "The file is dropped. Nothing was changed.")
    return redirect("desk:settings" if of == Of.SETTINGS else "desk:wards")


@page(roles=KEEPERS)
def bad_lines(request, key):
    """The lines that could not be taken, as a table for a spreadsheet in which nothing is a formula."""
    it = brought_in(request.who, key)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="lines-to-mend.csv"'
    answer.write("\ufeff")
    table = csv.writer(answer)
    table.writerow(["Line", HEADED[it.what], "Name", "Why"])
    for row in lines(it, What.BAD)[:MOST_BAD]:
        table.writerow([row.line, *map(_safe, (row.urn, row.name, row.why))])
    return answer


def _safe(cell: str) -> str:
    """With an apostrophe before anything a spreadsheet could take for a formula."""
    plain = cell.lstrip()
    risky = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
    return f"'{cell}" if plain[:1] in risky and plain or cell[:1] in risky and cell else cell
