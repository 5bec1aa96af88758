"""Keys of the rows around one case: the case's own key, with its last byte saying which row it is.

So every row can be named in SQL and in Python alike, and rows of one case lie together as they do when acts make them.
"""

from uuid import UUID

PLACES = {
    "case": 0,
    "child": 1,
    "carer": 2,
    "involvement": 3,
    "referral": 4,
    "assessment": 5,
    "caseload": 6,
    "sent_once": 7,
    "received": 16,
    "in_terms": 17,
    "settled": 18,
    "on_reading": 19,
}
"""What the last byte of a key says. The last four are entries of history, in the order of cause."""
FIRST_DEADLINE, FIRST_LETTER, FIRST_NAME = 64, 128, 192

ROW_KEY = """
CREATE OR REPLACE FUNCTION pg_temp.row_key(of_case uuid, place int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT (left(of_case::text, 34) || lpad(to_hex(place), 2, '0'))::uuid $$
"""


def row_key(of_case: UUID, place: int) -> UUID:
    """The key of one row around a case: the same as SQL's ``pg_temp.row_key``."""
    return UUID(int=(of_case.int & ~0xFF) | place)
