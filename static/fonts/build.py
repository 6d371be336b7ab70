"""Makes the two font files of the site from the fonts' npm packages: `make fonts`. See README.md beside this file."""

import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent

# Icelandic, Danish, Norwegian, Swedish, Finnish, Faroese and English, with the signs that the articles use.
LETTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÁÐÉÍÓÚÝÞÆÖáðéíóúýþæö" + "ÄÅØäåøüÜß"
    + "\u00a0\u00ad§©«»°·½²³×–—‘’‚“”„…•€−"
)  # fmt: skip


@dataclass(frozen=True)
class Font:
    package: str
    version: str
    file: str
    weights: tuple[int, int] | int  # what is kept of the weight axis
    features: tuple[str, ...]
    target: str


FONTS = (
    Font(
        package="@fontsource-variable/literata",
        version="5.3.0",
        file="literata-latin-wght-normal.woff2",
        weights=(400, 700),
        features=("kern", "liga", "tnum", "mark", "ccmp"),
        target="literata-is.woff2",
    ),
    Font(
        package="@fontsource-variable/schibsted-grotesk",
        version="5.3.0",
        file="schibsted-grotesk-latin-wght-normal.woff2",
        weights=560,
        features=("ccmp",),
        target="schibsted-is.woff2",
    ),
)


def fetched(source: Font, folder: str) -> TTFont:
    """The font as its npm package has it, fetched by npm itself."""
    command = ["npm", "pack", "--silent", f"{source.package}@{source.version}"]
    packed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.split()[-1]
    with tarfile.open(Path(folder, packed)) as archive:
        Path(folder, source.file).write_bytes(archive.extractfile(f"package/files/{source.file}").read())
    return TTFont(Path(folder, source.file), recalcTimestamp=False)


def smaller(font: TTFont, source: Font) -> TTFont:
    """The font with these weights and our letters alone."""
    options = subset.Options()
    options.layout_features = list(source.features)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # the licence stays in the file
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    return instancer.instantiateVariableFont(font, {"wght": source.weights})


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for source in FONTS:
            font = smaller(fetched(source, folder), source)
            font.flavor = "woff2"
            target = HERE / source.target
            font.save(target)
            print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters")


if __name__ == "__main__":
    main()
