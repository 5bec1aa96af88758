from accounts.models.authority import Agency, Authority
from accounts.models.person import Person
from accounts.models.team import Membership, Team

__all__ = ["Agency", "Authority", "Membership", "Person", "Team"]
