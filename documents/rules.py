"""What may be sent to us. Decided by what the bytes are, and by whether the name agrees. Pure."""

import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

import filetype

from core.words import _

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ALLOWED: dict[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/heic": (".heic", ".heif"),
    WORD: (".docx",),
}
"""What a file really is, with the endings that agree. No macros, no web pages, no archives."""

SAID = _("PDF, Word (.docx), or a photo (.jpg, .png or .heic)")

SNIFF = 8192
"""How many of its first bytes tell what a file is."""


@dataclass(frozen=True)
class Sniffed:
    """What a file turned out to be, or why it cannot be taken."""

    media_type: str = ""
    refusal: str = ""


def sniff(name: str, head: bytes, size: int, largest: int) -> Sniffed:
    """Decides from the name, the first bytes and the size. Every refusal says how to mend it."""
    if size > largest:
        return Sniffed(
            refusal=_("The file is too big. Each file can be up to {largest} MB. A photo of each page may be smaller.")
            .replace("{largest}", str(largest // (1024 * 1024)))
        )  # fmt: skip
    if size == 0:
        return Sniffed(refusal=_("The file is empty. Choose it again, or take a photo of it."))
    kind = filetype.guess(head)
    media_type = kind.mime if kind else ""
    if media_type not in ALLOWED:
        return Sniffed(refusal=_("We cannot open this kind of file. Send a {kinds}.").replace("{kinds}", SAID))
    if PurePath(name).suffix.lower() not in ALLOWED[media_type]:
        return Sniffed(
            refusal=_("The file's name does not match what is inside it. Save it again as a {kinds}.")
            .replace("{kinds}", SAID)
        )  # fmt: skip
    return Sniffed(media_type=media_type)


def against_word_file(data: BinaryIO) -> str:
    """Why a Word file cannot be taken, or nothing: one that holds a program, whatever its name says, or is broken."""
    try:
        parts = [name.lower() for name in zipfile.ZipFile(data).namelist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return _("The file is broken. Save it again, or take a photo of it.")
    if any(part.endswith(("vbaproject.bin", "vbadata.xml")) for part in parts):
        return _("The file holds a program (macros). Save it as a plain Word file (.docx), or as a PDF.")
    return ""


def safe_name(name: str, longest: int = 120) -> str:
    """The name as it may be shown and sent back: no folders, no control characters, not endless."""
    last = PurePath(name.replace("\\", "/")).name
    clean = "".join(c for c in last if c.isprintable() and c not in '"<>:|?*').strip(". ") or "file"
    stem, suffix = PurePath(clean).stem, PurePath(clean).suffix
    return stem[: longest - len(suffix)] + suffix
