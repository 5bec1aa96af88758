"""Keeps the worklists, in the act's own transaction."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from cases.models import Case, Caseload, Deadline, Involvement


def keep(case: Case) -> None:
    """Writes the rows this case should have, and takes away those it should not."""
    due = dict(rows_for(case))
    Caseload.objects.filter(case=case).exclude(team__in=due).delete()
    Caseload.objects.bulk_create(
        [
            Caseload(
                authority_id=case.authority_id,
                case=case,
                team_id=team,
                next_on=next_on,
                next_duty=next_duty,
                received_on=case.received_on,
            )
            for team, (next_on, next_duty) in due.items()
        ],
        update_conflicts=True,
        unique_fields=["authority", "team", "case"],
        update_fields=["next_on", "next_duty", "received_on"],
    )


def rows_for(case: Case) -> Iterator[tuple[UUID, tuple[date, str]]]:
    """The teams on whose list a case stands, with the day to work to and its duty. A joined case stays on them: its
    own request still waits."""
    owed = Deadline.objects.filter(case=case, ended_on=None).order_by("plan_for", "duty")
    earliest = owed.values_list("plan_for", "duty").first() or (case.received_on, "")
    teams = Involvement.objects.filter(case=case, team__isnull=False, until=None).values_list("team", flat=True)
    for team in teams:
        yield team, earliest
