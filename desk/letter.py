"""One letter: its exact text, to whom, how often it was tried, and the proof that it went."""

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.letters import letter_called
from cases.powers import OVERSEERS
from desk.proof import proof
from door.page import page
from ledger import looking
from notices.keys_in_text import without_keys
from notices.words import Standing


@page(roles=CASE_STAFF)
def letter(request, key):
    """Shows a letter to whoever may see how its case is reached. Looking at a case's letter is recorded."""
    seen = letter_called(request.who, key)
    if seen.letter.case_ref:
        looking.note(
            authority=seen.letter.authority_id, case_ref=seen.letter.case_ref, actor_ref=request.who.ref, page="letter"
        )
    minds = bool(request.who.roles & OVERSEERS)
    in_trouble = seen.letter.standing in {Standing.STOPPED, Standing.RETURNED}
    return render(
        request,
        "desk/letter.html",
        {
            "seen": seen,
            "text": without_keys(seen.letter.body),
            "left_out": without_keys(seen.letter.body) != seen.letter.body,
            "proof": proof(seen, for_minder=minds),
            "minds": minds,
            "may_act": minds and in_trouble and not seen.letter.dealt_at,
        },
    )
