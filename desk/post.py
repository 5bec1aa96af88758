"""Post that would not go: a letter that starts a period must not fail quietly."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.roles import Role
from door.page import page
from notices.again import try_again
from notices.doorbell import wake_after_commit
from notices.selectors import post_that_would_not_go


@page(roles={Role.OPERATIONAL_MANAGER, Role.HEAD_OF_SERVICE})
def post(request):
    """Letters that were stopped, with the reason, newest first."""
    return render(request, "desk/post.html", {"letters": post_that_would_not_go(request.who)})


@page(roles={Role.OPERATIONAL_MANAGER, Role.HEAD_OF_SERVICE})
@require_POST
def again(request, key):
    """Tries a stopped letter once more."""
    if try_again(key, request.who.authority_id):
        wake_after_commit()
    return redirect("desk:post")
