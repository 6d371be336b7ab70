"""Draws the icons of the site: the mark, two bars of different length. Run it again when the colours change."""

import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent
PAPER, BLUE, RUST = (251, 252, 250), (44, 70, 180), (165, 63, 10)
# Left, top, width and height of each bar, in parts of the icon's side. Launchers may cut the outer tenth away.
BARS = ((0.16, 0.27, 0.68, 0.16, BLUE), (0.16, 0.57, 0.40, 0.16, RUST))

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
<style>.a { fill: #2c46b4 } .b { fill: #a53f0a }
@media (prefers-color-scheme: dark) { .a { fill: #a3b7ff } .b { fill: #ffb084 } }</style>
<rect class="a" x="1" y="5" width="22" height="5"/><rect class="b" x="1" y="14" width="13" height="5"/></svg>
"""


def pixels(side: int) -> bytes:
    """Rows of red, green and blue, each row after a zero for "no filter"."""
    edges = [
        (round(x * side), round(y * side), round((x + w) * side), round((y + h) * side), colour)
        for x, y, w, h, colour in BARS
    ]
    rows = bytearray()
    for y in range(side):
        rows.append(0)
        for x in range(side):
            inside = (colour for left, top, right, low, colour in edges if left <= x < right and top <= y < low)
            rows += bytes(next(inside, PAPER))
    return bytes(rows)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(side: int) -> bytes:
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(pixels(side), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def ico(side: int) -> bytes:
    image = png(side)
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, side, side, 0, 0, 1, 24, len(image), 22) + image


def main() -> None:
    (HERE / "favicon.svg").write_text(SVG, encoding="utf-8")
    (HERE / "favicon.ico").write_bytes(ico(32))
    for name, side in {"apple-touch-icon": 180, "icon-192": 192, "icon-512": 512}.items():
        (HERE / f"{name}.png").write_bytes(png(side))


if __name__ == "__main__":
    main()
