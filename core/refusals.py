"""How the house says no."""


class Refused(Exception):
    """The act is lawful for this person but cannot be done now. Becomes a page of reasons (409).

    ``reasons`` are plain sentences for the person who pressed the button.
    """

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = tuple(str(reason) for reason in reasons)


class Invalid(Refused):
    """What was entered cannot be so; ``fields`` says what is wrong where."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(*fields.values())
        self.fields = fields


class NotAllowed(Exception):
    """This person may not. ``seen`` says whether the thing itself is already on their screen.

    Unseen things answer with the one not-found page, so that a refusal never tells a stranger that
    a child is known here.
    """

    def __init__(self, why: str = "", *, seen: bool = False) -> None:
        super().__init__(why)
        self.seen = seen
        self.why = why


class OutsideAnAction(Exception):
    """A guarded row was about to change without the doorway. Always a mistake in the code."""
