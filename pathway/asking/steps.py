"""The questions in order, one page each. Each knows whether it needs asking.

To ask one more: a ``Question`` with its fields, a ``Step`` here, a line in ``summary``, a field of ``Request``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cases import drafts
from pathway.asking import questions as family
from pathway.asking import service, work
from pathway.asking.question import ACCOUNT, Answers, Question, at_work
from referrals.words import AsksFor


@dataclass(frozen=True)
class Step:
    """One question on the way."""

    key: str
    form: type[Question]
    needed: Callable[[Answers], bool] = lambda answers: True


def _of_family(answers: Answers) -> bool:
    return not at_work(answers)


STEPS = (
    Step("who", family.WhoFor, lambda answers: ACCOUNT not in answers),
    Step("what", family.What),
    Step("work", work.AtWork, at_work),
    Step("child", family.TheChild),
    Step("parent", work.TheParent, at_work),
    Step("happening", family.Happening),
    Step("tried", work.Tried, at_work),
    Step("needs", work.NeedsQuestion, at_work),
    Step("reason", work.Reason, at_work),
    Step("services", work.Services, at_work),
    Step("service", service.WhichService, lambda answers: at_work(answers) and service.any_services(answers)),
    Step("fits", service.Fits, lambda answers: at_work(answers) and service.has_lines(answers)),
    Step("how-it-fits", service.HowItFits, lambda answers: at_work(answers) and bool(service.checked_for(answers))),
    Step("home", family.Home),
    Step("elsewhere", family.Elsewhere, lambda answers: bool(answers.get("home", {}).get("elsewhere"))),
    Step("concern", work.Concern, at_work),
    Step("you", family.You, _of_family),
    Step(
        "sharing",
        family.Sharing,
        lambda answers: _of_family(answers) and answers.get("what", {}).get("asks_for") != AsksFor.ASSESSMENT,
    ),
)


BEGINNINGS = {"who", "what"}
"""Questions that need no answer before them: a page left open, or an old link, begins at either."""


THEN = {"service": ("fits", "how-it-fits"), "fits": ("how-it-fits",)}
"""Pages that follow from an answer, and are shown again when it changes."""


def steps(answers: Answers) -> list[Step]:
    """The questions this person is asked, given what they have answered."""
    return [step for step in STEPS if step.needed(answers)]


def first(answers: Answers) -> Step:
    """The question that begins it."""
    return steps(answers)[0]


def step_called(key: str, answers: Answers) -> Step | None:
    """The question of this address, or None when it does not exist or is not asked."""
    return next((step for step in steps(answers) if step.key == key), None)


def first_open(answers: Answers) -> Step | None:
    """The first question without a whole answer, or None when all are answered."""
    return next((step for step in steps(answers) if not _answered(step, answers)), None)


def _answered(step: Step, answers: Answers) -> bool:
    """Whether the answers kept are whole for the question as it is asked now, with nothing typed that waits."""
    if step.key not in answers or step.key in answers.get(drafts.TYPED, {}):
        return False
    asked = step.form(answers=answers).fields
    return all(answers[step.key].get(name) for name, field in asked.items() if field.required)


def after(key: str, answers: Answers) -> Step | None:
    """The question after this one, or None at the end."""
    keys = [step.key for step in steps(answers)]
    later = keys[keys.index(key) + 1 :]
    return step_called(later[0], answers) if later else None


def before(key: str, answers: Answers) -> Step | None:
    """The question before this one, or None at the beginning."""
    keys = [step.key for step in steps(answers)]
    place = keys.index(key)
    return step_called(keys[place - 1], answers) if place else None


def skipped(key: str, answers: Answers) -> bool:
    """Whether a question before this one has no whole answer."""
    keys, open_one = [step.key for step in steps(answers)], first_open(answers)
    return open_one is not None and keys.index(open_one.key) < keys.index(key)
