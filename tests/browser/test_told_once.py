"""What a parent wants known about a child, on a phone and at a desk: written once, read, and passed on by a link."""

import re

import pytest

from tests.browser.hands import fill, follow, go_on, says
from tests.browser.test_meetings import shoot
from tests.browser.test_one_child_entered_twice import findings
from tests.browser.test_the_thread import ask


@pytest.mark.parametrize("width", [1280, 360])
def test_a_parent_tells_it_once(visit, width, house):
    given = {1280: "Ottilie", 360: "Bartholomew"}[width]
    parent = visit("family", width).as_("Nasreen Chowdhury")
    parent.go("/salford/")
    reference = ask(parent.page, words="School is hard.", given_name=given, asks_for="help")
    page = visit("desk", width).as_("Shauna Kirk").go(f"/requests/{reference}/answer/accept/")
    fill(page, {"because": "Several services are involved."})
    go_on(page, "Accept the request")
    page = visit("desk", width).as_("Anita Rowe").go(f"/cases/{reference}/lead/")
    page.get_by_label(re.compile("^Grace Mensah")).first.check()
    fill(page, {"because": "She knows the family."})
    go_on(page, "Confirm the engagement lead")

    theirs = parent.go(f"/mine/{reference}/")
    follow(theirs.get_by_role("link", name=f"About {given}, told once"))
    wrong = findings(theirs)
    shoot(theirs, f"about-empty-{width}")
    follow(theirs.get_by_role("button", name="Write it"))
    go_on(theirs, "Save")
    says(theirs, "Write something under at least one heading")
    wrong += findings(theirs)
    fill(theirs, {"matters": f"{given}’s drum, and Leo.", "helps": "A quiet corner.\nA warning before change."})
    shoot(theirs, f"about-write-{width}")
    go_on(theirs, "Save")
    says(theirs, "Everybody who helps is asked to read it")
    follow(theirs.get_by_role("button", name="Make a link"))
    wrong += findings(theirs)
    fill(theirs, {"for_whom": "Brownies"})
    theirs.get_by_label("30 days").check()
    shoot(theirs, f"about-share-{width}")
    go_on(theirs, "Make the link")
    wrong += findings(theirs)
    address = theirs.locator(".sp-card .sp-break").inner_text().strip()

    lead = visit("desk", width).as_("Grace Mensah")
    work = lead.go("/work/")
    says(work, f"wrote what to know about {given}")
    wrong += findings(work)
    page = lead.go(f"/cases/{reference}/about/")
    says(page, "A warning before change.")
    wrong += findings(page)
    shoot(page, f"about-desk-{width}")
    follow(page.get_by_role("button", name="I have read this"))
    says(page, "You have read this.")
    follow(page.get_by_role("link", name="Print it on one page"))
    wrong += findings(page)
    shoot(page, f"about-print-{width}")
    page = lead.go(f"/cases/{reference}/about/")
    follow(page.get_by_role("link", name="Write down what Joanne Whitfield tells you"))
    wrong += findings(page)
    shoot(page, f"about-taken-{width}")

    stranger = visit("family", width).page
    stranger.goto(address)
    assert given not in stranger.inner_text("body")
    wrong += findings(stranger)
    shoot(stranger, f"about-who-{width}")
    fill(stranger, {"name": "Brown Owl, Brownies"})
    go_on(stranger, "Read it")
    assert "A quiet corner." in stranger.inner_text("main") and reference not in stranger.inner_text("body")
    wrong += findings(stranger)
    shoot(stranger, f"about-read-{width}")

    theirs = parent.go(f"/mine/{reference}/about/")
    said = theirs.inner_text("main")
    assert "Grace Mensah, on" in said and "Brown Owl, Brownies opened it on" in said
    shoot(theirs, f"about-mine-{width}")
    follow(theirs.get_by_role("link", name="Stop this link"))
    wrong += findings(theirs)
    go_on(theirs, "Stop this link")
    says(theirs, "The link opens no more.")
    stranger.goto(address)
    says(stranger, "does not work any more")
    assert wrong == []
