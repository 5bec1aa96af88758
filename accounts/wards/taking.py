"""Puts what was read of wards and postcodes into their tables."""

OF_THE_FILE = "FROM accounts_registerline l WHERE l.bringing_in_id = %s AND l.attempt = %s AND l.what <> 'bad'"
TAKE_WARDS = f"""
INSERT INTO accounts_ward (id, authority, code, name, of_interest)
SELECT DISTINCT ON (l.values->>'ward') l.id, l.authority, l.values->>'ward', '', false {OF_THE_FILE}
ORDER BY l.values->>'ward', l.line
ON CONFLICT (authority, code) DO NOTHING
"""  # noqa: S608
TAKE_POSTCODES = f"""
INSERT INTO accounts_wardpostcode (id, authority, postcode, ward_id, area, fifth)
SELECT said.id, said.authority, said.urn, w.id, said.values->>'area', (said.values->>'fifth')::int
FROM (SELECT l.* {OF_THE_FILE}) said
JOIN accounts_ward w ON w.authority = said.authority AND w.code = said.values->>'ward'
ON CONFLICT (authority, postcode) DO UPDATE
SET ward_id = excluded.ward_id, area = excluded.area, fifth = excluded.fifth
"""  # noqa: S608
TAKE_NAMES = f"""
INSERT INTO accounts_ward (id, authority, code, name, of_interest)
SELECT l.id, l.authority, l.urn, l.values->>'name', false {OF_THE_FILE}
ON CONFLICT (authority, code) DO UPDATE SET name = excluded.name
"""  # noqa: S608
