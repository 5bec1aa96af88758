"""A Family Assessment, for those of the family who were given it, and what they say to it."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from accounts.family import FAMILY
from assessments.family import assessment_for, say_to_assessment
from door.page import page
from portal.saying import Answer


@page(roles=FAMILY)
def assessment(request, reference, key):
    """All of it, and a place to say what the reader thinks."""
    seen = assessment_for(request.who, reference, key)
    form = Answer(
        request.POST if request.method == "POST" else None,
        asks=_("Does it say what is right about your child and your family?"),
    )
    if form.is_bound and form.is_valid():
        say_to_assessment(request.who, reference, key, form.cleaned_data["agrees"] == "yes", form.cleaned_data["words"])
        return redirect("portal:assessment", reference=reference, key=key)
    return render(request, "portal/assessment.html", {"seen": seen, "form": form, "reference": reference})
