"""Pictures to test with, drawn by Pillow on the spot, and rows of the library."""

from io import BytesIO

from PIL import Image

from articles import manuscript as values
from articles.models import Picture, translated


def drawn(kind="JPEG", size=(80, 60), mode="RGB", colour=None, **options) -> bytes:
    """A file of that kind: its left half dark, its right half light."""
    image = Image.new(mode, size, colour) if colour is not None else _halves(size).convert(mode)
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _halves(size) -> Image.Image:
    image = Image.new("RGB", size, "white")
    image.paste((20, 40, 120), (0, 0, size[0] // 2, size[1]))
    return image


def make_picture(value: values.Picture | None = None, **fields) -> Picture:
    """A row of the library that has no files."""
    value = value or values.Picture(fields.pop("digest", "ab" * 32), 800, 600)
    row = Picture(
        digest=value.digest,
        file=f"pictures/{value.digest[:2]}/{value.digest}.jpg",
        width=value.width,
        height=value.height,
        licence=value.licence,
        source=value.source,
        focal_x=value.focal[0],
        focal_y=value.focal[1],
    )
    for name in ("alt", "credit"):
        translated.put(row, name, getattr(value, name))
    for name, text in fields.items():
        setattr(row, name, text)
    row.save()
    return row
