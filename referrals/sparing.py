"""How often answers to a question may be sent, and links be tried that are none: nobody fills a record through us.

Counted in the cache, before anything is read or written. While the cache is away nothing is counted, for a family must
be able to answer.
"""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from door.counted import counted

TO_A_QUESTION, FROM_A_PLACE, MADE_UP = 10, 60, 60
"""Answers to one question, answers from one address on the net, where many may sit, and links from there that are not
ours or too old. Each within an hour of the first."""


def may_answer(request: HttpRequest, question: str) -> bool:
    """Whether one more answer to this question is taken, from wherever it comes. Counts it."""
    kept = salted_hmac("sendpath.answers", question).hexdigest()
    of_question = counted(f"answers:question:{kept}") <= TO_A_QUESTION
    return counted(f"answers:place:{_place(request)}") <= FROM_A_PLACE and of_question


def may_try_links(request: HttpRequest) -> bool:
    """Whether one more link that is none is looked at from there. Counts it."""
    return counted(f"answers:made-up:{_place(request)}") <= MADE_UP


def _place(request: HttpRequest) -> str:
    return salted_hmac("sendpath.answers", get_adapter(request).get_client_ip(request)).hexdigest()
