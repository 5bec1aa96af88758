"""Writes the keys of a child's names beside the names, in the same transaction."""

from people.models import Child, NameKey
from people.names.keys import keys_of


def keep(child: Child, *, new: bool = False) -> None:
    """Whoever saves a child's names calls this in the same act. ``new`` when the child has no keys yet."""
    wanted = keys_of(child.given_name, child.family_name, child.preferred_name)
    if not new:
        here = NameKey.objects.filter(authority_id=child.authority_id, case_ref=child.case_ref)
        kept = {(row.key, row.name): row.pk for row in here}
        if gone := [key for pair, key in kept.items() if pair not in wanted]:
            here.filter(pk__in=gone).delete()
        wanted = wanted - kept.keys()
    NameKey.objects.bulk_create(
        NameKey(authority_id=child.authority_id, case_ref=child.case_ref, key=each.key, name=each.name)
        for each in sorted(wanted)
    )
