"""What somebody typed, to give back to them when a form could not be taken."""

from django.http import HttpRequest

SECRET = {"csrfmiddlewaretoken", "password", "password1", "password2", "code", "draft", "next"}


def typed(request: HttpRequest) -> list[str]:
    """Everything long enough to be somebody's words, without passwords, codes and tokens."""
    return [
        value
        for name in request.POST
        if name not in SECRET
        for value in request.POST.getlist(name)
        if len(value.strip()) > 1
    ]
