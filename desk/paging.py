"""The links between the pages of a numbered list."""

from django.core.paginator import Page
from django.http import HttpRequest


def links(request: HttpRequest, page: Page) -> dict:
    """What ``parts/pagination.html`` asks for: every other page of the same list, filters and all."""

    def url(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "pages": [
            {"number": number, "url": url(number), "current": number == page.number} if isinstance(number, int)
            else {"gap": True}
            for number in numbers
        ],
        "previous_url": url(page.previous_page_number()) if page.has_previous() else "",
        "next_url": url(page.next_page_number()) if page.has_next() else "",
    }  # fmt: skip
