"""Who may be told where a child is. Asked of every record of the child, whoever the reader: a secret of one is a secret
of all. Nothing here is shown to anybody."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from cases.models import Case
from people.models import HOLDS, Address, Around, Bar, Earlier, Learning


def records_of_child(case_key: UUID) -> list[UUID]:
    """Every record of the same child: its own, and those joined to it."""
    own = Case.objects.filter(pk=case_key).values_list("merged_into", flat=True).first() or case_key
    return [own, *Case.objects.filter(merged_into=own).values_list("pk", flat=True)]


def secret_among(case_keys: Iterable[UUID]) -> set[UUID]:
    """Those of these cases about whose child something must be kept from somebody: where the child is, or with whom.
    What has ended counts too: a place somebody left can lead to where they went."""
    asked = dict(Case.objects.filter(pk__in=list(case_keys)).values_list("pk", "merged_into"))
    own = {key: into or key for key, into in asked.items()}
    joined = dict(Case.objects.filter(merged_into__in=set(own.values())).values_list("pk", "merged_into"))
    child_of = {**{key: key for key in own.values()}, **joined}
    here = {"case_ref__in": list(child_of)}
    hidden = here | {"secret": True, "mistaken_at": None}
    told = [Bar.objects.filter(**here, state__in=HOLDS)]
    told += [model.objects.filter(**hidden) for model in (Address, Learning, Around)]
    secret = {child_of[key] for rows in told for key in rows.values_list("case_ref", flat=True)}
    return {key for key, home in own.items() if home in secret}


def is_secret(case_key: UUID) -> bool:
    """Whether anything about where the child of a case is, or with whom, must be kept from somebody."""
    return case_key in secret_among([case_key])


def anything_secret(keys: Iterable[UUID]) -> bool:
    """Whether these records hold anything for the page of what is secret, or ever did."""
    here = {"case_ref__in": list(keys)}
    return (
        Bar.objects.filter(**here).exists()
        or Address.objects.filter(**here, secret=True, mistaken_at=None).exists()
        or Learning.objects.filter(**here, secret=True, mistaken_at=None).exists()
        or Around.objects.filter(**here, secret=True, mistaken_at=None).exists()
        or Earlier.objects.filter(**here, secret=True).exists()
    )


def same_person(around: Around) -> list[UUID]:
    """The rows that are this person on any record of the child: by their sign-in, the request they sent, or email."""
    alike = Q(pk=around.pk)
    signs_in_as = {around.person_id, around.carer.person_id if around.carer else None} - {None}
    if signs_in_as:
        alike |= Q(person__in=signs_in_as) | Q(carer__person__in=signs_in_as)
    if around.carer_id:
        alike |= Q(carer=around.carer_id)
        around_email = around.email or around.carer.email
    else:
        around_email = around.email
    if around_email:
        alike |= Q(email__iexact=around_email) | Q(carer__email__iexact=around_email)
    here = Around.objects.filter(case_ref__in=records_of_child(around.case_ref), authority_id=around.authority_id)
    return list(here.filter(alike).values_list("pk", flat=True))


def is_barred(around: Around, address: Address) -> bool:
    """Whether somebody may not be told this address."""
    bars = Bar.objects.filter(who__in=same_person(around), state__in=HOLDS)
    return any(not bar.addresses or str(address.pk) in bar.addresses for bar in bars)


def somebody_barred(case_key: UUID) -> bool:
    """Whether anybody may not be told an address of the child, on any record of the child."""
    return Bar.objects.filter(case_ref__in=records_of_child(case_key), state__in=HOLDS).exists()


def is_barred_anywhere(around: Around) -> bool:
    """Whether somebody may not be told one address of the child or another."""
    return Bar.objects.filter(who__in=same_person(around), state__in=HOLDS).exists()


def may_be_told(around: Around, address: Address) -> bool:
    """Whether somebody may be told this address: nobody is told a secret one who is not named on it."""
    if is_barred(around, address):
        return False
    return not address.secret or str(around.pk) in address.told


def addresses_for(arounds: Iterable[Around], day) -> list[Address]:
    """The addresses that stand on a day and that every row of one person may be told."""
    rows = list(arounds)
    if not rows:
        return []
    keys = records_of_child(rows[0].case_ref)
    found = Address.objects.filter(case_ref__in=keys, mistaken_at=None).order_by("kind", "entered_at", "pk")
    return [
        one
        for one in found
        if one.stands_on(day)
        and not any(is_barred(row, one) for row in rows)
        and (not one.secret or any(str(row.pk) in one.told for row in rows))
    ]
