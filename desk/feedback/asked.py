"""Who was asked what they made of a meeting, and how many answered. What they answered is shown to nobody here."""

from accounts.roles import CASE_STAFF
from cases import powers, sight
from core.events import Event
from desk.feedback.shared import names_at, show
from door.page import page
from feedback.selectors import asks_of
from meetings.selectors import meeting_called


@page(roles=CASE_STAFF)
def who_was_asked(request, reference, key):
    """Everybody who was asked, and whether they answered."""
    case, meeting = meeting_called(request.who, reference, key)
    asks, names = asks_of(meeting), names_at(request.who, case, meeting)
    asked = [(one, names.get(one.invitee, "")) for one in asks]
    may_take_down = powers.may_do(request.who, Event.FEEDBACK_GIVEN) and sight.may_act(request.who, case)
    return show(
        request, "asked", case, meeting, asked=asked, answered=sum(one.answered for one in asks),
        may_take_down=may_take_down,
    )  # fmt: skip
