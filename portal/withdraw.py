"""A family that no longer wants what it asked for says so itself, where that is enough."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from accounts.family import FAMILY
from core.refusals import Refused
from door.forms import GovForm, LongTextField
from door.page import page
from door.typed import typed
from referrals import family
from talking.family import may_talk


class Withdraw(GovForm):
    """Why, if they want to say."""

    because = LongTextField(
        label=_("Why do you not want it any more?"), max_length=2000, rows=4, required=False,
        help_text=_("You do not have to say. It helps us to do better."),
        error_messages={"max_length": _("Use no more than 2,000 characters")},
    )  # fmt: skip


@page(roles=FAMILY)
def withdraw(request, reference):
    """What it means, before it is done; or, plainly, why it is not done here."""
    one = family.withdrawing(request.who, reference)
    form, status, why_not = Withdraw(request.POST if request.method == "POST" else None), 200, one.why_not
    kept: list[str] = []
    if form.is_bound and form.is_valid():
        try:
            family.withdraw(request.who, reference, form.cleaned_data["because"])
        except Refused as refused:
            status, why_not, kept = 409, refused.reasons[0], typed(request)
        else:
            return redirect("portal:one", reference=reference)
    talks = bool(why_not) and may_talk(request.who, reference)
    shown = {"one": one, "why_not": why_not, "form": form, "reference": reference, "typed": kept, "talks": talks}
    return render(request, "portal/withdraw.html", shown, status=status)
