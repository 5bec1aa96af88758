"""How somebody chose to hear, at one authority."""

from accounts.models import Preference
from accounts.who import Who


def preference_of(who: Who) -> Preference:
    """What ``who`` chose, or what holds for somebody who never chose: both kinds by email."""
    here = {"authority_id": who.authority_id, "person_id": who.person_id}
    return Preference.objects.filter(**here).first() or Preference(**here)


def prefer(who: Who, **chosen: str) -> Preference:
    """Keeps what was chosen and leaves the rest as it was. A number nobody needs is not kept."""
    if chosen.get("urgent") == Preference.Urgent.EMAIL:
        chosen["mobile"] = ""
    kept, _new = Preference.objects.update_or_create(
        authority_id=who.authority_id, person_id=who.person_id, defaults=chosen
    )
    return kept
