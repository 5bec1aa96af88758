"""Reading a page as a browser and a screen reader do."""

import re
from html import unescape
from html.parser import HTMLParser


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.values: list[str] = []
        self.title, self.summary = "", False
        self._in: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []
        self.summary = self.summary or "govuk-error-summary" in (given.get("class") or "").split()
        if tag == "a" and (given.get("href") or "").startswith("#"):
            self.links.append(given["href"][1:])
        if tag == "input" and given.get("type") not in {"hidden", "radio", "checkbox", "file"} and given.get("value"):
            self.values.append(given["value"])
        if tag == "input" and given.get("type") in {"radio", "checkbox"} and "checked" in given:
            self.values.append(given.get("value") or "on")
        if tag in {"title", "textarea"}:
            self._in.append(tag)

    def handle_endtag(self, tag):
        if self._in and self._in[-1] == tag:
            self._in.pop()

    def handle_data(self, data):
        if self._in == ["title"]:
            self.title += data
        if self._in == ["textarea"] and data.strip():
            self.values.append(data.strip("\n"))


def read(response) -> _Page:
    page = _Page()
    page.feed(response.content.decode())
    return page


def assert_an_error_by_the_book(response, *messages: str, kept: tuple[str, ...] = ()) -> None:
    """The title begins with Error, the summary says what is wrong and leads to the field, and nothing typed is gone."""
    page, text = read(response), unescape(response.content.decode())
    assert page.title.strip().startswith("Error:"), page.title
    assert page.summary
    summary = re.search(r'(?s)govuk-error-summary__list">(.*?)</ul>', text).group(1)
    for message in messages:
        assert message in summary, summary
        assert text.count(message) >= 2, f"{message!r} stands only in the summary"
    targets = [link for link in page.links if link != "main"]
    assert targets
    for target in targets:
        assert page.ids.count(target) == 1, f"#{target} leads nowhere, or to two places"
    assert len(page.ids) == len(set(page.ids)), "two things have one id"
    for value in kept:
        assert value in page.values, f"{value!r} was lost: {page.values}"


def receipt_without_what_differs(text: str) -> str:
    """A receipt without its reference, its token and its time."""
    text = re.sub(r"[A-Z]{3}-\w{4}-\w{4}", "REFERENCE", text)
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)


def mark_on(page) -> str:
    """The hidden mark by which a page finds its half-done request again."""
    return re.search(r'name="draft" value="([^"]+)"', page.content.decode()).group(1)


def reference_on(page) -> str:
    """The reference a page shows."""
    found = re.search(r"[A-Z]{3}-\w{4}-\w{4}", page.content.decode())
    assert found, (page.redirect_chain, page.content.decode()[:3000])
    return found.group(0)


def text_of(page) -> str:
    """What stands on a page, without its marks, each run of spaces one."""
    bare = re.sub(r"(?s)<(script|style)\b.*?</\1>|<[^>]*>", " ", page.content.decode())
    return re.sub(r"\s+([.,])", r"\1", re.sub(r"\s+", " ", unescape(bare)))
