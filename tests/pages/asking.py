"""Filling in a request as a browser does."""

ANSWERS = {
    "who": {"who": "child"},
    "what": {"asks_for": "help"},
    "child": {
        "given_name": "Ayaan",
        "family_name": "Chowdhury",
        "preferred_name": "",
        "born_on_day": "14",
        "born_on_month": "6",
        "born_on_year": "2018",
    },
    "happening": {"words": "He hides under the table when it is loud.", "wanted": "Someone to talk to."},
    "home": {"home_postcode": "m54wt", "learns_at": "Broadwalk Primary"},
    "you": {
        "sender_name": "Nasreen Chowdhury",
        "relationship": "mother",
        "cares_for": "yes",
        "says_responsible": "yes",
        "email": "nasreen@families.example",
        "phone": "07700 900 982",
    },
    "sharing": {"consent": "yes"},
}


AT_WORK = {
    "who": {"who": "work"},
    "what": {"asks_for": "help"},
    "work": {
        "sender_name": "Moira Keane",
        "job": "SENCO",
        "organisation": "Broadwalk Primary",
        "for_school": "yes",
        "email": "moira@broadwalk.example",
        "phone": "0161 496 0122",
        "knows_how": "I see him in class every day.",
        "known_to_family": "yes",
    },
    "child": ANSWERS["child"],
    "parent": {
        "parent_name": "Nasreen Chowdhury",
        "parent_relationship": "mother",
        "parent_email": "nasreen@families.example",
        "parent_phone": "",
        "parent_home": "",
        "family_knows": "agrees",
    },
    "happening": {"words": "He hides under the table when it is loud.", "wanted": "A calm start to the day."},
    "tried": {"tried": "A quiet corner, and pictures of what comes next."},
    "needs": {
        "needs": ["speech", "semh"],
        "sen_types": ["SLCN"],
        "complex_because": "Several at once.",
    },
    "reason": {"main_reason": "communication"},
    "services": {
        "current": ["setting", "speech_language"],
        "expected": ["paediatrics"],
        "current_others": "Dads’ group",
        "expected_others": "",
    },
    "home": {"home_postcode": "m54wt", "learns_at": "Broadwalk Primary"},
    "concern": {"has_concern": "no", "concern": ""},
}
"""What a SENCO answers who has no account. A colleague who is signed in is not asked for name and address."""


def answer_at_work(client, path: str = "/salford/ask/", **changes):
    """Answers every question that somebody who works with the child is asked."""
    for key, given in AT_WORK.items():
        response = client.post(f"{path}{key}/", {**given, **changes.get(key, {})})
        assert response.status_code == 302, f"{key}: {response.content.decode()}"


def answer(family, key: str, **changes):
    """Answers one question and returns the response."""
    return family.post(f"/salford/ask/{key}/", {**ANSWERS[key], **changes})


def answer_everything(family, *, asks_for: str = "help", **changes):
    """Answers every question this kind of request is asked."""
    for key in ANSWERS:
        if key == "sharing" and asks_for == "assessment":
            continue
        given = {"asks_for": asks_for} if key == "what" else changes.get(key, {})
        response = answer(family, key, **given)
        assert response.status_code == 302, f"{key}: {response.content.decode()}"


def send(family) -> str:
    """Presses Send and returns the receipt page."""
    response = family.post("/salford/ask/check/", follow=True)
    assert response.redirect_chain[-1][0].endswith("/sent/"), response.content.decode()
    return response.content.decode()
