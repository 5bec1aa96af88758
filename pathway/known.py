"""What is known about a child already when somebody begins to write an assessment, so that nobody is asked twice."""

from dataclasses import dataclass

from accounts.who import Who
from assessments.actions.write import FirstWords, latest_of
from assessments.models import AssessmentPart
from assessments.words import Chapter
from cases import sight
from cases.models import Case
from cases.need_words import SenType
from cases.needs_seen import standing_needs
from cases.secrecy import somebody_barred
from cases.words import Part
from door.words import long_date
from meetings.actions.close import notes_of
from meetings.models import Aim, Meeting
from meetings.words import MeetingState, Section
from people.words import Relationship
from referrals.models import Referral
from support.selectors import evidence_of
from support.words import CycleState

MOST = 4000


@dataclass(frozen=True)
class Known:
    """One thing that stands on the record, for whoever writes."""

    title: str
    lines: list[str]


def first_words(case: Case) -> dict[Chapter, FirstWords]:
    """What each part begins with, and where it was said: the assessment before, else the last meeting and the
    request."""
    before = latest_of(case)
    if before is not None and before.ended_at is not None:
        said_on = f"the assessment of {long_date(before.ended_at.date())}"
        rows = AssessmentPart.objects.filter(assessment=before)
        return {Chapter(row.chapter): FirstWords(row.said, said_on, row.written_by, row.written_at) for row in rows}
    found: dict[Chapter, FirstWords] = {}
    meeting = _last_meeting(case)
    if meeting is not None:
        said_at = f"the meeting of {long_date(meeting.held_on)}"
        notes = {row.section: row.said.get("words", "") for row in notes_of(meeting)}
        if notes.get(Section.VIEWS):
            found[Chapter.VIEWS] = FirstWords({"words": notes[Section.VIEWS]}, said_at)
        aims = _aims(case)
        if aims:
            found[Chapter.TOGETHER] = FirstWords({"plan": "\n".join(aims)[:MOST]}, said_at)
    asked = Referral.objects.select_related("sender").filter(case=case).first()
    if asked is None or asked.sender.relationship == Relationship.PROFESSIONAL:
        return found
    source = f"the request of {asked.sender.name}"
    if asked.sender.relationship == Relationship.SELF:  # a young person's own words are nobody else's
        own = "\n\n".join(words for words in (asked.words, asked.wanted) if words)
        found.setdefault(Chapter.VIEWS, FirstWords({"words": own[:MOST]}, source))
    else:
        found[Chapter.FAMILY] = FirstWords({"worries": asked.words[:MOST], "hopes": asked.wanted[:MOST]}, source)
    return found


def known_about(who: Who, case: Case) -> list[Known]:
    """What stands on the record and helps whoever writes, as far as they may read it."""
    parts, found = sight.parts_open_to(who, case), []
    needs = standing_needs(case)
    lines = [str(one.words) for one in sorted(needs.pathway)] + [str(SenType(one).words) for one in sorted(needs.sen)]
    found.append(Known("Needs noted", lines))
    asked = Referral.objects.filter(case=case).first()
    if asked is not None:
        found.append(Known("What was asked", [asked.words] if asked.words else []))
        found.append(Known("What had been tried", [asked.tried] if asked.tried else []))
    meeting = _last_meeting(case) if Part.TOGETHER in parts else None
    if meeting is not None:
        said = {row.section: row.said.get("words", "") for row in notes_of(meeting)}
        for section in (Section.WORKING, Section.WORRIES):
            words = said.get(section, "")
            title = f"{section.words} ({long_date(meeting.held_on)})"
            found.append(Known(title, [words] if words else []))
    if Part.TOGETHER in parts:
        found.append(Known("What should be different", _aims(case)))
    if Part.SUPPORT in parts:
        found.append(Known("Support without an EHC plan", _rounds(case)))
    return [one for one in found if one.lines]


def _rounds(case: Case) -> list[str]:
    """Each round of support that was agreed, with what came of it; and what the help of the last year cost."""
    seen = evidence_of(case)
    agreed = [one for one in seen.rounds if one.state != CycleState.WRITING]
    if not agreed or somebody_barred(case.pk):
        return []
    lines = [
        f"{one.title}, agreed {long_date(one.row.agreed_on)}: {'; '.join(help_.row.what for help_ in one.lines)}. "
        + (f"{one.met} of {len(one.outcomes)} outcomes reached." if one.row.reviewed_on else str(one.state.words) + ".")
        for one in agreed
    ]
    return [*lines, f"Planned help of the last twelve months: £{seen.cost}"]


def _last_meeting(case: Case) -> Meeting | None:
    """The meeting held last; none where two must not read each other's words, since each may have had their own."""
    if somebody_barred(case.pk):
        return None
    held = Meeting.objects.filter(case=case, state=MeetingState.HELD)
    return held.order_by("-held_on", "-closed_at").first()


def _aims(case: Case) -> list[str]:
    if somebody_barred(case.pk):
        return []
    rows = Aim.objects.filter(case=case).order_by("-meeting__held_on", "pk")
    return [f"{row.need}: {row.outcome} ({row.target})" if row.target else f"{row.need}: {row.outcome}" for row in rows]
