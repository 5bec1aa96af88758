"""Known or unknown, an answer takes as long: with the real password hasher, asked in turn, and compared by ranks."""

import time
from math import erf, sqrt
from statistics import median

import pytest
from django.core.cache import cache

from tests.conftest import DoorClient

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.xdist_group("how long")]
KNOWN, UNKNOWN = "ben@people.example", "not.known@people.example"
REAL = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
PAIRS = 40


def likely(first: list[float], second: list[float]) -> float:
    """Mann-Whitney: how likely it is that two such rows of times come from one and the same clock."""
    ranks = {value: rank for rank, value in enumerate(sorted(first + second), start=1)}
    n, m = len(first), len(second)
    u = sum(ranks[value] for value in first) - n * (n + 1) / 2
    z = abs(u - n * m / 2) / sqrt(n * m * (n + m + 1) / 12)
    return 2 * (1 - (1 + erf(z / sqrt(2))) / 2)


def taken(path: str, named: str, more: dict) -> tuple[list[float], list[float]]:
    """How long each answer took, known and unknown in turn, the order turned round each time."""
    times: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for number in range(PAIRS + 2):
        for login in (KNOWN, UNKNOWN) if number % 2 else (UNKNOWN, KNOWN):
            cache.clear()
            client = DoorClient("desk")
            client.settles = False
            began = time.perf_counter()
            client.post(path, {named: login, **more})
            if number >= 2:  # the first are slow for everybody
                times[login].append(time.perf_counter() - began)
    return times[KNOWN], times[UNKNOWN]


def alike(known: list[float], unknown: list[float]) -> bool:
    """Not told apart by ranks, or less than a twentieth apart in the middle."""
    apart = abs(median(known) - median(unknown)) / median(unknown)
    return likely(known, unknown) > 0.01 or apart < 0.05


@pytest.fixture(autouse=True)
def really_hashed(world, settings):
    """The hasher of production, and a password of Ben's made with it."""
    settings.PASSWORD_HASHERS = REAL
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": None, "login": None, "reset_password": None}
    ben = world.person("ben")
    ben.set_password("a long enough password")
    ben.save()


def test_signing_in_takes_as_long_for_an_account_that_there_is(world):
    assert alike(*taken("/sign-in/", "login", {"password": "not it at all"}))


def test_asking_for_a_new_password_takes_as_long_for_an_account_that_there_is(world):
    assert alike(*taken("/password/", "email", {}))


def test_the_comparison_can_tell_two_clocks_apart():
    slow, quick = [0.30 + number / 1000 for number in range(40)], [0.25 + number / 1000 for number in range(40)]
    assert not alike(slow, quick)
    assert alike(slow, [value + 0.0001 for value in slow])
