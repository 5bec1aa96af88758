"""Photos of colleagues: each becomes a small picture of ours with nothing of the camera in it, or is refused."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from accounts.small_photos import BROKEN, LARGEST, LEAST, SIDE, TOO_BIG, TOO_SMALL, made_small

WHERE = "53.4875"


def sent(kind: str = "JPEG", size: tuple[int, int] = (800, 600), mode: str = "RGB", **more) -> BytesIO:
    out = BytesIO()
    Image.new(mode, size, "red").save(out, kind, **more)
    out.seek(0)
    return out


def small(file: BytesIO) -> Image.Image:
    return Image.open(BytesIO(made_small(file, len(file.getvalue()))))


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P")]
)
def test_it_becomes_a_small_square_jpeg(kind, mode):
    picture = small(sent(kind, mode=mode))
    assert (picture.format, picture.size, picture.mode) == ("JPEG", (SIDE, SIDE), "RGB")


def test_nothing_that_the_camera_wrote_is_left_and_it_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # held sideways
    exif[0x010E] = f"GPS {WHERE}"
    wide = Image.new("RGB", (900, 300), "red")
    wide.paste("blue", (0, 0, 300, 300))
    file = BytesIO()
    wide.save(file, "JPEG", exif=exif, comment=WHERE.encode())
    file.seek(0)
    assert WHERE.encode() in file.getvalue()
    made = made_small(file, len(file.getvalue()))
    assert WHERE.encode() not in made
    assert not Image.open(BytesIO(made)).getexif()
    assert b"comment" not in made.lower()
    assert len(made) < 40_000


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), BROKEN),
        (BytesIO(b"\xff\xd8\xff\xe0 and no more"), BROKEN),
        (BytesIO(sent().getvalue()[:600]), BROKEN),
        (sent("GIF", mode="P"), BROKEN),
        (sent("TIFF"), BROKEN),
        (BytesIO(), BROKEN),
        (sent(size=(LEAST - 1, 900)), TOO_SMALL),
    ],
)
def test_what_is_no_photo_is_refused_with_why(file, why):
    with pytest.raises(ValueError, match=str(why).split(".")[0]):
        made_small(file, len(file.getvalue()))


def test_a_file_that_is_too_big_is_not_even_opened():
    with pytest.raises(ValueError, match="too big"):
        made_small(sent(), LARGEST + 1)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("side", [8_000, 12_000, 40_000])
def test_a_few_bytes_that_would_fill_our_memory_are_refused_unread(side):
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    bomb = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")
    with pytest.raises(ValueError, match="too big") as why:
        made_small(BytesIO(bomb), len(bomb))
    assert str(why.value) == TOO_BIG
