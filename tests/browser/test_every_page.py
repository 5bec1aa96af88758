"""Every page of both doors, looked at by axe, at three widths, with nothing sticking out and nothing complained of."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.hands import fill, follow, go_on, refused, says
from tests.factories.gias import a_line, written

WIDTHS = (1280, 320)
STANDARDS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}

EVERYBODYS = [
    "/",
    "/sign-in/",
    "/password/",
    "/accessibility/",
    "/privacy/",
    "/cookies/",
    "/contact/",
    "/demo/",
    "/nowhere/",
]
FAMILY = [
    "/salford/services/",
    "/salford/services/?q=nowhere",
    "/salford/services/kersal-bank-outreach/",
    "/salford/services/weaste-family-workers/",
    "/salford/services/kersal-bank-outreach/check/",
    "/salford/services/kersal-bank-outreach/check/?show=1&line_1=yes&line_2=no",
    "/salford/",
    "/salford/ask/what/",
    "/confirm/not-ours/",
    "/salford/ask/back/not-ours/",
    "/salford/ask/you/",
]
WORK = ["/work/", "/work/?whose=team&when=late", "/requests/", "/requests/?route=assessment", "/requests/?route=unsure",
        "/find/?q=Choudhry", "/find/?q=Zzyx", "/work/?tasks=all"]  # fmt: skip
WHAT_IF = [
    "",
    "?process=appeal",
    "?process=draft&draft_plan_served_day=31&draft_plan_served_month=2",
    "?process=draft&draft_plan_served_day=4&draft_plan_served_month=12&draft_plan_served_year=2026"
    "&request_for_an_assessment_or_received_day=24&request_for_an_assessment_or_received_month=8"
    "&request_for_an_assessment_or_received_year=2026",
]
RULES = ["/rules/", "/rules/?q=advice", "/rules/?q=nowhere", "/rules/PLAN-FINAL/"]
RULES += [f"/rules/what-if/{asked}" for asked in WHAT_IF]
OF_A_CASE = ["/requests/{}/", "/cases/{}/", "/cases/{}/looked/", "/cases/{}/concern/", "/cases/{}/tasks/new/",
             "/cases/{}/tasks/manager/",
             "/cases/{}/files/add/", "/cases/{}/?kind=files", "/cases/{}/history/"]  # fmt: skip
OF_A_CHILD = ["", "earlier/", "secret/", "details/", "addresses/add/", "learning/add/", "people/add/"]


def look(visit, path: str) -> list[str]:
    """What is wrong with a page: axe's findings, and anything wider than the window."""
    page = visit.go(path)
    found = Axe().run(page, options=STANDARDS)
    wrong = [
        f"{path}: {each['id']}: {node['html'][:140]}" for each in found.response["violations"] for node in each["nodes"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        wrong.append(f"{path}: wider than {page.viewport_size['width']}")
    return wrong + [f"{path}: {said}" for said in visit.complaints]


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_open_to_everybody(visit, width):
    family, desk = visit("family", width), visit("desk", width)
    wrong = [finding for path in EVERYBODYS + FAMILY for finding in look(family, path)]
    wrong += [finding for path in EVERYBODYS[1:] for finding in look(desk, path)]
    assert wrong == []


ANSWERS = {
    "who": {"who": "child"},
    "what": {"asks_for": "help"},
    "child": {
        "given_name": "Isla",
        "family_name": "Fenwick",
        "born_on_day": "1",
        "born_on_month": "2",
        "born_on_year": "2016",
    },
    "happening": {"words": "It is loud."},
    "home": {"home_postcode": "ZZ1 1AB"},
    "you": {
        "sender_name": "R Fenwick",
        "relationship": "mother",
        "cares_for": "yes",
        "says_responsible": "yes",
        "email": "r@families.example",
    },
    "sharing": {"consent": "yes"},
}


@pytest.mark.parametrize("width", WIDTHS)
def test_every_question_empty_and_in_error(visit, width):
    parent = visit("family", width)
    page = parent.go("/salford/ask/who/")
    wrong = []
    for key, answers in ANSWERS.items():
        wrong += look(parent, f"/salford/ask/{key}/")
        if key == "home":
            page.fill("[name=home_postcode]", "nonsense")
        go_on(page, "Continue")
        refused(page)
        wrong += [f"{key} in error: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
        fill(page, answers)
        go_on(page, "Continue")
    for path in ("", "files/", "save/", "leave/", "check/"):
        wrong += look(parent, f"/salford/ask/{path}")
    go_on(page, "Send")
    wrong += look(parent, "/salford/ask/sent/")
    assert wrong == []


POST = ["/post/", "/post/?show=dealt", "/post/?q=nowhere", "/post/to-print/", "/post/to-print/letters/?all=1"]


def look_at_the_post(manager) -> list[str]:
    """The lists, one letter, and the two questions about it, asked and with nothing answered."""
    wrong = [finding for path in POST for finding in look(manager, path)]
    page = manager.go("/post/")
    letter = page.locator("main h2 a").first.get_attribute("href")
    for path in (letter, f"{letter}print-instead/", f"{letter}dealt-with/"):
        wrong += look(manager, path)
    for path in (f"{letter}print-instead/", f"{letter}dealt-with/", "/post/to-print/letters/?all=1"):
        page = manager.go(path)
        with page.expect_navigation():
            page.locator("main button").last.click()
        refused(page)
        wrong += [f"{path} in error: {one['id']}" for one in Axe().run(page, options=STANDARDS).response["violations"]]
    return wrong


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_staff(visit, width):
    officer = visit("desk", width).as_("Shauna Kirk")
    wrong = [finding for path in WORK for finding in look(officer, path)]
    officer.go("/requests/")
    reference = officer.page.locator(".sp-note", has_text="SAL-").first.inner_text().split()[-1]
    wrong += [finding for path in OF_A_CASE for finding in look(officer, path.format(reference))]
    officer.go(f"/cases/{reference}/")
    date = officer.page.locator("a[href*='/deadlines/']").first.get_attribute("href")
    for path in (date, f"{date}plain/", f"{date}excuse/", f"/cases/{reference}/owner/"):
        wrong += look(officer, path)
    officer.go(f"/requests/{reference}/")
    if officer.page.get_by_role("button", name="Settle").count():
        with officer.page.expect_navigation():
            follow(officer.page.get_by_role("button", name="Settle"))
    wrong += [each["id"] for each in Axe().run(officer.page, options=STANDARDS).response["violations"]]
    lead = visit("desk", width).as_("Dilip Sharma")
    wrong += [finding for path in RULES for finding in look(lead, path)]
    lead.go("/rules/PLAN-FINAL/")
    with lead.page.expect_navigation():
        follow(lead.page.get_by_role("button", name="Record what you say"))
    wrong += [each["id"] for each in Axe().run(lead.page, options=STANDARDS).response["violations"]]
    manager = visit("desk", width).as_("Anita Rowe")
    wrong += look_at_the_post(manager)
    wrong += [
        finding
        for path in (
            "/post/",
            "/reminders/",
            "/reminders/PLAN-FINAL/",
            "/teams/",
            "/teams/leave/",
            "/council/",
            "/second-step/",
        )
        for finding in look(manager, path)
    ]
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_the_register_of_settings(visit, width, tmp_path):
    """Listed, a file chosen, watched, seen with a bad line, dropped; and one setting."""
    keeper = visit("desk", width).as_("Greg Talbot")
    page = keeper.page
    wrong = [finding for path in SETTINGS for finding in look(keeper, path)]
    follow(keeper.go("/settings/").get_by_role("link", name="Irwell Valley Academy").first)
    one = page.url.removeprefix(keeper.address)
    wrong += [finding for more in ("", "inspection/", "places/") for finding in look(keeper, one + more)]
    keeper.go(f"{one}places/")
    go_on(page, "Add the places")
    refused(page)
    wrong += [f"places in error: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    file = tmp_path / "edubasealldata20261118.csv"
    file.write_bytes(written([a_line(100008), a_line(100009, OpenDate="31-02-2020")]))
    keeper.go("/settings/register/")
    page.set_input_files("[name=file]", str(file))
    go_on(page, "Read the file")
    here = page.url.removeprefix(keeper.address)
    wrong += look(keeper, here)
    while page.get_by_role("button", name="Put it into the register").count() == 0:  # the worker reads it
        page.wait_for_timeout(500)
        keeper.go(here)
    wrong += look(keeper, f"{here}?show=bad") + look(keeper, f"{here}?show=new")
    go_on(page, "Put it into the register")
    refused(page)
    wrong += [f"in error: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    go_on(page, "Drop this file")
    wrong += look(keeper, here)
    assert wrong == []


SETTINGS = [
    "/settings/register/",
    "/settings/in-place/",
    "/settings/?q=nothing+like+it",
    "/settings/",
    "/wards/",
    "/wards/postcodes/",
    "/wards/names/",
]
CALENDARS = ["/calendars/", "/calendars/?show=own&sort=until", "/calendars/?q=nothing+like+it", "/calendars/add/"]


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_counts(visit, width):
    """One council's, and one that sees two others beside its own."""
    assert look(visit("desk", width).as_("Peter Lomas"), "/counts/") == []
    assert look(visit("desk", width).as_("Helen Fairweather"), "/counts/") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_capacity(visit, width):
    manager = visit("desk", width).as_("Anita Rowe")
    wrong = look(manager, "/capacity/hours/")
    manager.page.fill("[name=hours]", "2")
    manager.page.fill("[name=because]", "Two leads")
    go_on(manager.page, "Save the figure")
    assert "Too few" in manager.page.inner_text("main") or "can be held" in manager.page.inner_text("h1")
    wrong += look(manager, "/capacity/")
    follow(manager.page.locator("a[href*='/capacity/leads/']").first)
    wrong += look(manager, manager.page.url.removeprefix(manager.address))
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_activity(visit, width):
    manager = visit("desk", width).as_("Anita Rowe")
    pages = ("", "?period=2017", "child/-/", "need/adhd/", "reason/social_care/?period=2017", "earlier/")
    wrong = [finding for page in pages for finding in look(manager, f"/activity/{page}")]
    go_on(manager.page, "Save the figure")
    refused(manager.page)
    found = Axe().run(manager.page, options=STANDARDS).response["violations"]
    this_year = "since_day=1&since_month=1&since_year=2026&until_day=1&until_month=11&until_year=2026"
    for asked in ("", f"?system=both&{this_year}", "?system=crm_record&since_day=31"):
        wrong += look(manager, f"/involvement/{asked}")
    assert wrong + [f"a figure in error: {each['id']}" for each in found] == []
    assert look(visit("desk", width).as_("Peter Lomas"), "/activity/") == []
    for path in ("/feedback/", "/feedback/?by=month", "/feedback/comments/", "/feedback/themes/"):
        assert look(manager, path) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_school_calendars(visit, width, tmp_path):
    """Listed, read, typed wrongly, checked, read from a file with bad rows, and an earlier version."""
    keeper = visit("desk", width).as_("Greg Talbot")
    page = keeper.page
    wrong = [finding for path in CALENDARS for finding in look(keeper, path)]
    keeper.go("/calendars/?q=Irwell")
    follow(page.get_by_role("link", name="Irwell Valley Academy", exact=True))
    here = page.url.removeprefix(keeper.address)
    wrong += [
        finding for more in ("", "change/", "file/", "council/", "versions/1/") for finding in look(keeper, here + more)
    ]
    keeper.go(f"{here}change/")
    page.fill("[name=term1_first]", "31/9/2026")
    go_on(page, "See what this comes to")
    refused(page)
    wrong += [f"in error: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    keeper.go(f"{here}change/")
    go_on(page, "See what this comes to")
    says(page, "Is that right?", "h1")
    wrong += [f"sure: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    year = here.rstrip("/").rpartition("/")[2]
    table = tmp_path / "dates.csv"
    table.write_text(
        f"term,2/9/{year},18/12/{year},Autumn\nterm,31/2/{year},1/3/{year},\ninset,2/9/{year},,\nparty,,,\n"
    )
    keeper.go(f"{here}file/")
    page.set_input_files("input[type=file]", table)
    go_on(page, "Read the file")
    says(page, "2 rows could not be taken", "h1")
    wrong += [f"preview: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_about_oneself(visit, width):
    """Leave entered with nobody to cover, read back, changed, and taken out again."""
    officer = visit("desk", width).as_("Sara Lindqvist")
    wrong = [
        finding
        for path in ("/me/", "/me/hearing/", "/me/hours/", "/me/calendar/", "/me/leave/")
        for finding in look(officer, path)
    ]
    page = officer.page
    wrong += look(officer, "/me/photo/")
    up = page.get_by_role("button", name="Put up this")
    with page.expect_navigation():
        up.click()
    refused(page)
    wrong += [f"photo in error: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    page.set_input_files("[name=photo]", Path(__file__).parents[2] / "docs/screenshots/desk-queue.png")
    up.click()
    page.wait_for_selector("img.sp-photo")
    wrong += look(officer, "/me/photo/")
    officer.go("/me/leave/")
    go_on(page, "Enter the leave")
    refused(page)
    wrong += [f"leave in error: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    far = date.today() + timedelta(days=100)
    fill(page, {f"since_{part}": str(getattr(far, part)) for part in ("day", "month", "year")})
    page.check("[name=unknown]")
    page.select_option("[name=cover]", label="Nobody")
    go_on(page, "Enter the leave")
    wrong += [f"leave warned of: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    go_on(page, "Keep it so")
    wrong += look(officer, "/me/")
    says(page, "Nobody covers.")
    for link in ("Change", "Take out"):
        follow(officer.go("/me/").get_by_role("link", name=link).first)
        wrong += look(officer, page.url.removeprefix(officer.address))
    go_on(page, "Take it out")
    says(page, "no leave is entered for you")
    officer.go("/me/calendar/")
    page.locator("main form button").click()  # makes an address, or a new one at the second width
    page.wait_for_selector("#address")
    wrong += [f"address made: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    path = page.input_value("#address").partition("/calendar/")[2]
    assert "BEGIN:VCALENDAR" in page.request.get(f"{officer.address}/calendar/{path}").text()
    wrong += look(officer, "/me/calendar/stop/")
    keeper = visit("desk", width).as_("Greg Talbot")
    follow(keeper.go("/teams/").get_by_role("link", name="Change the mailbox").first)
    wrong += look(keeper, keeper.page.url.removeprefix(keeper.address))
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_a_child(visit, width):
    """Each form empty and in error, a secret home, somebody around, and a bar put, waited for and answered."""
    officer = visit("desk", width).as_("Shauna Kirk")
    page = officer.page
    officer.go("/requests/")
    here = page.locator("main h2 a").first.get_attribute("href").replace("/requests/", "/cases/") + "child/"
    wrong = []
    for form, button in (
        ("details/", "Save"),
        ("addresses/add/", "Save the address"),
        ("learning/add/", "Save where they learn"),
        ("people/add/", "Save"),
    ):
        officer.go(here + form)
        for box in ("given_name", "postcode", "name"):
            if page.locator(f"[name={box}]").count():
                page.fill(f"[name={box}]", "")
        go_on(page, button)
        refused(page)
        found = Axe().run(page, options=STANDARDS).response["violations"]
        wrong += [f"{form} in error: {each['id']}" for each in found]
    officer.go(f"{here}needs/")
    if not page.is_checked("[value=speech]"):
        page.check("[value=speech]")
        page.check("[value=SLCN]")
        go_on(page, "Save the needs")
    wrong += look(officer, f"{here}needs/")
    page.uncheck("[value=speech]")
    go_on(page, "Save the needs")
    refused(page)
    found = Axe().run(page, options=STANDARDS).response["violations"]
    wrong += [f"needs in error: {each['id']}" for each in found]
    for side in ("harm/", "protects/"):
        wrong += look(officer, f"{here}factors/{side}")
    go_on(page, "Write it down")
    refused(page)
    found = Axe().run(page, options=STANDARDS).response["violations"]
    wrong += [f"factors in error: {each['id']}" for each in found]
    page.check("[value=strength]")
    page.check("[value=seen]")
    page.fill("[name=evidence]", "Draws trains and knows each by name.")
    page.fill("[name=seen_by]", "Class teacher")
    for box, typed in (("day", "2"), ("month", "11"), ("year", "2025")):
        page.fill(f"[name=since_{box}]", typed)
    go_on(page, "Write it down")
    wrong += look(officer, f"{here}factors/")
    follow(page.get_by_role("link", name="It is over, or was a mistake").first)
    wrong += look(officer, page.url.removeprefix(officer.address))
    wrong += look(officer, f"{here}markers/")
    go_on(page, "Note it")
    refused(page)
    found = Axe().run(page, options=STANDARDS).response["violations"]
    wrong += [f"markers in error: {each['id']}" for each in found]
    if not page.get_by_role("link", name="It is over, or was a mistake").count():
        page.check("[value=looked_after]")
        for box, typed in (("day", "2"), ("month", "11"), ("year", "2025")):
            page.fill(f"[name=since_{box}]", typed)
        page.fill("[name=source]", "The social worker, by telephone")
        go_on(page, "Note it")
    follow(page.get_by_role("link", name="It is over, or was a mistake").first)
    wrong += look(officer, page.url.removeprefix(officer.address))
    wrong += look(officer, f"{here}results/")
    go_on(page, "Note it")
    refused(page)
    page.check("[value=complaint]")
    for box, typed in (("day", "2"), ("month", "11"), ("year", "2020" if width == WIDTHS[0] else "2021")):
        page.fill(f"[name=came_on_{box}]", typed)
    go_on(page, "Note it")
    follow(page.get_by_role("link", name="It was a mistake").first)
    wrong += look(officer, page.url.removeprefix(officer.address))
    officer.go(f"{here}people/add/")
    page.select_option("[name=tie]", "father")
    page.fill("[name=name]", "Karim Example")
    go_on(page, "Save")
    officer.go(f"{here}addresses/add/")
    page.check("[name=kind][value=lives]")
    page.fill("[name=lines]", "3 Hidden Lane\nEccles")
    page.fill("[name=postcode]", "M30 0AA")
    page.check("[name=secret]")
    go_on(page, "Save the address")
    assert "Hidden Lane" not in page.inner_text("main")
    follow(page.get_by_role("link", name="Let them follow the case").first)
    wrong += look(officer, page.url.removeprefix(officer.address))
    says(page, "Write down their own email address first")
    officer.go(here)
    follow(page.get_by_role("link", name="May not be told an address").first)
    wrong += look(officer, page.url.removeprefix(officer.address))
    page.fill("[name=reason]", "An order of the family court.")
    with page.expect_navigation():
        follow(page.get_by_role("button", name="Bar Karim Example"))
    says(page, "Hidden Lane")
    wrong += [finding for more in OF_A_CHILD for finding in look(officer, here + more)]
    wrong += look(officer, "/records/new/")
    manager = visit("desk", width).as_("Anita Rowe")
    wrong += look(manager, "/work/")
    follow(manager.go(f"{here}secret/").get_by_role("link", name="Answer").first)
    wrong += look(manager, manager.page.url.removeprefix(manager.address))
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_what_was_promised(visit, width):
    manager = visit("desk", width).as_("Anita Rowe")
    wrong = look(manager, "/strategy/") + look(manager, "/strategy/add/")
    page = manager.page
    go_on(page, "Save")
    refused(page)
    wrong += [f"promised in error: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]
    page.fill("[name=what]", f"Every final plan within 20 weeks, looked at {width} wide")
    page.fill("[name=source]", "SEND strategy, page 12")
    for box, typed in (("day", "1"), ("month", "9"), ("year", "2026")):
        page.fill(f"[name=due_on_{box}]", typed)
    page.select_option("[name=owner]", label="Anita Rowe")
    page.check("[value=red]")
    go_on(page, "Save")
    wrong += look(manager, "/strategy/")
    follow(page.locator("main table a").first)
    here = page.url.removeprefix(manager.address)
    wrong += look(manager, here) + look(manager, f"{here}change/")
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_a_signed_in_parent(visit, width):
    parent = visit("family", width).as_("Nasreen Chowdhury")
    wrong = [finding for path in ("/mine/news/", "/mine/news/stop/", "/mine/") for finding in look(parent, path)]
    follow(parent.page.locator(".sp-tasks a").first)
    wrong += look(parent, parent.page.url.removeprefix(parent.address))
    says(parent.page, "Who to ask")
    here = parent.page.url.removeprefix(parent.address)
    wrong += look(parent, f"{here}withdraw/")
    parent.go(here)
    follow(parent.page.get_by_role("link", name="What we know about"))
    wrong += look(parent, parent.page.url.removeprefix(parent.address))
    assert wrong == []
