"""Who a letter goes to."""

from dataclasses import dataclass

from notices.words import Channel


@dataclass(frozen=True)
class Reader:
    """Somebody a letter goes to, as they stand at posting time, and how it travels."""

    ref: str
    address: str
    channel: Channel = Channel.EMAIL
