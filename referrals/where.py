"""Where a child lives and learns, read from what the council has set up: for the tests of ``eligibility``."""

from datetime import date

from accounts.models import Setting
from accounts.places import Area, district_of
from accounts.selectors_setup import areas
from accounts.selectors_wards import councils_of, wards_at
from referrals.eligibility import Where


def whose(authority_id: str, postcode: str) -> tuple[str, bool]:
    """Another council in this installation to which a postcode is known to belong, and whether it is known to be this
    one's. Neither, where nobody has brought the postcode in."""
    councils = councils_of(postcode) if postcode else {}
    if authority_id in councils:
        return "", True
    return next(iter(councils.values()), ""), False


def where(authority_id: str, postcode: str, learns_at: str, on: date) -> Where:
    """As far as anybody here can tell."""
    localities = areas(authority_id)
    school = _postcode_of(authority_id, learns_at)
    wards = wards_at(authority_id, [one for one in (postcode, school) if one])
    council, ours = whose(authority_id, postcode)
    return Where(
        home=_open(localities, postcode, wards, on),
        school=_open(localities, school, wards, on),
        localities=bool(localities),
        postcode=bool(postcode),
        council=council,
        ours=ours,
    )


def _postcode_of(authority_id: str, learns_at: str) -> str:
    rows = Setting.objects.filter(authority_id=authority_id, name__iexact=learns_at.strip()).exclude(postcode="")
    return (learns_at.strip() and rows.values_list("postcode", flat=True).order_by("pk").first()) or ""


def _open(localities: list[Area], postcode: str, wards: dict[str, str], on: date) -> str:
    """The locality of a postcode that takes requests that day."""
    ward, district = wards.get(postcode, ""), district_of(postcode)
    for area in localities:
        if area.takes_on(on) and ((district and district in area.districts) or (ward and ward in area.wards)):
            return area.name
    return ""
