"""A parent asks on a phone for an assessment; two people decide; the parent reads why, and what they can do."""

import pytest

from tests.browser.hands import fill, follow, go_on, refused, says
from tests.browser.test_meetings import shoot
from tests.browser.test_one_child_entered_twice import findings
from tests.browser.test_the_thread import ask

REASON = "The school gives all of this already, and says for how long."


@pytest.mark.parametrize("width", [1280, 360])
def test_an_assessment_is_refused_and_the_family_reads_why_and_what_it_can_do(visit, width, house):
    given = {1280: "Leopoldina", 360: "Barnaby"}[width]
    parent = visit("family", 360).as_("Nasreen Chowdhury")
    parent.go("/salford/")
    reference = ask(parent.page, words="He cannot read.", given_name=given, asks_for="assessment")

    page = visit("desk", width).as_("Anita Rowe").go(f"/cases/{reference}/owner/")
    page.select_option("[name=person]", label="Farida Hassan")
    with page.expect_navigation():
        page.locator("main button").last.click()

    coordinator = visit("desk", width).as_("Farida Hassan")
    page = coordinator.go(f"/cases/{reference}/ehc/")
    says(page, f"Does the council assess {given}?")
    wrong = findings(page)
    shoot(page, f"ehc-empty-{width}")
    here = page.url
    for whom in ("family", "health", "social_care", "setting"):
        page.goto(here)
        follow(page.locator(f"a[href$='/told/{whom}/']"))
        if whom == "family":
            go_on(page, "Note it")
            says(page, "Enter the day and how", ".govuk-error-summary")
            wrong += findings(page)
        if whom == "setting":
            fill(page, {"nobody_because": "Goes nowhere to learn yet."})
        else:
            today(page, "told_on")
            fill(page, {"how": "By telephone"})
        go_on(page, "Note it")
    for limb in ("needs", "necessary"):
        page.goto(here)
        follow(page.locator(f"a[href$='/evidence/{limb}/']"))
        go_on(page, "Add it")
        refused(page)
        wrong += findings(page)
        fill(page, {"shows": "Reads like a child of five.", "source": "The SENCO’s report"})
        go_on(page, "Add it")
    follow(page.get_by_role("button", name="Write the decision"))
    wrong += findings(page)
    fill(page, {"may_have_needs": "yes", "needs_because": "The report shows it.", "may_be_necessary": "no"})
    go_on(page, "Keep it and go on")
    says(page, "Something is missing.")
    says(page, "Write what the family said")
    wrong += findings(page)
    follow(page.get_by_role("link", name="Go on writing the decision"))
    assert page.input_value("[name=needs_because]") == "The report shows it."
    fill(
        page,
        {"necessary_because": REASON, "family_view": "They fear it stops.", "assess": "no",
         "instead": "Four hours a week go on."},
    )  # fmt: skip
    page.select_option("[name=contact]", label="Farida Hassan")
    today(page, "meet_by")
    shoot(page, f"ehc-writing-{width}")
    go_on(page, "Keep it and go on")
    says(page, "You can appeal")
    wrong += findings(page)
    shoot(page, f"ehc-propose-{width}")
    go_on(page, "Put it to a manager")
    says(page, "A manager has it now")
    assert not page.locator("a[href$='/decision/']").count(), "nothing can be changed meanwhile"
    wrong += findings(page)

    manager = visit("desk", width).as_("Neil Hargreaves")
    page = manager.go("/decisions/")
    wrong += findings(page)
    shoot(page, f"ehc-decisions-{width}")
    follow(page.locator(f"a[href*='{reference}']").first)
    says(page, f"Refuse to assess {given}?")
    wrong += findings(page)
    shoot(page, f"ehc-decide-{width}")
    go_on(page, "Decide: we do not assess")
    says(page, "The family is written to today.")
    says(page, f"The council does not assess {given}.")
    wrong += findings(page)
    shoot(page, f"ehc-decided-{width}")

    page = parent.go(f"/mine/{reference}/")
    wrong += findings(page)
    shoot(page, f"ehc-mine-{width}")
    follow(page.get_by_role("link", name="why, and what you can do"))
    says(page, REASON)
    says(page, "You can disagree")
    says(page, "Two Rivers Mediation")
    wrong += findings(page)
    shoot(page, f"ehc-notice-{width}")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save this notice as a PDF").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")
    assert wrong == []
    assert [one for person in (coordinator, manager, parent) for one in person.complaints] == []


