"""Whether somebody around the child follows the case at the family's door."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.child.follow import against, end_following, follows, let_follow, signs_in_with
from cases.child_editing import person_to_change
from cases.powers import MAY
from cases.secrecy import is_barred_anywhere
from cases.secret_seen import PAGE
from cases.words import Part
from core.events import Event
from desk.child.forms import FollowForm
from desk.child.found import child_of, frame, tried
from door.page import page
from ledger import looking


@page(roles=MAY[Event.FOLLOWING_LET])
def follow(request, reference, key):
    """Lets them follow, once it was checked who they are, or ends it."""
    case = child_of(request, reference, "who follows the case", part=Part.CONTACT)
    row = person_to_change(request.who, case, key)
    if row.secret:
        looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)
    sent = request.POST if request.method == "POST" else None
    ending = sent is not None and "end" in sent
    form, refused = FollowForm(None if ending else sent), ()
    if ending:
        done, refused = tried(form, lambda: end_following(case.pk, row.pk, by=request.who))
        if done:
            messages.success(request, f"{row.name} no longer follows the case.")
            return redirect("desk:child", reference=reference)
    elif sent is not None and form.is_valid():
        done, refused = tried(
            form, lambda: let_follow(case.pk, row.pk, form.cleaned_data["identity"], by=request.who)
        )  # fmt: skip
        if done:
            messages.success(request, f"{row.name} follows the case from now. Tell them how to sign in.")
            return redirect("desk:follow", reference=reference, key=key)
    return render(
        request,
        "desk/child/follow.html",
        frame(request, case)
        | {
            "row": row,
            "email": signs_in_with(row),
            "follows": follows(row),
            "against": against(row),
            "barred": is_barred_anywhere(row),
            "form": form,
            "refused": refused,
            "door": settings.FAMILY_URL,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )
