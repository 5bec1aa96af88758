"""How many hours of meetings can be held in a month."""

from accounts.who import Who
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Invalid
from meetings.models import MeetingCapacity


def keep_capacity(hours: int, because: str, *, by: Who) -> MeetingCapacity:
    """Another version of it, which counts from now on. Raises Invalid, NotAllowed."""
    if not because.strip():
        raise Invalid({"because": "Say what the figure rests on"})

    def subject() -> MeetingCapacity:
        before = MeetingCapacity.objects.filter(authority_id=by.authority_id).order_by("-version")
        return MeetingCapacity(
            authority_id=by.authority_id, version=(before.values_list("version", flat=True).first() or 0) + 1,
            hours=hours, because=because.strip(), entered_by=by.ref, entered_at=clock.now(),
        )  # fmt: skip

    with office_act(Event.MEETING_CAPACITY_KEPT, by=by, subject=subject) as act:
        act.facts = {"hours": str(hours)}
    return act.subject
