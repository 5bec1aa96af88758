"""A register of schools to the official header, of any length. Every name and number in it is invented."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

HEADER = next(csv.reader(Path(__file__).with_name("gias_header.csv").read_text().splitlines()))
TYPES = (
    ("Community school", "Primary"), ("Academy converter", "Secondary"), ("Community special school", "Not applicable"),
    ("Local authority nursery school", "Nursery"), ("Pupil referral unit", "Not applicable"),
    ("Further education", "16 plus"), ("Other independent school", "Not applicable"), ("Free schools", "All-through"),
)  # fmt: skip
PLACES = ("Ashbrook", "Birchmere", "Coldwater", "Dunmow Vale", "Elderfield", "Fernhill", "Gorsey Bank", "Hollins")


def a_line(urn: int, **said: str) -> dict[str, str]:
    """One establishment, with whatever is said of it by the register's own names for the columns."""
    type_name, phase = TYPES[urn % len(TYPES)]
    line = {
        "URN": str(urn), "LA (code)": "355", "LA (name)": "Salford", "EstablishmentNumber": f"{urn % 10000:04}",
        "EstablishmentName": f"{PLACES[urn % len(PLACES)]} Café School {urn}",
        "TypeOfEstablishment (name)": type_name, "PhaseOfEducation (name)": phase, "EstablishmentStatus (name)": "Open",
        "OpenDate": "01-09-1998", "CloseDate": "", "StatutoryHighAge": "11", "SchoolCapacity": "210",
        "Street": f"{urn % 90} Mill Lane", "Town": "Nowhere", "Postcode": f"ZZ{urn % 9 + 1} {urn % 9}AB",
        "AdministrativeWard (name)": "Eastfold", "OfstedRating (name)": "Good", "OfstedLastInsp": "12-03-2024",
        "SEN1 (name)": "Not Applicable", "SEN2 (name)": "ASD - Autistic Spectrum Disorder",
        "ResourcedProvisionCapacity": "", "SenUnitCapacity": "12", "Section41Approved (name)": "Not applicable",
        "InspectorateReport": "x" * 200,
    }  # fmt: skip
    return line | said


def written(
    lines, *, encoding: str = "cp1252", delimiter: str = ",", columns: list[str] = HEADER, blank: int = 0
) -> bytes:
    """The file of these lines, as downloaded unless told otherwise."""
    text = io.StringIO(newline="")
    out = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL if encoding == "cp1252" else csv.QUOTE_MINIMAL)
    out.writerow([*columns, *[""] * blank])
    for line in lines:
        out.writerow([*(line.get(name, "") for name in columns), *[""] * blank])
    return text.getvalue().encode(encoding)


def england(count: int) -> Iterator[dict[str, str]]:
    """That many establishments, one in fifty of them Salford's."""
    for number in range(count):
        yield a_line(100_000 + number, **({} if number % 50 == 0 else {"LA (code)": "855", "LA (name)": "Elsewhere"}))
