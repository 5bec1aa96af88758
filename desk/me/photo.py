"""My photo: put up by myself, small, and taken down by myself. Families whose lead I am see it, and colleagues."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.photos import has_photo, keep_photo, photo_of, take_down
from accounts.roles import CASE_STAFF
from accounts.small_photos import made_small
from door.forms import GovForm
from door.page import page


class ChoosePhoto(GovForm):
    """One picture, which becomes a small one of ours."""

    photo = forms.FileField(
        label="Choose a photo of yourself",
        help_text="A .jpg or .png of up to 10 MB. We keep the middle of it, small, and nothing the camera wrote in it.",
        widget=forms.FileInput({"accept": "image/jpeg,image/png"}),
        error_messages={"required": "Choose a photo", "empty": "This file is empty. Choose another"},
    )

    def clean_photo(self) -> bytes:
        """The small one."""
        sent = self.cleaned_data["photo"]
        try:
            return made_small(sent, sent.size)
        except ValueError as why:
            raise forms.ValidationError(str(why)) from why


@page(roles=CASE_STAFF)
def photo(request):
    """Shows mine, and takes a new one."""
    sent = request.method == "POST"
    form = ChoosePhoto(request.POST, request.FILES) if sent else ChoosePhoto()
    if sent and form.is_valid():
        keep_photo(request.who, form.cleaned_data["photo"])
        messages.success(request, "Your photo is up. Families whose engagement lead you are see it.")
        return redirect("desk:photo")
    about = {"form": form, "has_photo": has_photo(request.who.authority_id, request.who.person_id)}
    return render(request, "desk/me/photo.html", about)


@page(roles=CASE_STAFF)
@require_POST
def remove(request):
    """Takes mine down: it is deleted, not kept anywhere."""
    if take_down(request.who.authority_id, request.who.person_id):
        messages.success(request, "Your photo is deleted.")
    return redirect("desk:photo")


@page(roles=CASE_STAFF)
@require_safe
def of_colleague(request, key: UUID):
    """The photo of somebody who works here."""
    jpeg = photo_of(request.who.authority_id, key)
    if jpeg is None:
        raise Http404
    answer = HttpResponse(jpeg, content_type="image/jpeg")
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
