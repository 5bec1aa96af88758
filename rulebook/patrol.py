"""Looks at what every sum leans on: the bank holidays on file."""

from collections.abc import Iterator

from cases.findings import Finding
from core import clock
from statute.calendar import known_until, running_out


def findings() -> Iterator[Finding]:
    """That the announced bank holidays are nearly used up. It is nobody's fault and everybody's: no authority's."""
    if running_out(clock.today()):
        yield Finding("bank holidays nearly used up: add the next year announced", "", f"on file to {known_until()}")
