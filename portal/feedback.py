"""What somebody made of a meeting, answered by the link in their letter."""

from django.shortcuts import render

from door.page import page
from feedback.family import Sheet, answer, asked


@page(public=True)
def feedback(request, token):
    """Asks, and takes the answer once. Opening it answers nothing."""
    seen = asked(token)
    if seen is None:
        return render(request, "portal/link_over.html", status=404)
    if seen.answered or seen.over:
        return render(request, "portal/feedback_over.html", {"seen": seen, "done": False})
    form = Sheet(request.POST if request.method == "POST" else None, group=seen.group, asks_where=seen.asks_where)
    if form.is_bound and form.is_valid():
        answer(token, form.given())
        return render(request, "portal/feedback_over.html", {"seen": seen, "done": True})
    return render(request, "portal/feedback.html", {"seen": seen, "form": form})
