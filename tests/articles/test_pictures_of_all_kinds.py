"""What an uploaded file is, is seen in its bytes alone; what is kept of it is a picture and nothing else."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from articles import picture_files, pictures
from articles.picture_files import MAX_BYTES, Refused, Size, cleaned, drawn, sizes
from tests.articles.picturing import drawn as file

DARK, LIGHT = (20, 40, 120), (255, 255, 255)
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def is_near(pixel, wanted) -> bool:
    return all(abs(one - other) < 25 for one, other in zip(pixel, wanted, strict=True))


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        cleaned(data)
    return refused.value.reason


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is as large as that, and is: one colour, well packed."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "jpg"), ("AVIF", "jpg"), ("GIF", "png")]
)
def test_each_kind_is_taken_and_kept_as_what_every_browser_reads(kind, extension):
    kept = cleaned(file(kind))

    assert (kept.extension, kept.width, kept.height) == (extension, 80, 60)
    assert opened(kept.data).format == {"jpg": "JPEG", "png": "PNG"}[extension]
    assert is_near(opened(kept.data).convert("RGB").getpixel((5, 30)), DARK)
    assert is_near(opened(kept.data).convert("RGB").getpixel((75, 30)), LIGHT)


def test_the_same_file_comes_out_the_same():
    assert cleaned(file()) == cleaned(file())
    assert cleaned(file()).digest != cleaned(file(size=(80, 61))).digest


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (SVG, "svg"),
        (b"\xef\xbb\xbf  " + SVG, "svg"),
        (HTML, "other"),
        (b"%PDF-1.7", "other"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "heic"),
        (b"\x89PNG\r\n\x1a\n" + HTML, "broken"),
        (b"\xff\xd8\xff\xe0" + HTML, "broken"),
        (b"GIF89a" + HTML, "broken"),
        (b"RIFF\x00\x00\x00\x00WEBP" + HTML, "broken"),
        (b"\0" * (MAX_BYTES + 1), "heavy"),
    ],
)
def test_what_is_no_picture_is_refused_whatever_it_is_called(data, reason):
    assert refusal(data) == reason


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO", "PPM", "TGA", "PDF", "EPS"])
def test_other_kinds_that_could_be_read_are_refused_too(kind):
    assert refusal(file(kind)) == "other"


@pytest.mark.parametrize(("width", "height"), [(30_000, 30_000), (8_000, 6_000), (40_000_001, 1)])
def test_a_pixel_bomb_is_refused_before_a_pixel_is_read(width, height):
    data = bomb(width, height)

    assert len(data) < 500_000
    assert refusal(data) == "large"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_half_a_file_is_refused(kind):
    data = file(kind, size=(400, 300))

    assert refusal(data[: len(data) // 2]) == "broken"


def test_every_reason_has_its_sentence():
    assert set(pictures.REASONS) == set(Refused.REASONS)


def test_what_follows_a_picture_in_its_file_is_not_kept():
    kept = cleaned(file("GIF") + HTML + b"PK\x03\x04")

    assert b"script" not in kept.data
    assert b"PK\x03\x04" not in kept.data
    assert kept == cleaned(file("GIF"))


def test_a_picture_stands_upright_and_keeps_no_word_of_where_it_was_taken():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Myndavél"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (64.0, 8.0, 0.0)
    comment = b"leyndarmal"

    kept = cleaned(file("JPEG", exif=exif, comment=comment))
    picture = opened(kept.data)

    assert (kept.width, kept.height) == (60, 80)
    assert is_near(picture.getpixel((30, 5)), DARK)  # what was left is now above
    assert not picture.getexif()
    assert not {"exif", "comment", "xmp", "icc_profile", "photoshop"} & set(picture.info)
    assert b"Myndav" not in kept.data
    assert comment not in kept.data


def test_words_hidden_in_a_png_are_not_kept():
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Leyndur")
    words.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>leynd</x:xmpmeta>")

    kept = cleaned(file("PNG", pnginfo=words))

    assert b"Leyndur" not in kept.data
    assert b"xmpmeta" not in kept.data
    assert opened(kept.data).info == {}


def test_colours_are_those_of_the_profile_and_stand_in_srgb():
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    for profile in (srgb, swapped, b"nonsense"):
        kept = opened(cleaned(file("PNG", icc_profile=profile)).data)
        assert "icc_profile" not in kept.info
        assert is_near(kept.getpixel((5, 30)), DARK)


def test_cmyk_becomes_the_same_colours_in_rgb():
    kept = opened(cleaned(file("JPEG", mode="CMYK")).data)

    assert kept.mode == "RGB"
    assert is_near(kept.getpixel((5, 30)), DARK)


def test_sixteen_bits_become_eight_and_not_white():
    kept = opened(cleaned(file("PNG", mode="I;16", colour=128 * 257)).data)

    assert set(kept.convert("L").tobytes()) == {128}


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_few_colours_are_a_picture_too(mode):
    kept = opened(cleaned(file("PNG", mode=mode)).data)

    assert kept.mode == "RGB"
    assert is_near(kept.getpixel((75, 30)), LIGHT)


def test_what_shows_through_is_kept_and_what_does_not_is_not():
    through = cleaned(file("WEBP", mode="RGBA", colour=(200, 0, 0, 100), lossless=True))
    solid = cleaned(file("PNG", mode="RGBA", colour=(200, 0, 0, 255)))

    assert (through.extension, opened(through.data).mode) == ("png", "RGBA")
    assert opened(through.data).getpixel((1, 1)) == (200, 0, 0, 100)
    assert opened(solid.data).mode == "RGB"


def test_of_an_animation_the_first_picture_is_taken():
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    data = BytesIO()
    frames[0].save(data, "GIF", save_all=True, append_images=frames[1:])

    kept = cleaned(data.getvalue())

    assert kept.moved
    assert opened(kept.data).getpixel((1, 1)) == (255, 0, 0)
    assert not cleaned(file("GIF")).moved


def test_a_huge_picture_is_made_smaller_before_it_is_kept():
    kept = cleaned(file("JPEG", size=(5000, 1000)))

    assert (kept.width, kept.height) == (picture_files.LONGEST, 512)


@pytest.mark.parametrize(
    ("width", "height", "widths"),
    [
        (2560, 1440, [320, 640, 960, 1280]),
        (1280, 720, [320, 640, 960, 1280]),
        (1000, 500, [320, 640, 960, 1000]),
        (320, 200, [320]),
        (40, 900, [40]),
    ],
)
def test_no_size_is_larger_than_the_picture(width, height, widths):
    made = sizes(width, height)

    assert [size.width for size in made] == widths
    assert all(abs(size.width / size.height - width / height) < 0.02 * width / height for size in made)


def test_a_line_of_pixels_keeps_its_one_pixel():
    assert sizes(2560, 1)[0] == Size(320, 1)


@pytest.mark.parametrize(("extension", "kind"), [("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG"), ("png", "PNG")])
def test_a_size_is_drawn_in_each_format(extension, kind):
    small = opened(drawn(cleaned(file(size=(800, 600))).data, Size(320, 240), extension))

    assert (small.format, small.size) == (kind, (320, 240))
    assert is_near(small.convert("RGB").getpixel((20, 100)), DARK)
    assert not small.getexif()
