"""A file somebody chose, as text, read by what it holds and not by what it is called."""

from accounts.termdates.csv_file import read_csv
from accounts.termdates.ics_file import read_ics
from accounts.termdates.reading import Reading, settled
from accounts.words import Source

MOST_BYTES = 500_000
OTHERS = (
    (b"PK\x03\x04", "This is a spreadsheet or a zip file. Open it, save it as CSV, and choose that."),
    (b"\xd0\xcf\x11\xe0", "This is an old spreadsheet. Open it, save it as CSV, and choose that."),
    (b"%PDF", "This is a PDF. Type the dates in, or ask for them as CSV or as a calendar file."),
    (b"<", "This is a web page. Choose the file it links to, with a name that ends in .csv or .ics."),
)


def read_file(contents: bytes, year: int) -> Reading:
    """What a file says of one school year. A file that is no such thing says why, and is not read."""
    for mark, why in OTHERS:
        if contents.lstrip().startswith(mark):
            return Reading(Source.CSV, refused=why)
    text = _text(contents)
    if "\0" in text:
        return Reading(Source.CSV, refused="This is not a text file.")
    if "BEGIN:VCALENDAR" in text[:2000].upper():
        return settled(read_ics(text), year)
    return settled(read_csv(text), year)


def _text(contents: bytes) -> str:
    """As spreadsheets write it: UTF-8 or UTF-16 with their marks, or the old Windows letters."""
    if contents.startswith((b"\xff\xfe", b"\xfe\xff")):
        return contents.decode("utf-16", "replace")
    try:
        return contents.decode("utf-8-sig")
    except UnicodeDecodeError:
        return contents.decode("cp1252", "replace")
