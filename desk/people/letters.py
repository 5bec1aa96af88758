"""Letters to somebody who is invited. They hold secrets, so they go straight out and are kept nowhere."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.urls import reverse

from accounts.invitations import note_sent
from accounts.models import Authority, Invitation
from accounts.roles import Role


def send_invitation(request, invitation: Invitation, secret: str) -> bool:
    """Sends the link, and says whether the mail server took it."""
    context = {
        "name": invitation.name,
        "authority": Authority.objects.get(pk=invitation.authority_id),
        "invited_by": request.who.name,
        "roles": [Role(role) for role in invitation.roles],
        "ends_at": invitation.ends_at,
        "url": settings.DESK_URL + reverse("desk:invitation_link", args=[secret]),
    }
    sent = get_adapter(request).send_now("account/email/invitation", invitation.email, context)
    if sent:
        note_sent(invitation)
    return sent


def send_code(request, invitation: Invitation, code: str) -> bool:
    """Sends the code to the invited address, and says whether the mail server took it."""
    dressed = f"{code[:4]}-{code[4:]}"
    context = {"name": invitation.name, "authority": invitation.authority, "code": dressed}
    return get_adapter(request).send_now("account/email/invitation_code", invitation.email, context)
