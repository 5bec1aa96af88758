"""The parts that need no house: a database of their own, a clock that is held, and a few processes.

python -m drill.held PART SEED SIZE       prints what was seen as one line of JSON
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

from drill.report import Row

PARTS = ("away", "clocks", "leap", "shuffled")
FULL, QUICK = 500, 120
HANDS = 4


def main(part: str, seed: str, size: str) -> None:
    """One part, on the database that the environment names."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")
    django.setup()
    for row in rows_of(part, int(seed), int(size)):
        print(json.dumps(asdict(row)), flush=True)


@contextmanager
def tools() -> Iterator[tuple]:
    """A mail server and four hands, whose letters go to it."""
    from drill.hands import Hands
    from drill.sink import Sink

    sink = Sink(pause=0)
    sink.server.start()
    hands = Hands(HANDS, {**os.environ, "EMAIL_URL": sink.address})
    try:
        yield hands, sink
    finally:
        hands.close()
        sink.server.stop()


def rows_of(part: str, seed: int, size: int) -> Iterator[Row]:
    """What a part comes to."""
    if part == "clocks":
        from drill import minutes

        night = {0: minutes.SPRING, 1: minutes.AUTUMN}[seed % 2]
        yield minutes.drill(night)
        return
    from drill import away, leaps, shuffled

    doing: dict[str, Callable[..., Row]] = {
        "away": lambda hands, sink: away.drill(hands, sink, seed, size),
        "leap": lambda hands, sink: leaps.drill(hands),
        "shuffled": lambda hands, sink: shuffled.drill(hands, sink, seed),
    }
    with tools() as (hands, sink):
        yield doing[part](hands, sink)


if __name__ == "__main__":
    main(*sys.argv[1:])
