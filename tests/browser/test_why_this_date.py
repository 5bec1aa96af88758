"""A date that cannot be kept: an officer records why, a manager agrees, the date stays, and the family reads it so."""

import re

from core import clock
from tests.browser.hands import fill, go_on, says
from tests.browser.test_every_page import ANSWERS, look
from tests.factories.files import PDF


def asked_by(parent, **changed) -> str:
    """A signed-in parent asks for an assessment of Isla; the reference."""
    page = parent.go("/salford/ask/who/")
    for key, answers in (ANSWERS | changed).items():
        if key == "sharing":
            continue  # an assessment needs no leave to share: the law says who is told
        parent.go(f"/salford/ask/{key}/")
        fill(page, answers)
        go_on(page, "Continue")
    parent.go("/salford/ask/check/")
    go_on(page, "Send")
    return page.locator(".govuk-panel__body strong").inner_text()


def follow(page, link) -> None:
    with page.expect_navigation():
        link.click()


def enter(page, name: str, day) -> None:
    for part in ("day", "month", "year"):
        page.fill(f"[name={name}_{part}]", str(getattr(day, part)))


def test_the_date_stays_the_reason_shows_and_the_family_reads_the_same_day(visit):
    parent = visit("family", width=360).as_("Nasreen Chowdhury")
    reference = asked_by(parent, what={"asks_for": "assessment"})

    officer = visit("desk", width=1366).as_("Shauna Kirk")
    page = officer.go("/work/?whose=team&kind=EHCNA-DECIDE")
    mine = page.locator(".sp-rows > li", has_text=reference)
    follow(page, mine.get_by_role("link", name="Why this date?"))
    said = page.locator("main h2").first.inner_text()
    date = re.fullmatch(r"Decide whether to assess Isla: (\w+ \d+ \w+ \d{4}) \(in 41 days\)", said).group(1)
    there = page.url.removeprefix(officer.address)
    wrong = look(officer, there)

    follow(page, page.locator("a[href$='ground=exceptional']"))
    enter(page, "from_on", clock.today())
    page.fill("[name=account]", "Her mother is in hospital, and nobody can bring Isla to be seen.")
    page.set_input_files("[name=file]", {"name": "ward.pdf", "mimeType": "application/pdf", "buffer": PDF})
    follow(page, page.get_by_role("button", name="Put it to a manager"))
    assert "Nothing is excused" not in page.inner_text("main")
    says(page, "Enter the day you mean to have it done.", ".govuk-error-summary")
    assert "in hospital" in page.input_value("[name=account]")
    enter(page, "recover_by", clock.today().replace(year=clock.today().year + 1))
    page.set_input_files("[name=file]", {"name": "ward.pdf", "mimeType": "application/pdf", "buffer": PDF})
    follow(page, page.get_by_role("button", name="Put it to a manager"))
    says(page, "It excuses nothing until a manager agrees.")
    wrong += look(officer, page.url.removeprefix(officer.address))

    manager = visit("desk", width=1366).as_("Anita Rowe")
    page = manager.go("/work/")
    says(page, "Waiting for your answer: 1")
    follow(page, page.get_by_role("link", name="Isla Fenwick: Say whether or not it will assess"))
    says(page, "ward.pdf")
    wrong += look(manager, page.url.removeprefix(manager.address))
    page.check("[name=agreed][value=yes]")
    follow(page, page.get_by_role("button", name="Answer", exact=True))
    says(page, f"Stays {date}.")
    follow(page, page.get_by_role("button", name="Yes, I agree"))
    assert page.locator("main h2", has_text="Decide whether").inner_text() == (
        f"Decide whether to assess Isla: {date} (excused)"
    )
    says(page, "in hospital", "#reasons + section")

    page = parent.go(f"/mine/{reference}/")
    text = page.inner_text("main")
    assert date in text
    assert "There is a reason the law allows. The date has not moved." in text
    page.get_by_text("Why this date?").first.click()
    says(page, "The law gives us 6 weeks from the day we got your request")
    assert "hospital" not in page.content()
    wrong += look(parent, f"/mine/{reference}/")

    page = officer.go(there)
    follow(page, page.get_by_role("link", name="Show or print it in plain words"))
    plain = page.inner_text("main")
    assert f"We tell you whether we will assess Isla, by {date}" in plain
    assert "hospital" not in plain
    wrong += look(officer, page.url.removeprefix(officer.address))
    assert wrong == []
    assert [visit.complaints for visit in (parent, officer, manager)] == [[], [], []]
