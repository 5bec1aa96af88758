"""Guesses at passwords and codes: five wrong ones from one place at one account, and that pair waits a quarter of an
hour. Whoever guesses elsewhere locks nobody out who sits somewhere else, until the account itself has had twenty.

Counted in the cache before a guess is looked at, so that guesses made at once are counted too. Keyed on what was typed,
so an account that does not exist locks like one that does. While the cache is away nothing is counted.
"""

from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from door.counted import counted

WAIT = 15 * 60
TRIES, OF_AN_ACCOUNT, OF_A_PLACE = 5, 20, 100
"""Wrong guesses at one account from one place; at one account from everywhere; from one place at all accounts, for
everybody at a council may share an address. Each within a quarter of an hour of the first."""


@dataclass(frozen=True)
class Guess:
    """One guess: at what kind of secret, whose, from where."""

    pair: str
    account: str
    place: str

    def may_be_looked_at(self) -> bool:
        """Counts it. False once there have been too many."""
        tries = [counted(key, WAIT) for key in (self.pair, self.account, self.place)]
        return all(tried <= most for tried, most in zip(tries, (TRIES, OF_AN_ACCOUNT, OF_A_PLACE), strict=True))

    def was_right(self) -> None:
        """Forgets it, and the wrong ones before it from the same place."""
        cache.delete(self.pair)
        for key in (self.account, self.place):
            if cache.get(key):
                cache.decr(key)


def guess(request: HttpRequest, kind: str, account: str) -> Guess:
    """A guess at somebody's ``kind`` of secret, from wherever the request comes."""
    place = get_adapter(request).get_client_ip(request)

    def key(of: str, *parts: str) -> str:
        kept = salted_hmac("sendpath.limits", "\n".join((kind, *parts)), algorithm="sha256").hexdigest()
        return f"guesses:{of}:{kept}"

    account = account.strip().casefold()
    return Guess(key("pair", account, place), key("account", account), key("place", place))
