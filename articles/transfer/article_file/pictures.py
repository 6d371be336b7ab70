"""Pictures in an article file: a list in the front matter, and digests where they stand."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from articles.manuscript import Picture, Texts
from articles.prose.addresses import address

from .errors import ArticleFileError
from .fields import Field, Mapping

KEYS = ("digest", "width", "height", "focal", "alt", "credit", "licence", "source")

_DIGEST = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"[0-9]{1,6}")
_FOCAL = re.compile(r"([0-9]{1,2}|100) ([0-9]{1,2}|100)")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures that a file lists, by digest. One that is named and not listed is its digest alone."""

    listed: dict[str, Picture]

    @classmethod
    def read(cls, front: Mapping, language: str) -> "Pictures":
        listed: dict[str, Picture] = {}
        for field in front.items("pictures"):
            picture = _picture(field, language)
            if picture.digest in listed:
                raise ArticleFileError(f"The picture “{picture.digest}” is listed twice.", field.line)
            listed[picture.digest] = picture
        return cls(listed)

    def named(self, part: Mapping) -> Picture | None:
        """The picture that this part of the front matter names, if it does."""
        return self.at(part.text("picture"), part.line_of("picture")) if part.has("picture") else None

    def at(self, digest: str, line: int) -> Picture | None:
        return self.listed.get(digest) or Picture(_digest(digest, line)) if digest else None


def listed(pictures: Collection[Picture], language: str) -> list[dict]:
    """The front matter's list, of those pictures that have more to say than their digest."""
    written = [_written(picture, language) for picture in pictures]
    return [values for values in written if list(values) != ["digest"]]


def _written(picture: Picture, language: str) -> dict:
    focal = "{} {}".format(*picture.focal)
    values = {
        "digest": picture.digest,
        "width": picture.width,
        "height": picture.height,
        "focal": focal if focal != "50 50" else "",
        "alt": picture.alt.get(language),
        "credit": picture.credit.get(language),
        "licence": picture.licence,
        "source": picture.source,
    }
    return {name: value for name, value in values.items() if value}


def _picture(field: Field, language: str) -> Picture:
    part = field.mapping(KEYS)
    return Picture(
        digest=_digest(part.required("digest"), part.line_of("digest")),
        width=_number(part, "width"),
        height=_number(part, "height"),
        alt=_texts(language, part.text("alt")),
        credit=_texts(language, part.text("credit")),
        licence=part.text("licence"),
        source=address(part.text("source")),
        focal=_focal(part),
    )


def _texts(language: str, text: str) -> Texts:
    return {language: text} if text else {}


def _digest(text: str, line: int) -> str:
    if not _DIGEST.fullmatch(text):
        raise ArticleFileError(f"The picture “{text}” is not a digest of 64 digits and letters a–f.", line)
    return text


def _number(part: Mapping, name: str) -> int:
    text = part.text(name) or "0"
    if not _NUMBER.fullmatch(text):
        raise ArticleFileError(f"The {name} “{text}” is not a number of pixels.", part.line_of(name))
    return int(text)


def _focal(part: Mapping) -> tuple[int, int]:
    text = part.text("focal") or "50 50"
    if not (match := _FOCAL.fullmatch(text)):
        message = f"The focal “{text}” is not two numbers from 0 to 100, such as “50 30”."
        raise ArticleFileError(message, part.line_of("focal"))
    return int(match[1]), int(match[2])
