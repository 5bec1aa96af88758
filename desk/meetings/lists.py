"""The meetings about one child, and the notes of one on paper."""

from accounts.roles import CASE_STAFF
from cases.selectors import case_called, records_of
from cases.words import Part
from desk.meetings.places import actions_of
from desk.meetings.shared import looked, show
from door.page import page
from meetings.selectors import may_arrange, meeting_called, meeting_page, meetings_of
from meetings.words import Section


@page(roles=CASE_STAFF)
def meetings(request, reference):
    """Those to come, and those that were held."""
    case = case_called(request.who, reference, part=Part.TOGETHER)
    looked(request, case)
    found = meetings_of(request.who, records_of(request.who, case))
    may_call = may_arrange(request.who, case)
    return show(request, "list", case, meetings=found, may_call=may_call)


@page(roles=CASE_STAFF)
def to_print(request, reference, key):
    """The notes of one meeting, on two pages at most for most meetings."""
    case, meeting = meeting_called(request.who, reference, key)
    looked(request, case)
    found = meeting_page(request.who, meeting)
    return show(request, "print", case, page=found, **notes_by_section(found))


def notes_by_section(found) -> dict:
    """The notes as templates write them."""
    names = {str(one.key): one.name for one in found.invitees}
    return {
        "texts": [(one, found.text(one)) for one in (Section.VIEWS, Section.WORKING, Section.WORRIES)],
        "needs": found.rows(Section.NEED),
        "options": found.rows(Section.OPTION),
        "actions": actions_of(found.rows(Section.ACTION), names),
    }
