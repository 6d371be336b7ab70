"""Picture files as bytes: opened by what is in them, cleaned, and drawn in the sizes that pages want. Pure.

What comes out carries pixels alone: upright, in sRGB, without EXIF, GPS, XMP or a colour profile, and without whatever
else a file had behind its picture.
"""

import hashlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
LONGEST = 2560  # pixels: the cleaned original, twice the widest size
WIDTHS = (320, 640, 960, 1280)
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
QUALITY = {
    "avif": {"quality": 60, "speed": 7},
    "webp": {"quality": 78, "method": 4},
    "jpg": {"quality": 82, "progressive": True, "optimize": True},
    "png": {"optimize": False},
}
CODECS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
# Pillow refuses by itself what is twice as large, before a pixel is read; `_opened` refuses the rest.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


class Refused(ValueError):
    """A file that is not taken, for one of REASONS."""

    REASONS = ("empty", "heavy", "svg", "heic", "other", "large", "broken")

    @property
    def reason(self) -> str:
        return self.args[0]


@dataclass(frozen=True, slots=True)
class Cleaned:
    data: bytes
    extension: str  # "jpg" or "png"
    width: int
    height: int
    digest: str  # SHA-256 of `data`, in hex
    moved: bool  # the file held an animation, of which this is the first picture


@dataclass(frozen=True, slots=True)
class Size:
    width: int
    height: int


def cleaned(data: bytes) -> Cleaned:
    """The picture in these bytes, ready to be kept; the same bytes come out the same. Raises Refused."""
    image = _opened(data)
    moved = getattr(image, "is_animated", False) and image.format not in ("JPEG", "MPO")
    try:
        plain = _plain(image)
    except Exception as error:  # Pillow's decoders raise whatever a broken file leads them to.
        raise Refused("broken") from error
    extension = "jpg" if image.format in ("JPEG", "MPO") or _is_photo(image, plain) else "png"
    kept = _encoded(plain, extension)
    return Cleaned(kept, extension, *plain.size, hashlib.sha256(kept).hexdigest(), moved)


def sizes(width: int, height: int) -> tuple[Size, ...]:
    """The sizes that a picture is drawn in, the smallest first; none is larger than the picture itself."""
    widths = [step for step in WIDTHS if step < width] + ([width] if width <= WIDTHS[-1] else [])
    return tuple(Size(step, max(1, round(step * height / width))) for step in widths)


def drawn(data: bytes, size: Size, extension: str) -> bytes:
    """A cleaned picture in one size and format."""
    with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as image:
        image.draft("RGB", (size.width, size.height))
        return _encoded(image.resize((size.width, size.height), Image.Resampling.LANCZOS), extension)


def _opened(data: bytes) -> Image.Image:
    if not data:
        raise Refused("empty")
    if len(data) > MAX_BYTES:
        raise Refused("heavy")
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise Refused("large") from error
    except Exception as error:
        raise Refused(_what_else(data)) from error
    if image.width * image.height > MAX_PIXELS:
        raise Refused("large")
    return image


def _what_else(data: bytes) -> str:
    """Why a file that cannot be opened is refused."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<svg" in start:
        return "svg"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"):
        return "heic"
    known = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8")
    return "broken" if data.startswith(known) or data[8:12] == b"WEBP" or data[4:12] == b"ftypavif" else "other"


def _plain(image: Image.Image) -> Image.Image:
    """Pixels alone: upright, in sRGB, and no longer than the longest that is kept."""
    image.load()
    image = _in_srgb(ImageOps.exif_transpose(image))
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    plain = Image.new(image.mode, image.size)
    plain.paste(image)
    return plain


def _in_srgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        # Sixteen bits; Pillow would cut off what is above eight.
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if not image.has_transparency_data:
        return _colours(image)
    whole = image.convert("RGBA")
    alpha = whole.getchannel("A")
    colours = _colours(whole.convert("RGB"))
    if alpha.getextrema()[0] < 255:
        colours.putalpha(alpha)
    return colours


def _colours(image: Image.Image) -> Image.Image:
    """The colours by the profile that the picture carries; one that cannot be read is passed over."""
    profile = image.info.get("icc_profile")
    if not profile:
        return image.convert("RGB")
    try:
        return ImageCms.profileToProfile(
            image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB"),
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")


def _is_photo(image: Image.Image, plain: Image.Image) -> bool:
    """WebP and AVIF are kept as what every browser reads: as JPEG, unless something shows through."""
    return image.format in ("WEBP", "AVIF") and plain.mode == "RGB"


def _encoded(image: Image.Image, extension: str) -> bytes:
    file = BytesIO()
    image.save(file, CODECS[extension], **QUALITY[extension])
    return file.getvalue()
