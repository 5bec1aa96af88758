"""When the law itself came into force.

The rule book gives one wording for most rules, and that wording serves for every date; these days are for showing,
and for telling versions apart when the law changes. Those marked *book* are in the rule book. The rest are general
knowledge of the instruments, for a statutory lead to confirm before anyone relies on them.
"""

from datetime import date

CHILDREN_AND_FAMILIES_ACT = date(2014, 9, 1)
SEND_REGULATIONS = date(2014, 9, 1)
SEND_CODE = date(2014, 9, 1)
PERSONAL_BUDGET_REGULATIONS = date(2014, 9, 1)
CONCESSIONS_AS_AMENDED = date(2015, 4, 1)
DETAINED_PERSONS_REGULATIONS = date(2015, 4, 1)
CARE_ACT = date(2015, 4, 1)
TRIBUNAL_RULES = date(2008, 11, 3)
TRIBUNAL_RULE_12_AS_AMENDED = date(2020, 7, 21)
"""Book: the two-part August and Christmas rule."""
EQUALITY_ACT = date(2010, 10, 1)
RECOMMENDATIONS_REGULATIONS = date(2018, 4, 3)
"""Book: the amendments of 2017, in force 3 April 2018."""
EDUCATION_ACT_1996 = date(1996, 11, 1)
SCHOOL_LEAVING_DATE_ORDER = date(1998, 1, 1)
START_OF_SCHOOL_AGE_ORDER = date(1998, 9, 1)
SCHOOL_STANDARDS_ACT = date(1999, 9, 1)
EDUCATION_AND_INSPECTIONS_ACT = date(2007, 9, 1)
OFF_SITE_REGULATIONS = date(2010, 9, 1)
OFF_SITE_AS_AMENDED = date(2013, 1, 1)
"""Book: the review every 30 days ended."""
EXCLUSION_REGULATIONS = date(2012, 9, 1)
ADMISSIONS_CODE = date(2021, 9, 1)
SUPPORT_REGISTER_POLICY = date(2023, 5, 1)
"""Book: to be implemented by 1 May 2023."""
HEALTH_NEEDS_GUIDANCE = date(2023, 12, 1)
"""Book: December 2023, no day."""
REGISTRATION_REGULATIONS = date(2024, 8, 19)
"""Book."""
EXCLUSION_GUIDANCE_2026 = date(2026, 7, 26)
"""Book: statutory guidance published 26 May 2026, and the regulations on off-site direction."""
