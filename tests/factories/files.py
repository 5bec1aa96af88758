"""Files as families send them, and as somebody with bad intent might."""

import io
import zipfile

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    + b"\x00" * 64
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x00" * 64 + b"\xff\xd9"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 64
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + b"\x00" * 200 + b"PE\x00\x00"
ELF = b"\x7fELF\x02\x01\x01" + b"\x00" * 200
PAGE = b"<!DOCTYPE html><html><script>alert(document.cookie)</script></html>"
DRAWING = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
SCRIPT = b"#!/bin/sh\nrm -rf ~\n"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
RICH_TEXT = rb"{\rtf1\ansi{\object\objdata 0105}}"


def archive(**parts: bytes) -> bytes:
    """A zip of these parts; ``__`` in a name stands for a stroke, ``_dot_`` for a dot."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as out:
        for name, data in parts.items():
            out.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return kept.getvalue()


def word(**more: bytes) -> bytes:
    """A Word file, with more parts in it when they are given."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as out:
        out.writestr("[Content_Types].xml", "<Types/>")
        out.writestr("_rels/.rels", "<Relationships/>")
        out.writestr("word/document.xml", "<w:document/>")
        for name, data in more.items():
            out.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return kept.getvalue()


WORD = word()
WITH_MACROS = word(word__vbaProject_dot_bin=b"Sub AutoOpen()")
POLYGLOTS = {
    "a PDF with an archive behind it": ("letter.pdf", PDF + archive(evil_dot_exe=PROGRAM), "application/pdf"),
    "a PDF with a page in it": ("letter.pdf", PDF + PAGE, "application/pdf"),
    "a photo with a page in it": ("photo.jpg", JPEG + PAGE, "image/jpeg"),
    "a picture with a program behind it": ("photo.png", PNG + PROGRAM, "image/png"),
}
"""Two things at once. What they are to us is what their first bytes and their name agree on."""
