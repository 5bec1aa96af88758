"""Records of involvement as a file, for those who oversee every case. That a child stood in it is recorded."""

import csv
from collections import Counter
from datetime import date

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cases.involvement_records import LONGEST, SYSTEMS, Record, records_asked_for
from cases.powers import OVERSEERS
from cases.task_kinds import TaskKind
from core import clock
from door.forms import DateField, GovForm, Radios
from door.page import page
from ledger import looking

BOTH = "both"
TITLES = (
    "Record", "System", "Number there", "Case", "Child", "Born", "Engagement lead", "Leads since", "Asked for on",
    "Made on", "Made by",
)  # fmt: skip
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins a formula. Nothing that somebody typed may become one."""


class Asked(GovForm):
    """Which system, and from which day to which."""

    mark_optional = False

    system = forms.ChoiceField(
        label="Which system?",
        choices=[(BOTH, "Both"), *((kind.value, words) for kind, words in SYSTEMS.items())],
        widget=Radios(inline=True, small=True), error_messages={"required": "Choose a system"},
    )  # fmt: skip
    since = DateField(
        label="Asked for from", called="The first day", error_messages={"required": "Enter the first day"}
    )
    until = DateField(label="Until", called="The last day", error_messages={"required": "Enter the last day"})

    def clean(self):
        """A time that has been, no longer than a year."""
        given = super().clean()
        since, until = given.get("since"), given.get("until")
        if until and until > clock.today():
            self.add_error("until", "The last day must be today or in the past")
        elif since and until and since > until:
            self.add_error("until", "The last day must be the first day or after it")
        elif since and until and until - since > LONGEST:
            self.add_error("since", "Choose a year or less")
        return given

    @property
    def kinds(self) -> frozenset[TaskKind]:
        """The kinds of task behind the system chosen."""
        chosen = self.cleaned_data["system"]
        return frozenset(SYSTEMS) if chosen == BOTH else frozenset({TaskKind(chosen)})


@page(roles=OVERSEERS)
def involvement(request):
    """How many there are in a time, and the way to the file."""
    today = clock.today()
    first = {"system": BOTH, "since": today.replace(day=1), "until": today}
    form = Asked(request.GET if "system" in request.GET or "since_day" in request.GET else None, initial=first)
    found = _found(request, form) if form.is_bound and form.is_valid() else None
    counts = Counter((row.system, row.made_on is not None) for row in found or ())
    return render(
        request,
        "desk/involvement.html",
        {
            "form": form, "found": found, "file": f"{reverse('desk:involvement_file')}?{request.GET.urlencode()}",
            "lines": [(words, counts[words, True], counts[words, False]) for words in SYSTEMS.values()],
        },
    )  # fmt: skip


@page(roles=OVERSEERS)
def file(request):
    """The rows as comma-separated values. Each child in it was looked at."""
    form = Asked(request.GET)
    if not form.is_valid():
        raise Http404
    found = _found(request, form)
    looking.note_all(
        authority=request.who.authority_id, case_refs=sorted({row.case_key for row in found}),
        actor_ref=request.who.ref, page="file of records of involvement",
    )  # fmt: skip
    since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="involvement-{since}-to-{until}.csv"'
    write = csv.writer(answer).writerow
    write(TITLES)
    for row in found:
        write([_cell(value) for value in _row(row)])
    return answer


def _found(request, form: Asked) -> list[Record]:
    given = form.cleaned_data
    return records_asked_for(request.who, form.kinds, given["since"], given["until"])


def _row(row: Record) -> tuple:
    return (
        row.key, row.system, row.number, row.reference, row.child, row.born_on, row.lead, row.lead_since, row.asked_on,
        row.made_on, row.made_by,
    )  # fmt: skip


def _cell(value: object) -> str:
    said = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    return f"'{said}" if said.startswith(FORMULAS) else said
