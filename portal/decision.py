"""What was decided about an assessment: why, what happens now, and what the family can do."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts.family import FAMILY
from door.forms import GovForm, LongTextField
from door.page import page
from door.pdf import to_keep
from ehcp.family import LONGEST, decision_file_for, decision_for, own_advice_for, say_own_advice


class Own(GovForm):
    """A parent's or young person's own advice."""

    mark_optional = False
    like = LongTextField(label=_("What is your child like, and what matters to them?"), max_length=LONGEST, rows=4,
                         required=False)  # fmt: skip
    hard = LongTextField(label=_("What is hard, at school and at home?"), max_length=LONGEST, rows=4, required=False)
    helps = LongTextField(label=_("What helps?"), max_length=LONGEST, rows=4, required=False)
    wants = LongTextField(label=_("What do you want to be different?"), max_length=LONGEST, rows=4, required=False)
    child = LongTextField(label=_("What does your child say, in their own words?"), max_length=LONGEST, rows=4,
                          required=False)  # fmt: skip

    def __init__(self, *args, oneself: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if oneself:
            self.fields["like"].label = _("What are you like, and what matters to you?")
            self.fields["hard"].label = _("What is hard?")
            del self.fields["child"]

    def clean(self) -> dict:
        given = super().clean()
        if not self.errors and not any(given.values()):
            self.add_error("like", _("Write something under at least one heading"))
        return given


@page(roles=FAMILY)
def advice(request, reference, key):
    """What they said before, and a place to say it, or more."""
    seen = own_advice_for(request.who, reference, key)
    form = Own(request.POST if request.method == "POST" else None, oneself=seen.oneself)
    if form.is_bound and form.is_valid():
        say_own_advice(request.who, reference, key, form.cleaned_data)
        messages.success(request, _("Thank you. It is with us, and everybody who gives advice reads it."))
        return redirect("portal:own_advice", reference=reference, key=key)
    asked = {name: field.label for name, field in Own(oneself=seen.oneself).fields.items()}
    said = [(day, [(asked[name], words) for name, words in one.items() if words and name in asked])
            for day, one in seen.said]  # fmt: skip
    given = {"seen": seen, "said": said, "form": form, "reference": reference, "key": key}
    return render(request, "portal/own_advice.html", given)


@page(roles=FAMILY)
@require_safe
def decision(request, reference, key):
    """All of it, with its dates at the top."""
    seen = decision_for(request.who, reference, key)
    return render(request, "portal/decision.html", {"seen": seen, "reference": reference})


@page(roles=FAMILY)
@require_safe
def file(request, reference, key):
    """The notice, to keep or to take to whoever helps."""
    return to_keep("notice", decision_file_for(request.who, reference, key), f"notice-{reference}")
