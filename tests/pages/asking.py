"""Filling in the family's request as a browser does."""

ANSWERS = {
    "what": {"asks_for": "help"},
    "who": {"who": "child"},
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
