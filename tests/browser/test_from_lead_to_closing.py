"""The middle of the pathway, by everybody whose it is: a lead is named, people meet, the notes reach the family the
same day, those who were there say what they made of it, what somebody agreed is asked after, a concern goes to social
care on the way, an assessment is asked for, and another child's case closes with a day to look again."""

import re
from datetime import timedelta

import pytest

from core import clock
from statute.calendar import add_working_days
from statute.timetable import duty
from tests.browser.hands import fill, follow, go_on, says
from tests.browser.test_every_page import look
from tests.browser.test_meetings import box, dated, kept, letter_with, shoot
from tests.browser.test_one_child_entered_twice import findings
from tests.browser.test_the_thread import ask, wait_for_letters

FROM_SCHOOL = {
    "Ines Marlow": (4, 4.5, 3, 5, 4),
    "Piet Harrow": (3.5, 4, 3, 4, 4),
    "Suri Vale": (5, 4.5, 4, 4.5, 4.5),
    "Lorcan Bell": (2, 3, 2.5, 3, 3),
    "Wren Astley": (4.5, 4, 5, 4, 3.5),
}
"""What five people from school answer, in the order of the questions."""
SUMS = ("3.8", "4.0", "3.5", "4.1", "3.8")
"""By hand: 19 ÷ 5, 20 ÷ 5, 17.5 ÷ 5, 20.5 ÷ 5 and 19 ÷ 5."""
QUESTIONS = ("sharing", "accessing", "mam", "for_parents", "for_professionals")
DECIDE = duty("EHCNA-DECIDE").what
SECRET = "A bruise on her arm. She would not say how."


def led(visit, given_name: str) -> str:
    """A parent with an account asks on a phone, the Bridge accepts, and the manager names the lead."""
    parent = visit("family", width=360).as_("Nasreen Chowdhury")
    parent.go("/salford/")
    reference = ask(parent.page, words="School is hard.", given_name=given_name, asks_for="help")
    page = visit("desk").as_("Shauna Kirk").go(f"/requests/{reference}/answer/accept/")
    fill(page, {"because": "Several services are involved."})
    go_on(page, "Accept the request")
    page = visit("desk").as_("Anita Rowe").go(f"/cases/{reference}/lead/")
    page.get_by_label(re.compile("^Grace Mensah")).first.check()
    fill(page, {"because": "She knows the family."})
    go_on(page, "Confirm the engagement lead")
    return reference


def arranged(lead, reference: str) -> str:
    """A meeting for today: where its page is."""
    page = lead.go(f"/cases/{reference}/meetings/new/")
    fill(page, {**dated(clock.today(), "held_on"), "place": "The library, Unity House"})
    page.get_by_label("Face to face").check()
    go_on(page, "Arrange it, and ask them")
    return page.url


def is_here(page, address: str, name: str) -> None:
    page.goto(address)
    row = page.locator("aside li", has_text=name)
    row.locator("summary").click()
    row.get_by_role("button", name="Is here").click()
    page.wait_for_load_state()


def written(page, given: str, *, does: str = "", what: str = "") -> None:
    """The views, one need with its outcome, and what somebody does."""
    box(page, f"What {given} says").fill("I like the library. Lunch is too loud.")
    kept(page, f"What {given} says")
    need = {
        "What the child needs": "A calmer place at lunch",
        "What should be different": "Eats with a friend",
        "How we will know": "The teacher counts each week",
        "How it is now": "Once a week",
        "What we want, and by when": "Four times a week by Easter",
    }
    for label, words in need.items():
        box(page, label).fill(words)
    kept(page, "What the child needs")
    if does:
        box(page, "What is to be done").fill(what)
        box(page, "Who does it").select_option(label=does)
        box(page, "By when").fill((clock.today() + timedelta(days=14)).isoformat())
        kept(page, "What is to be done")


def closed(page, address: str, *outcomes: str, **more) -> None:
    page.goto(address)
    go_on(page, "Go on to what it leads to")
    page.get_by_label("Said it at the meeting").check()
    for outcome in outcomes:
        page.get_by_label(outcome, exact=True).check()
    fill(page, {"because": "This is what everybody wanted.", **more})


def answer(page, letter: str, scores: tuple[float, ...]) -> None:
    """Somebody from a school answers by the link in the letter."""
    page.goto(re.search(r"https?://\S+/feedback/\S+", letter)[0])
    page.get_by_label(re.compile("nursery, school or college", re.I)).first.check()
    for question, score in zip(QUESTIONS, scores, strict=True):
        page.locator(f"select[name={question}]").select_option(str(score))
    go_on(page, "Send your answers")
    says(page, "Thank you. We have your answers")