@pytest.mark.parametrize("width", [1280, 360])
def test_an_assessment_is_agreed_and_advice_comes_from_the_family_and_a_psychologist(visit, width, house):
    given = {1280: "Clementine", 360: "Montgomery"}[width]
    parent = visit("family", 360).as_("Nasreen Chowdhury")
    parent.go("/salford/")
    reference = ask(parent.page, words="He cannot read.", given_name=given, asks_for="assessment")
    page = visit("desk", width).as_("Anita Rowe").go(f"/cases/{reference}/owner/")
    page.select_option("[name=person]", label="Farida Hassan")
    with page.expect_navigation():
        page.locator("main button").last.click()
    coordinator = visit("desk", width).as_("Farida Hassan")
    page = coordinator.go(f"/cases/{reference}/ehc/")
    here = page.url
    for whom in ("family", "health", "social_care", "setting"):
        page.goto(here)
        follow(page.locator(f"a[href$='/told/{whom}/']"))
        today(page, "told_on")
        fill(page, {"how": "By telephone"})
        go_on(page, "Note it")
    for limb in ("needs", "necessary"):
        page.goto(here)
        follow(page.locator(f"a[href$='/evidence/{limb}/']"))
        fill(page, {"shows": "Reads like a child of five.", "source": "The SENCO’s report"})
        go_on(page, "Add it")
    follow(page.get_by_role("button", name="Write the decision"))
    both = {"may_have_needs": "yes", "may_be_necessary": "yes", "assess": "yes", "family_view": "They want it."}
    fill(page, both | {"needs_because": "The report.", "necessary_because": "The report."})
    go_on(page, "Keep it and go on")
    go_on(page, "Put it to a manager")
    manager = visit("desk", width).as_("Neil Hargreaves")
    follow(manager.go("/decisions/").locator(f"a[href*='{reference}']").first)
    go_on(manager.page, "Decide: we assess")
    says(manager.page, f"The council assesses {given}.")

    page = parent.go(f"/mine/{reference}/")
    follow(page.get_by_role("link", name="and what happens next"))
    wrong = findings(page)
    follow(page.get_by_role("link", name=f"Write your own advice about {given}"))
    go_on(page, "Send it")
    refused(page)
    wrong += findings(page)
    fill(page, {"like": "Funny and tired.", "helps": "Drums before school."})
    go_on(page, "Send it")
    says(page, "Drums before school.")
    wrong += findings(page)
    shoot(page, f"advice-own-{width}")

    page = coordinator.go(f"/cases/{reference}/ehc/")
    follow(page.get_by_role("button", name="Whose advice is asked for and here"))
    says(page, "4 pieces of advice that the law wants are not asked for yet.")
    wrong += findings(page)
    shoot(page, f"advice-list-{width}")
    follow(page.locator("a[href$='/advice/d/ask/']"))
    go_on(page, "Ask them")
    refused(page)
    wrong += findings(page)
    page.select_option("[name=person]", label="Elin Vaughan")
    fill(page, {"why": f"How does {given} learn to read?"})
    today(page, "received_on")
    go_on(page, "Ask them")
    says(page, "(guidance)")
    follow(page.locator("a[href$='/advice/c/earlier/']"))
    wrong += findings(page)
    page.go_back()
    follow(page.locator("a[href$='/advice/own/']"))
    wrong += findings(page)

    psychologist = visit("desk", width).as_("Elin Vaughan")
    page = psychologist.go("/work/")
    follow(page.locator(f"a[href*='{reference}']", has_text="psychological advice").first)
    says(page, "Give psychological advice")
    follow(page.get_by_role("button", name="Write the advice"))
    says(page, f"How does {given} learn to read?")
    says(page, "Drums before school.")
    wrong += findings(page)
    shoot(page, f"advice-empty-{width}")
    there = page.url
    for kind, said in (
        ("about", {"knows": "I saw him twice in class."}),
        ("need", {"what": "Reads single words.", "how_seen": "BAS3"}),
        ("outcome", {"what": "Reads a page alone.", "by_when": "July 2028"}),
        ("provision", {"what": "Paired reading", "often": "Daily, 15 minutes", "who": "A trained assistant"}),
    ):
        page.goto(f"{there}{kind}/")
        wrong += findings(page)
        fill(page, said)
        go_on(page, "Keep it")
    shoot(page, f"advice-written-{width}")
    follow(page.get_by_role("button", name="Go on to give it"))
    wrong += findings(page)
    go_on(page, "Give the advice")
    says(page, "It stands as it was given.")
    wrong += findings(page)
    page = coordinator.go(f"/cases/{reference}/ehc/")
    follow(page.get_by_role("button", name="Whose advice is asked for and here"))
    says(page, "3 pieces of advice that the law wants are not asked for yet.")
    says(page, "Here", "#letter-d")
    assert wrong == []
    assert [one for person in (coordinator, manager, parent, psychologist) for one in person.complaints] == []


def today(page, name: str) -> None:
    """Today in the three boxes of a date, as the house's clock has it."""
    now = page.evaluate("new Date().toISOString().slice(0, 10)").split("-")
    for part, typed in zip(("year", "month", "day"), now, strict=True):
        page.fill(f"[name={name}_{part}]", str(int(typed)))
