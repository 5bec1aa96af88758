from accounts.models.agreement import Agreement, AgreementParty, AgreementVersion
from accounts.models.authority import Agency, AgencyMailbox, Authority
from accounts.models.away import Absence
from accounts.models.bringing_in import BringingIn, RegisterLine
from accounts.models.invitation import Invitation
from accounts.models.locality import Locality
from accounts.models.person import Person
from accounts.models.photo import Photo
from accounts.models.provision import Provision
from accounts.models.reach import CalendarFeed, Preference
from accounts.models.setting import SchoolCalendar, Setting
from accounts.models.signed_in import SignedIn
from accounts.models.team import Membership, Team
from accounts.models.ward import Ward, WardPostcode

__all__ = [
    "Absence", "Agency", "AgencyMailbox", "Agreement", "AgreementParty", "AgreementVersion", "Authority",
    "BringingIn", "CalendarFeed", "Invitation", "Locality", "Membership", "Person", "Photo", "Preference", "Provision",
    "RegisterLine", "SchoolCalendar", "Setting", "SignedIn", "Team", "Ward", "WardPostcode",
]  # fmt: skip
