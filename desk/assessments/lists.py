"""The Family Assessments of one child, and one on paper."""

from django.http import Http404

from accounts.roles import CASE_STAFF
from assessments.selectors import assessment_called, assessment_page, assessments_of, carries
from cases.selectors import case_called, records_of
from cases.words import Part
from desk.assessments.places import shown_parts
from desk.assessments.shared import looked, show
from door.page import page


@page(roles=CASE_STAFF)
def assessments(request, reference):
    """The one being written, and those that were sent."""
    case = case_called(request.who, reference, part=Part.TOGETHER)
    looked(request, case)
    found = assessments_of(request.who, records_of(request.who, case))
    own = [one for one in found if one.reference == case.reference]
    may_begin = carries(request.who, case) and not any(one.is_open for one in own)
    return show(request, "list", case, found=found, may_begin=may_begin, is_review=any(one.stands for one in own))


@page(roles=CASE_STAFF)
def to_print(request, reference, key):
    """One assessment on paper, for those of the family who have no account."""
    case, found = assessment_called(request.who, reference, key)
    looked(request, case)
    seen = assessment_page(request.who, found)
    if not seen.head.stands:
        raise Http404
    return show(request, "print", case, page=seen, parts=shown_parts(seen, case.child.called))
