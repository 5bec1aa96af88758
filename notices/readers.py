"""Who a letter goes to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reader:
    """Somebody a letter goes to, as they stand at posting time."""

    ref: str
    address: str
