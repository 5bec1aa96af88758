"""When those who are asked to a meeting could come, and what suits the family, on the form that arranges it."""

from collections.abc import Collection, Iterable
from uuid import UUID

from cases.models import Case
from core import clock
from desk.meetings.forms import TIMES_ASKED, Arrange
from meetings.actions.call import Guest
from meetings.free import times_for
from meetings.free_rules import Wish
from meetings.models import Meeting
from talking.selectors import TalkSeen


def look_for_times(
    request, form: Arrange, case: Case, wishes: Iterable[TalkSeen], guests: Collection[Guest] | None = None,
    but: Meeting | None = None,
) -> bool:  # fmt: skip
    """Offers times on a form whose sender asked for some, or was shown some. Whether they only look for them.
    ``guests``: those who are asked already; without it, those who are ticked."""
    if request.method != "POST" or not any(name in request.POST for name in TIMES_ASKED):
        return False
    given = form.looked_for()
    asked = form.asked() if guests is None else guests
    family = {one.carer or one.around for one in asked}
    after = given.get("held_on")
    form.offer(
        times_for(
            case, _people(asked), [Wish(one.name, one.is_suited) for one in wishes if one.key in family],
            given.get("lasts") or 60, after=after if after and after > clock.today() else None, but=but,
        )
    )  # fmt: skip
    if "find" in request.POST:
        return True
    form.full_clean()
    return False


def first_wish(wishes: Iterable[TalkSeen]) -> dict[str, str]:
    """How people meet, where all of the family who said it say the same."""
    said = {one.meets for one in wishes if one.meets}
    return {"mode": said.pop().value} if len(said) == 1 else {}


def _people(guests: Iterable[Guest]) -> list[UUID]:
    return [one.person for one in guests if one.person]
