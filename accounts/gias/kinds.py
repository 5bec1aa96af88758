"""What kind of setting an establishment is, from how the register describes it."""

BY_TYPE = (
    ("children's cent", "centre"), ("nursery", "nursery"), ("special", "special"), ("secure", "other"),
    ("alternative provision", "alternative"), ("further education", "college"), ("sixth form", "college"),
    ("16 to 19", "college"), ("16-19", "college"), ("college", "college"), ("post-16", "college"),
    ("independent", "independent"), ("higher education", "other"), ("offshore", "other"), ("overseas", "other"),
)  # fmt: skip
BY_PHASE = (
    ("nursery", "nursery"), ("primary", "primary"), ("secondary", "secondary"), ("all-through", "all_through"),
    ("all through", "all_through"), ("16 plus", "college"),
)  # fmt: skip
PRIMARY_ENDS = 12


def kind_of(type_name: str, phase: str, name: str, high_age: int | None) -> str:
    """One of ``Setting.Kind``. A referral unit is told apart by its name and by the age it ends at."""
    type_name, phase, name = type_name.casefold().replace("’", "'"), phase.casefold(), name.casefold()
    if "hospital school" in name:
        return "hospital"
    if "independent" in type_name and "nursery" in phase:
        return "pvi"
    if "pupil referral" in type_name:
        if "medical" in name or "hospital" in name or "tuition" in name:
            return "medical_pru"
        return "primary_pru" if high_age and high_age <= PRIMARY_ENDS else "secondary_pru"
    for words, kind in BY_TYPE:
        if words in type_name:
            return kind
    return next((kind for words, kind in BY_PHASE if words in phase), "other")
