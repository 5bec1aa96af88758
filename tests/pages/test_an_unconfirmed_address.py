"""Nothing waits until a sender confirms their address; and the link that does it is a button, not a page."""

import re

import pytest

from cases.models import Case, Deadline
from ledger.models import Entry
from notices.models import Dispatch
from people.models import Carer
from tests.acts.together import everything
from tests.conftest import DoorClient
from tests.pages.asking import answer_everything, send
from tests.pages.reading import mark_on

pytestmark = pytest.mark.django_db


class TestAnUnconfirmedAddress:
    def test_the_clock_runs_and_the_request_stands_in_the_queue(self, family, desk):
        answer_everything(family, asks_for="assessment")
        send(family)
        assert Carer.objects.get().email_confirmed_at is None
        assert Deadline.objects.filter(ended_on=None).count() == 3
        queue = desk.as_("ben").get("/requests/").content.decode()
        assert Case.objects.get().reference in queue

    def link(self) -> str:
        letter = Dispatch.objects.get(template="help_received")
        return "/" + re.search(r"https?://\S+/confirm/\S+", letter.body).group(0).split("/", 3)[3]

    def test_opening_the_link_does_nothing_and_pressing_confirms(self, family):
        answer_everything(family)
        send(family)
        stranger = DoorClient("family")
        before = everything()
        for _ in range(3):
            page = stranger.get(self.link())
            assert page.status_code == 200
            assert "Ayaan" not in page.content.decode()
            assert "Nasreen" not in page.content.decode()
        assert everything() == before

        assert "is confirmed" in stranger.post(self.link()).content.decode()
        assert Carer.objects.get().email_confirmed_at
        once = everything()
        assert "is confirmed" in stranger.post(self.link()).content.decode(), "pressed twice it is still true"
        assert everything() == once

    def test_a_tampered_or_old_link_is_over(self, family):
        from datetime import timedelta

        import time_machine
        from django.utils import timezone

        answer_everything(family)
        send(family)
        link = self.link()
        swapped = link[:-5] + ("a" if link[-5] != "a" else "b") + link[-4:]
        for bad in (swapped, "/confirm/x/", link.replace("/confirm/", "/confirm/x")):
            assert family.get(bad).status_code == family.post(bad).status_code == 404
        with time_machine.travel(timezone.now() + timedelta(days=61)):
            assert family.post(link).status_code == 404
        assert Carer.objects.get().email_confirmed_at is None
        assert not Entry.objects.filter(event="sender.confirmed").exists()

    def test_a_mark_of_a_page_is_no_link_and_a_link_is_no_mark(self, family):
        """Each kind of token opens its own door alone."""
        answer_everything(family)
        mark = mark_on(family.get("/salford/ask/check/"))
        send(family)
        assert family.post(f"/confirm/{mark}/").status_code == 404
        family.cookies.clear()
        token = self.link().rstrip("/").rpartition("/")[2]
        assert family.post("/salford/ask/check/", {"draft": token}).status_code == 404