@pytest.mark.parametrize("width", [1366])
def test_from_a_named_lead_to_an_assessment_asked_for(visit, width, house):
    given = "Ottoline"
    reference = led(visit, given)
    lead = visit("desk", width).as_("Grace Mensah")
    page, wrong = lead.page, []
    address = arranged(lead, reference)
    for name in FROM_SCHOOL:
        page.goto(f"{address}ask/")
        email = f"{name.lower().replace(' ', '.')}@school.example"
        fill(page, {"name": name, "standing": "teacher", "email": email})
        go_on(page, "Ask them")
    page.goto(f"{address}ask/")
    page.locator("[name=person]").select_option(label="Owen Pritchard")
    go_on(page, "Ask them")
    written(page, given, does="Owen Pritchard", what="Ask the clinic for its report")
    for name in (*FROM_SCHOOL, "Owen Pritchard", "Grace Mensah", ", mother"):
        is_here(page, address, name)
    closed(
        page, address, "The people here do what they agreed", **dated(add_working_days(clock.today(), 20), "review_on")
    )
    go_on(page, "Close the notes, and begin what follows")
    says(page, "The notes stand")

    notes = letter_with(house, reference, "The notes of the meeting on")
    assert given not in notes and "library" not in notes, "a letter says that there are notes, and none of their words"
    parent = visit("family", width=360).as_("Nasreen Chowdhury")
    wrong += look(parent, f"/mine/{reference}/")
    follow(parent.page.locator("main a[href*='/meetings/']").first)
    parent.page.wait_for_load_state()
    wrong += findings(parent.page)
    says(parent.page, "Lunch is too loud")
    shoot(parent.page, "middle-notes-at-home")

    letters = [one for one in wait_for_letters(house, reference, 1) if "/feedback/" in one]
    phone = visit("family", width=360)
    for name, scores in FROM_SCHOOL.items():
        email = f"{name.lower().replace(' ', '.')}@school.example"
        answer(phone.page, next(one for one in letters if f"To: {email}" in one), scores)
    manager = visit("desk", width).as_("Anita Rowe")
    wrong += look(manager, "/feedback/")
    shoot(manager.page, "middle-feedback")
    rows = manager.page.locator("table.sp-bars tr", has_text="Nurseries, schools and colleges").all()
    assert [tuple(row.inner_text().split()[-2:]) for row in rows] == [(mean, "5") for mean in SUMS]

    page = lead.go(f"/cases/{reference}/")
    follow(page.get_by_role("link", name="Ask the clinic for its report", exact=True))
    go_on(page, "Ask Owen Pritchard how it goes")
    wrong += findings(page)
    shoot(page, "middle-asked-after")
    asked = letter_with(house, reference, "asks how it goes")
    assert "Grace Mensah" in asked and "clinic" not in asked
    owen = visit("desk", width).as_("Owen Pritchard")
    owen.go("/work/?tasks=all")
    follow(owen.page.get_by_role("link", name=f"{given} Whitfield: Ask the clinic for its report"))
    says(owen.page, "Last reminded")
    fill(owen.page, {"note": "It came this morning."})
    go_on(owen.page, "It is done")

    owen.go(f"/cases/{reference}/concern/")
    fill(owen.page, {"words": SECRET})
    go_on(owen.page, "Ask social care to look into it")
    care = visit("desk", width).as_("Joan Pemberton")
    care.go("/work/?tasks=all")
    follow(care.page.get_by_role("link", name=f"{given} Whitfield: Make the child and family assessment"))
    says(care.page, SECRET)
    fill(care.page, dated(add_working_days(clock.today(), 20), "until"))
    go_on(care.page, "I have it")
    parent.go(f"/mine/{reference}/")
    assert not re.search("bruise|safeguarding|social care", parent.page.inner_text("main"), re.I)

    address = arranged(lead, reference)
    written(page, given)
    is_here(page, address, "Grace Mensah")
    is_here(page, address, ", mother")
    outcomes = ("An EHC needs assessment is asked for", "Support goes on without an EHC plan")
    closed(page, address, *outcomes, **dated(add_working_days(clock.today(), 20), "review_on"))
    page.get_by_label("If an EHC needs assessment is asked for: who asks? (optional)").select_option(index=1)
    go_on(page, "Close the notes, and begin what follows")
    wrong += look(lead, f"/cases/{reference}/")
    said = page.inner_text("main")
    assert DECIDE in said
    shoot(page, "middle-case-at-the-end")
    wrong += look(lead, f"/cases/{reference}/team/")
    shoot(page, f"team-{width}")
    wrong += look(parent, f"/mine/{reference}/")
    says(parent.page, f"We tell you whether we will assess {given}")
    shoot(parent.page, "middle-asked-for-at-home")
    receipt = letter_with(house, reference, "reached us on")
    assert given not in receipt and SECRET not in receipt
    assert wrong == []


def test_a_case_closes_when_nobody_has_anything_to_do_with_a_day_to_look_again(visit, house):
    given = "Ignatius"
    reference = led(visit, given)
    lead = visit("desk", 360).as_("Grace Mensah")
    page = lead.page
    address = arranged(lead, reference)
    written(page, given)
    is_here(page, address, "Grace Mensah")
    review_on = add_working_days(clock.today(), 60)
    close = "Nothing more is needed, and the case closes"
    closed(page, address, close, **dated(review_on, "review_on"))
    go_on(page, "Close the notes, and begin what follows")
    says(page, "still something to do", ".govuk-error-summary")
    assert page.locator("[name=because]").input_value() == "This is what everybody wanted."
    for person in ("Anita Rowe", "Bernadette Quill"):
        worker = visit("desk").as_(person)
        for words in ("record of involvement in CRM", "record of involvement in EMS", "Complete a Family Assessment"):
            task = worker.go(f"/cases/{reference}/").locator("#todo + ul a", has_text=words)
            if not task.count():
                continue
            task.first.click()
            if not worker.page.get_by_role("button", name="It is done", exact=True).count():
                continue
            fill(worker.page, {"reference": "R-1"} if "record" in words else {"note": "With the family."})
            go_on(worker.page, "It is done")
    closed(page, address, close, **dated(review_on, "review_on"))
    go_on(page, "Close the notes, and begin what follows")
    says(page, "The notes stand")
    wrong = look(lead, f"/cases/{reference}/")
    says(page, "Ask the family how things are, now that the case is closed")
    parent = visit("family", width=360).as_("Nasreen Chowdhury")
    wrong += look(parent, f"/mine/{reference}/")
    said = parent.page.inner_text("main")
    assert "Nothing more is needed for now" in said and "We look at it again on" in said and "our turn" not in said
    shoot(parent.page, "middle-closed-at-home")
    assert wrong == []
