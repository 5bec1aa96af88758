"""Children with people and places around them, entered through the acts that people use."""

from dataclasses import dataclass
from datetime import date

from cases.actions.child.address import Place, keep_address
from cases.actions.child.bar import put_bar
from cases.actions.child.details import change_details
from cases.actions.child.learning import Attended, keep_learning
from cases.actions.child.person import Person, keep_person
from cases.models import Case
from people.facts import Details
from people.models import Address, Around, Bar, Learning
from people.words import Home, Known, Tie
from tests.personas import who


def details(**changes) -> Details:
    """Ayaan, eight years old, with everything known."""
    return Details(
        **{
            "given_name": "Ayaan", "family_name": "Chowdhury", "born_on": date(2018, 6, 14), "pronouns": "he and him",
            "languages": "Sylheti and English", "interpreter": Known.YES.value, "communication": "Signs and pictures.",
            "nhs_number": "943 476 5919", "upn": "H801200001001", "uln": "1000000000", **changes,
        }
    )  # fmt: skip


@dataclass(frozen=True)
class Family:
    """A child who lives at two homes, one of them secret, and who stands around them."""

    case: Case
    open_home: Address
    secret_home: Address
    school: Learning
    mother: Around
    father: Around
    foster_carer: Around
    bar: Bar | None


def two_homes(case: Case, *, by: str = "ben", bar: bool = False, **words) -> Family:
    """A mother at a secret address, a father who may not be told it, and a foster carer from another council.

    ``words`` are those of the secret home and the rest, to be looked for."""
    said = {
        "secret_lines": "3 Hidden Lane\nEccles", "secret_postcode": "M30 0AA", "school": "Quiet Street Primary",
        "mother_phone": "07700 900 101", "carer_name": "Frances Oyelaran", "carer_email": "frances@carers.example",
        **words,
    }  # fmt: skip
    doer = who(by)
    mother = keep_person(
        case.pk, None, Person(Tie.MOTHER, "Nadia Rahman", responsible="yes", lives_with=True,
        phone=said["mother_phone"], email="nadia@families.example"), by=doer,
    )  # fmt: skip
    father = keep_person(
        case.pk, None, Person(Tie.FATHER, "Karim Rahman", responsible="yes", lives_with=False,
        email="karim@families.example"), by=doer,
    )  # fmt: skip
    foster = keep_person(
        case.pk, None, Person(Tie.FOSTER_CARER, said["carer_name"], acts_for="Leeds City Council", responsible="no",
        email=said["carer_email"], secret=True), by=doer,
    )  # fmt: skip
    open_home = keep_address(
        case.pk, None, Place(Home.PART, "14 Broadwalk\nSalford", "M5 4WT", since=date(2024, 1, 5)), by=doer
    )
    secret_home = keep_address(
        case.pk, None, Place(Home.LIVES, said["secret_lines"], said["secret_postcode"], since=date(2026, 3, 1),
        secret=True, told=(str(mother.pk),)), by=doer,
    )  # fmt: skip
    school = keep_learning(case.pk, None, Attended(said["school"], secret=True), by=doer)
    change_details(case.pk, details(**_names(case)), by=doer)
    barred = put_bar(case.pk, father.pk, [], "An order of the family court.", by=doer) if bar else None
    return Family(case, open_home, secret_home, school, mother, father, foster, barred)


def _names(case: Case) -> dict:
    child = case.child
    return {
        "given_name": child.given_name, "family_name": child.family_name, "born_on": child.born_on,
        "preferred_name": child.preferred_name,
    }  # fmt: skip
