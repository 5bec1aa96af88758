"""A conversation with the parent of the first child with a lead at the first council: a message waits for an answer,
and the lead wrote down what the parent wants known about the child."""

from cases.company import partners_on
from cases.models import Involvement
from cases.words import Capacity
from core.past import hold
from demo.front_door import _at, _who
from demo.services import FIRST
from profiles.actions.write import write_for
from profiles.words import Section
from talking.actions.say import Telling, say
from talking.models import Talk
from talking.words import Way

RANG = "Rang to say that mornings are easier now, and asked when we know about the place at the club."


TOLD = {
    Section.MATTERS: "Drumming, the dog next door, and knowing what comes next.",
    Section.TALKING: "Short sentences, and time to answer. Drawing it helps when the words are gone.",
    Section.HELPS: "A quiet corner, and five minutes’ warning before anything changes.",
    Section.WORRIES: "Hand dryers, fire bells, and people who come without saying so.",
}


def talk() -> None:
    """Once: the lead wrote, and wrote down a call that leaves an answer owed, and what the parent told them."""
    if Talk.objects.filter(authority_id=FIRST).exists():
        return
    led = Involvement.objects.filter(authority_id=FIRST, capacity=Capacity.LEAD, until=None).order_by("since", "pk")
    row = led.select_related("person", "case").first()
    if row is None or row.person is None or not (found := partners_on(row.case)):
        return
    by, key = _who(row.person.name), found[0].key
    with hold(_at(1, 10)):
        say(row.case_id, key, Telling("I am your engagement lead. Write or ring whenever you want."), by=by)
    with hold(_at(1, 15)):
        say(row.case_id, key, Telling(RANG, way=Way.PHONE, by_family=True, owed=True), by=by)
        write_for(row.case_id, key, TOLD, 0, by=by)
