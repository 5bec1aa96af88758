from accounts.models.authority import Agency, Authority
from accounts.models.away import Absence
from accounts.models.person import Person
from accounts.models.reach import CalendarFeed, Preference
from accounts.models.setting import SchoolCalendar, Setting
from accounts.models.team import Membership, Team

__all__ = [
    "Absence", "Agency", "Authority", "CalendarFeed", "Membership", "Person", "Preference", "SchoolCalendar", "Setting",
    "Team",
]  # fmt: skip
