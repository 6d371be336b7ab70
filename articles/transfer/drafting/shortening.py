"""A clause made short enough for a cell: openings dropped that the table's own headings say already."""

import re

from articles import prose
from articles.language import grammar, words

from .mentions import Mention
from .sentences import words_of
from .wording import Wording

_SIDE = "§"
_MOST_WORDS, _FEWEST_WORDS = 12, 3
_MOST_WORDS_UNCUT = 18  # a clause with no place to cut
_MOST_CHARACTERS = 300
_EDGES = " \t.,;:!?…–—"
_POINTS_ON = frozenset(
    re.findall(
        r"\w+",
        "sá sú það þeir þær þau þann þá þeim þeirra því þess hann hún allir those that the a an he she they",
    )
)
_INFINITIVES = ("a", "á", "o")
_SINGULAR_ENDINGS = ("r", "st", "ði", "di", "ti")
_PLURAL_ENDINGS = ("a", "ast", "u", "ust")


def shorten(clause: str, mention: Mention | None, plural: bool, wording: Wording, language: str) -> str:
    """The clause as the text of a cell, "" where nothing of it is left to say.

    `mention` is where the clause names its side, None where it names it by a compound or not at all.
    """
    text, named = _marked(clause, mention)
    text = _spaced(wording.asides.sub("", text))
    for pattern, replacement in wording.concessions:
        text = _spaced(pattern.sub(replacement, text)) if pattern.fullmatch(text) else text
    text = _without_introduction(text, wording)
    if any(pattern.fullmatch(text) for pattern in wording.empty):
        return ""
    text = _without_opening(text, plural, wording, language).replace(_SIDE, named)
    short = _cut(text.strip(_EDGES), wording)
    return grammar.capitalised(short) if len(short) <= _MOST_CHARACTERS else ""


def opens_with(text: str, mention: Mention, wording: Wording) -> bool:
    """Whether the text begins with an opening that says which side it speaks of."""
    marked, _named = _marked(text, mention)
    marked = _spaced(wording.asides.sub("", marked))
    return any(pattern.match(marked) for pattern in wording.openings)


def _marked(clause: str, mention: Mention | None) -> tuple[str, str]:
    clause = clause.replace(_SIDE, " ")
    if mention is None:
        return clause.strip(_EDGES), ""
    named = clause[mention.start : mention.end]
    return (clause[: mention.start] + _SIDE + clause[mention.end :]).strip(_EDGES), named


def _without_introduction(text: str, wording: Wording) -> str:
    for pattern in wording.introductions:
        match = pattern.match(text)
        if not match:
            continue
        rest = text[match.end() :]
        if not wording.inverting:
            return rest
        # "…, miðar § ekki að því" becomes "§ miðar ekki að því"; another inverted subject cannot be found.
        inverted = re.match(rf"(\w+) {_SIDE} ", rest)
        return f"{_SIDE} {inverted[1]} {rest[inverted.end() :]}" if inverted else text
    return text


def _without_opening(text: str, plural: bool, wording: Wording, language: str) -> str:
    for pattern in wording.openings:
        match = pattern.match(text)
        if match and words_of(text[match.end() :]):
            return text[match.end() :]
    rest = text.removeprefix(f"{_SIDE} ")
    if rest != text and _begins_with_verb(rest, plural, wording, language):
        return rest
    return text


def _begins_with_verb(text: str, plural: bool, wording: Wording, language: str) -> bool:
    """Whether what follows the subject begins with its verb: "sala *kostar* fé", not "sala *lyfja* er"."""
    word = next((word.text.lower() for word in words_of(text)), "")
    if word in wording.verbs:
        return True
    if language != "is":
        return not plural and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    infinitives = {lemma for lemma in words.lemmas(word) if lemma.endswith(_INFINITIVES)}
    if plural:
        return bool(infinitives) and word.endswith(_PLURAL_ENDINGS)
    return bool(infinitives - {word}) and word.endswith(_SINGULAR_ENDINGS)


def _cut(text: str, wording: Wording) -> str:
    """At most about twelve words, cut where a clause begins; "" where a long text has no such place."""
    count = len(words_of(text))
    if count <= _MOST_WORDS:
        return text
    fitting = [text[: place.start()].strip(_EDGES) for place in wording.boundaries.finditer(text)]
    fitting = [part for part in fitting if _is_whole(part)]
    if fitting:
        return fitting[-1]
    return text if count <= _MOST_WORDS_UNCUT else ""


def _is_whole(part: str) -> bool:
    found = words_of(part)
    return _FEWEST_WORDS <= len(found) <= _MOST_WORDS and found[-1].text.lower() not in _POINTS_ON


def _spaced(text: str) -> str:
    return prose.line(text)
