"""What stood before somebody put it right, in words, newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from accounts.models import Setting
from accounts.selectors import names_of
from people.models import Address, Around, Earlier, Learning
from people.numbers import in_threes
from people.words import Checked, Home, Identity, Kept, Known, Tie

TITLES = {
    Kept.CHILD: "The child",
    Kept.ADDRESS: "An address",
    Kept.PLACE: "Where they learn",
    Kept.PERSON: "Somebody around the child",
}
LABELS = {
    Kept.CHILD: {
        "given_name": "First name", "family_name": "Last name", "preferred_name": "Likes to be called",
        "pronouns": "Pronouns", "born_on": "Born", "home_postcode": "Home, as the request said",
        "learns_at": "Learns at, as the request said", "languages": "Languages at home", "interpreter": "Interpreter",
        "communication": "Communication", "nhs_number": "NHS number", "upn": "UPN", "uln": "ULN",
    },
    Kept.ADDRESS: {
        "kind": "What it was", "lines": "Address", "postcode": "Postcode", "since": "From", "until": "Until",
    },
    Kept.PLACE: {"setting_id": "Setting", "words": "Setting", "since": "From", "until": "Until"},
    Kept.PERSON: {
        "name": "Name", "tie": "What they were to the child", "acts_for": "Acted for",
        "responsible": "Parental responsibility", "checked_how": "Checked", "checked_on": "Checked on",
        "email": "Email", "phone": "Phone", "home": "Their own address", "identity_how": "Who they are was checked",
        "identity_on": "Let follow the case on", "since": "From", "until": "Until",
    },
}  # fmt: skip
"""What of each version is shown, and as what."""
WORDS: dict[str, Any] = {
    "kind": Home, "interpreter": Known, "tie": Tie, "responsible": Known, "checked_how": Checked,
    "identity_how": Identity,
}  # fmt: skip


@dataclass(frozen=True)
class EarlierSeen:
    """One version that was replaced."""

    title: str
    rows: tuple[tuple[str, str | date], ...]
    until_at: datetime
    replaced_by: str


def earlier(references: Mapping[UUID, str], *, secret: bool, newest: int = 50) -> list[EarlierSeen]:
    """Versions that were replaced on these records: the open ones, or those of what is secret. A version of what is
    secret now is secret too, whenever it was written."""
    hidden = {
        key
        for model in (Address, Learning, Around)
        for key in model.objects.filter(case_ref__in=references, secret=True).values_list("pk", flat=True)
    }
    rows = Earlier.objects.filter(case_ref__in=references).order_by("-until_at", "-pk")
    rows = [row for row in rows if (row.secret or row.about in hidden) == secret][:newest]
    names = names_of({row.replaced_by for row in rows})
    settings = dict(
        Setting.objects.filter(
            pk__in={row.kept["setting_id"] for row in rows if row.kept.get("setting_id")}
        ).values_list("pk", "name")
    )
    return [
        EarlierSeen(TITLES[Kept(row.kind)], tuple(_told(row, settings)), row.until_at, names[row.replaced_by])
        for row in rows
    ]


def _told(row: Earlier, settings: Mapping[UUID, str]) -> list[tuple[str, str | date]]:
    told = []
    for name, label in LABELS[Kept(row.kind)].items():
        value = row.kept.get(name)
        if value in (None, ""):
            continue
        told.append((label, _words(name, value, settings)))
    return told


def _words(name: str, value: Any, settings: Mapping[UUID, str]) -> str | date:
    if name == "setting_id":
        return settings.get(UUID(value), "")
    if name in {"nhs_number", "uln"}:
        return in_threes(value)
    if name in {"born_on", "since", "until", "checked_on", "identity_on"}:
        return date.fromisoformat(value)
    return WORDS[name](value).words if name in WORDS else value
