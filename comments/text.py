"""What a reader typed: plain text, kept as typed and shown as typed. Pure.

Paragraphs, line breaks and web addresses are found; nothing else is interpreted.
"""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from articles.language import words

FINGERPRINT_LENGTH = 32

# Where an address ends for certain: space, quotes, angle brackets, and marks that no eye sees.
_END = (
    r"\s<>\"`\\^|{}„“”‟«»‹›\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
# A second address after a comma is not a part of the first. Each character is looked at once.
_CANDIDATE = re.compile(rf"(?<![\w@./+-])(?:https?://|www\.)(?:(?![,;]https?://)[^{_END}])+", re.IGNORECASE)
_PARTS = re.compile(r"(https?://|(?=www\.))([^/?#]+)", re.IGNORECASE)
_PORT = re.compile(r":[0-9]{1,5}\Z")
_TRAILING = ".,;:!?…'’‘‚*–—"
_BRACKETS = {")": "(", "]": "["}
_LAST_OF_PLANES = (plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_NONCHARACTERS = frozenset([*range(0xFDD0, 0xFDF0), *_LAST_OF_PLANES])


def normalised(text: str) -> str:
    """The text as it is kept: every line end is \\n, and the white space after the last word is gone."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


def unfit(text: str, lines: bool = True) -> str:
    """The first character that cannot be kept or shown, or "".

    Controls other than tab and line end, lone surrogates, and what Unicode says is no character. Without `lines`
    tabs and ends of lines are unfit too.
    """
    return next((character for character in text if _is_unfit(character, lines)), "")


def html(text: str) -> str:
    """Normalised, fit text as HTML: `p`, `br` and `a` and nothing else, every character as typed.

    Empty lines part paragraphs. There is no white space of ours: the pages keep what was typed (pre-wrap). Each
    paragraph takes its direction from its own letters, and no mark of direction reaches beyond it.
    """
    paragraphs = (paragraph for paragraph in re.split(r"\n{2,}", text) if paragraph)
    return "".join(f'<p dir="auto">{"".join(map(_piece, _pieces(paragraph)))}</p>' for paragraph in paragraphs)


def links(text: str) -> list[str]:
    """The addresses that `html` makes links of, as they are linked, in order."""
    return [href for _typed, href in _pieces(text) if href]


def fingerprint(text: str) -> str:
    """The same for texts that differ in case, accents, spacing and signs only; "" for an empty text."""
    essence = folded(text) or "".join(text.split())
    return sha256(essence.encode("utf-8", "replace")).hexdigest()[:FINGERPRINT_LENGTH] if essence else ""


def folded(text: str) -> str:
    """Letters and digits alone, small and without accents: what is left when everything that varies is gone."""
    return "".join(filter(str.isalnum, words.fold(text)))


def _is_unfit(character: str, lines: bool) -> bool:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return not (lines and (character in "\t\n" or category != "Cc"))
    return category == "Cs" or ord(character) in _NONCHARACTERS


def _piece(piece: tuple[str, str]) -> str:
    typed, href = escape(piece[0]).replace("\n", "<br>"), escape(piece[1])
    return f'<a href="{href}" rel="nofollow ugc">{typed}</a>' if href else typed


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the address that it is, or ""."""
    done = 0
    for match in _CANDIDATE.finditer(text):
        typed = _without_trailing(match[0])
        if href := _href(typed):
            yield text[done : match.start()], ""
            yield typed, href
            done = match.start() + len(typed)
    yield text[done:], ""


def _without_trailing(address: str) -> str:
    """Without the punctuation of the sentence around it, and without a bracket that was not opened inside."""
    open_left = {close: address.count(close) - address.count(opens) for close, opens in _BRACKETS.items()}
    end = len(address)
    while end and (address[end - 1] in _TRAILING or open_left.get(address[end - 1], 0) > 0):
        end -= 1
        if address[end] in open_left:
            open_left[address[end]] -= 1
    return address[:end]


def _href(address: str) -> str:
    """The address to link to, or "" where a browser could go elsewhere than the eye expects."""
    parts = _PARTS.match(address)
    if not parts or not _is_host(_PORT.sub("", parts[2])):
        return ""
    return address if parts[1] else f"https://{address}"


def _is_host(host: str) -> bool:
    """Letters of any alphabet, as browsers understand them: a login (`bank.is@evil.example`) or a bracket is none."""
    labels = unicodedata.normalize("NFKC", host).split(".")
    return len(labels) > 1 and all(labels) and all(map(_is_of_a_host, "".join(labels)))


def _is_of_a_host(character: str) -> bool:
    return character.isalnum() or character in "-_" or unicodedata.category(character).startswith("M")
