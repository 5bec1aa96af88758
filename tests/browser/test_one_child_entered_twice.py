"""One child whom a mother asks for and a social worker of another organisation enters, with the name misheard: found,
joined by a named person, looked at from both sides, and taken apart again with nothing lost."""

import re

from axe_playwright_python.sync_playwright import Axe

from tests.browser.hands import fill, follow, go_on, refused, says
from tests.browser.test_every_page import STANDARDS, look
from tests.browser.test_the_thread import ask

WORDS = "He hides under the table when it is loud."
HOW = "One date of birth, and the school says there is one Callum in that class."
HOW_NOT = "The mother rang: her nephew was born on the same day."
REFERENCE = r"SAL-[0-9A-Z]{4}-[0-9A-Z]{4}"


def asked_for_by_the_mother(visit) -> str:
    parent = visit("family", 360)
    parent.go("/salford/")
    return ask(parent.page, words=WORDS, given_name="Callum", family_name="Reilly")


def entered_by_the_social_worker(worker) -> str:
    page = worker.go("/records/new/")
    fill(page, {"given_name": "Calum", "family_name": "Riley", "communication": "He points at pictures."})
    fill(page, {"born_on_day": "3", "born_on_month": "3", "born_on_year": "2019"})
    go_on(page, "Open the record")
    return re.search(rf"The record is open: ({REFERENCE})", page.inner_text("main")).group(1)


def lines(page) -> list[str]:
    """What a page says, without what is answered to the last press."""
    page.evaluate("document.querySelectorAll('.govuk-notification-banner').forEach(one => one.remove())")
    return [line.strip() for line in page.inner_text("main").splitlines() if line.strip()]


def chronology(visit, reference: str) -> list[str]:
    """What happened, oldest first."""
    items = visit.go(f"/cases/{reference}/").locator(".moj-timeline__item").all_inner_texts()
    return [" ".join(item.split()) for item in reversed(items)]


def holds(visit, reference: str) -> dict[str, list[str]]:
    """All that is known of a record: the child and the people around, what is owed, the files and letters, and what
    happened."""
    known = lines(visit.go(f"/cases/{reference}/child/"))
    owed = [
        " ".join(row.split())
        for row in visit.go(f"/cases/{reference}/").locator(".sp-deadlines > li").all_inner_texts()
    ]
    letters = visit.page.locator("aside .sp-feed li").all_inner_texts()
    return {"known": known, "owed": owed, "letters": letters, "happened": chronology(visit, reference)}


def findings(page) -> list[str]:
    found = Axe().run(page, options=STANDARDS).response["violations"]
    wrong = [f"{page.url}: {each['id']}: {node['html'][:140]}" for each in found for node in each["nodes"]]
    return wrong + (["too wide"] if page.evaluate("document.documentElement.scrollWidth > window.innerWidth") else [])


def test_found_joined_read_from_both_sides_and_taken_apart_with_nothing_lost(visit):
    mothers = asked_for_by_the_mother(visit)
    joan = visit("desk", 1366).as_("Joan Pemberton")
    hers = entered_by_the_social_worker(joan)

    # The Bridge finds the two by a name said wrongly, and sees why they may be one.
    shauna = visit("desk", 1366).as_("Shauna Kirk")
    found = shauna.go("/find/?q=Kalum+Reily").inner_text("main")
    assert mothers in found
    assert hers in found
    before = {reference: holds(shauna, reference) for reference in (mothers, hers)}
    page = shauna.go(f"/cases/{hers}/")
    says(page, "Could this be someone we know?", "aside")
    says(page, "born the same day", "aside")
    follow(page.get_by_role("button", name=f"Same child: join to {mothers}"))

    # She is asked how she knows, beside the two, and what she typed is kept by name.
    assert page.inner_text("h1") == f"Are {hers} and {mothers} the same child?"
    says(page, "Calum Riley", "table")
    says(page, "Callum Reilly", "table")
    assert findings(page) == []
    go_on(page, "Same child: join them")
    refused(page)
    assert page.inner_text(".govuk-error-message").endswith("Say why")
    assert findings(page) == []
    page.fill("[name=reason]", HOW)
    go_on(page, "Same child: join them")
    says(page, f"{hers} is joined to {mothers}.")

    # From both sides: both references, who joined them and why, and the history of both.
    anita = visit("desk", 360).as_("Anita Rowe")
    for here, path in ((mothers, f"/requests/{mothers}/"), (hers, f"/cases/{hers}/")):
        assert look(anita, path) == []
        said = anita.page.inner_text("body")
        assert "2 records of one child." in said
        assert mothers in said
        assert hers in said
        assert "Shauna Kirk joined them, " in said
        assert f"“{HOW}”" in said
        whole = chronology(anita, here)
        for of in (mothers, hers):
            told_of_it = [told.replace(f", {of}", "") for told in whole if f", {of}" in told]
            assert told_of_it[: len(before[of]["happened"])] == before[of]["happened"], (here, of)
        assert sum("Two records were joined: they are one child Shauna Kirk" in told for told in whole) == 1

    # Who entered one of the two is on that one alone, and learns nothing of the other.
    own = joan.go(f"/cases/{hers}/").inner_text("body")
    assert "Joined to another record" in own
    assert mothers not in own
    assert HOW not in own

    # Taken apart by somebody else, on a phone, with why.
    follow(anita.go(f"/cases/{hers}/").get_by_role("button", name="Take them apart"))
    assert findings(anita.page) == []
    go_on(anita.page, "Take them apart")
    refused(anita.page)
    anita.page.fill("[name=reason]", HOW_NOT)
    go_on(anita.page, "Take them apart")
    says(anita.page, f"{hers} stands by itself again")

    # Nothing is lost: each holds to the letter what it held, and its history has grown only by the two acts.
    after = {reference: holds(shauna, reference) for reference in (mothers, hers)}
    for reference in (mothers, hers):
        for what in ("known", "owed", "letters"):
            assert after[reference][what] == before[reference][what], (reference, what)
    assert after[mothers]["happened"] == before[mothers]["happened"]
    grown = after[hers]["happened"][len(before[hers]["happened"]) :]
    assert after[hers]["happened"][: len(before[hers]["happened"])] == before[hers]["happened"]
    assert [entry.partition(" Kirk")[0].partition(" Rowe")[0] for entry in grown] == [
        "Two records were joined: they are one child Shauna",
        "Two joined records were taken apart again Anita",
    ]

    # And what was said of the two stays to be read, from both sides.
    for here, other, path in ((mothers, hers, f"/requests/{mothers}/"), (hers, mothers, f"/cases/{hers}/")):
        assert look(anita, path) == []
        said = anita.page.inner_text("main")
        assert f"Was joined to {other}, and is not any more" in said, here
        assert f"“{HOW}”" in said
        assert f"“{HOW_NOT}”" in said
        assert "Could this be someone we know?" in said
    assert shauna.complaints == joan.complaints == []
