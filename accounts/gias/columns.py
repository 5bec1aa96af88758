"""What we read of the register's hundred and forty columns, by every name a release has given them."""

NEEDED = {
    "urn": ("URN",),
    "la_code": ("LA (code)", "LA"),
    "name": ("EstablishmentName",),
    "type": ("TypeOfEstablishment (name)", "TypeOfEstablishment"),
    "status": ("EstablishmentStatus (name)", "EstablishmentStatus", "Status"),
}
OTHERS = {
    "la_name": ("LA (name)",),
    "number": ("EstablishmentNumber",),
    "phase": ("PhaseOfEducation (name)", "PhaseOfEducation"),
    "opened": ("OpenDate",),
    "closed": ("CloseDate",),
    "low_age": ("StatutoryLowAge",),
    "high_age": ("StatutoryHighAge",),
    "capacity": ("SchoolCapacity",),
    "street": ("Street",),
    "locality": ("Locality",),
    "address3": ("Address3",),
    "town": ("Town",),
    "county": ("County (name)", "County"),
    "postcode": ("Postcode",),
    "ward": ("AdministrativeWard (name)", "Ward"),
    "inspected": ("OfstedRating (name)", "OfstedRating"),
    "inspected_on": ("OfstedLastInsp", "DateOfLastInspectionVisit"),
    "base": ("ResourcedProvisionCapacity",),
    "unit": ("SenUnitCapacity",),
    "section_41": ("Section41Approved (name)", "Section41Approved"),
    **{f"sen{n}": (f"SEN{n} (name)", f"SEN{n}") for n in range(1, 14)},
}
