"""Somebody may not be told an address: put and lifted by two people each. While one waits for the other, it holds."""

from enum import StrEnum
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.models import Case
from cases.secrecy import records_of_child
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Invalid, Refused
from core.words import _
from people.models import HOLDS, Address, Around, Bar
from people.words import BarState


class Why(StrEnum):
    """Why a bar cannot be answered."""

    YOUR_OWN = _("You put this yourself. A second person must answer.")
    YOUR_OWN_LIFT = _("You asked for this yourself. A second person must answer.")
    ANSWERED = _("This has been answered already, perhaps a moment ago.")


SAY_WHY = "Say why. Whoever answers reads it."


def put_bar(case_key: UUID, around_key: UUID, addresses: list[str], reason: str, *, by: Who) -> Bar:
    """Bars somebody from these addresses, or from every one, now and later. It holds from this moment.

    Raises Invalid, NotAllowed."""
    with action(
        Event.BAR_PUT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=Part.SECRET
    ) as act:  # fmt: skip
        sight.require_part(by, act.case, Part.SECRET)
        if not reason.strip():
            raise Invalid({"reason": SAY_WHY})
        around = Around.objects.get(pk=around_key, case_ref=case_key, mistaken_at=None)
        known = {
            str(key)
            for key in Address.objects.filter(case_ref__in=records_of_child(case_key)).values_list("pk", flat=True)
        }
        if not set(addresses) <= known:
            raise Invalid({"addresses": "Choose addresses of this child"})
        bar = Bar(
            authority_id=act.case.authority_id, case_ref=case_key, child_id=act.case.child_id, who=around,
            addresses=sorted(set(addresses)), reason=reason.strip(), put_by=by.ref, put_at=clock.now(),
        )  # fmt: skip
        bar.save()
        act.about = bar.pk
    return bar


def answer_bar(case_key: UUID, key: UUID, agreed: bool, *, by: Who) -> Bar:
    """A second person agrees to a bar, or to lifting it, or does not. Raises Refused, NotAllowed."""
    lifting = Bar.objects.get(pk=key, case_ref=case_key).state == BarState.LIFT_ASKED
    event = Event.BAR_LIFT_ANSWERED if lifting else Event.BAR_ANSWERED
    with action(event, by=by, subject=lambda: Case.objects.get(pk=case_key), part=Part.SECRET) as act:
        sight.require_part(by, act.case, Part.SECRET)
        bar = Bar.objects.get(pk=key, case_ref=case_key)
        if bar.state != (BarState.LIFT_ASKED if lifting else BarState.PUT):
            raise Refused(Why.ANSWERED)
        if (bar.lift_asked_by if lifting else bar.put_by) == by.ref:
            raise Refused(Why.YOUR_OWN_LIFT if lifting else Why.YOUR_OWN)
        if lifting and agreed:
            bar.lift(by.ref, clock.now())
        elif lifting:
            bar.keep()
        elif agreed:
            bar.agree(by.ref, clock.now())
        else:
            bar.turn_down(by.ref, clock.now())
        bar.save()
        act.about, act.facts = bar.pk, {"agreed": "yes" if agreed else "no"}
    return bar


def ask_to_lift(case_key: UUID, key: UUID, reason: str, *, by: Who) -> Bar:
    """Says why a bar is no longer needed. It holds until a second person has lifted it. Raises Invalid, Refused."""
    with action(
        Event.BAR_LIFT_ASKED, by=by, subject=lambda: Case.objects.get(pk=case_key), part=Part.SECRET
    ) as act:  # fmt: skip
        sight.require_part(by, act.case, Part.SECRET)
        if not reason.strip():
            raise Invalid({"reason": SAY_WHY})
        bar = Bar.objects.get(pk=key, case_ref=case_key)
        if bar.state != BarState.AGREED:
            raise Refused(Why.ANSWERED)
        bar.ask_to_lift(by.ref, clock.now(), reason.strip())
        bar.save()
        act.about = bar.pk
    return bar


def holds(bar: Bar) -> bool:
    """Whether somebody may still not be told."""
    return bar.state in HOLDS
