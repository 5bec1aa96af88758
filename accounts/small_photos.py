"""A photo of a person, made small and written anew: nothing that the camera wrote into the file is in ours."""

from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageOps

from core.words import _

LARGEST = 10 * 1024 * 1024
"""Bytes, as sent."""
PIXELS = 50_000_000
"""More than any camera of a phone makes; what holds more is made to fill our memory."""
LEAST = 120
"""Pixels on a side. Less than this is no face any more."""
SIDE = 320
"""Pixels on a side of ours: sharp at twice the size at which it is shown."""

BROKEN = _("We cannot open this photo. Save it again as a .jpg or .png, or choose another")
TOO_BIG = _("This photo is too big. Choose one of up to 10 MB, or make it smaller")
TOO_SMALL = _("This photo is too small to show a face. Choose one of at least 120 pixels on each side")


def made_small(file: BinaryIO, size: int) -> bytes:
    """The middle of the photo, as a small square JPEG. Raises ValueError with why it cannot be taken."""
    if size > LARGEST:
        raise ValueError(TOO_BIG)
    try:
        with Image.open(file, formats=("JPEG", "PNG")) as photo:
            if photo.width * photo.height > PIXELS:
                raise ValueError(TOO_BIG)
            if min(photo.size) < LEAST:
                raise ValueError(TOO_SMALL)
            upright = ImageOps.exif_transpose(photo).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise ValueError(TOO_BIG) from bomb
    except (OSError, SyntaxError, EOFError, OverflowError, MemoryError) as broken:
        raise ValueError(BROKEN) from broken
    square = ImageOps.fit(upright, (SIDE, SIDE))
    ground = Image.new("RGB", square.size, "white")
    ground.paste(square, mask=square)
    out = BytesIO()
    ground.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()
