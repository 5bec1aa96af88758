"""Opening a file from the desk."""

from django.http import FileResponse

from accounts.roles import CASE_STAFF
from documents.selectors import file_to_open
from documents.store import path_of
from door.page import page
from ledger import looking


@page(roles=CASE_STAFF)
def open_file(request, key):
    """Sends a file as a download, never to be shown inside our own pages."""
    document = file_to_open(request.who, key)
    looking.note(authority=document.authority_id, case_ref=document.case_id, actor_ref=request.who.ref, page="file")
    response = FileResponse(
        path_of(document.stored_as).open("rb"),  # closed by the response
        as_attachment=True,
        filename=document.name,
        content_type=document.media_type,
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
