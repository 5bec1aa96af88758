"""An answer that takes as long for everybody: whether an account exists is not to be read off a clock."""

import time
from functools import wraps

LEAST = 0.35
"""Seconds: several times what the work behind it takes, for anybody. How often one place may ask is limited."""


def steady(view):
    """Holds an answer to a posted form back until ``LEAST`` seconds have gone."""

    @wraps(view)
    def held(request, *args, **kwargs):
        began = time.monotonic()
        answer = view(request, *args, **kwargs)
        if request.method == "POST":
            time.sleep(max(0.0, LEAST - (time.monotonic() - began)))
        return answer

    return held
