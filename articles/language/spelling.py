"""Words that BÍN does not know: typing errors, and text in another language. It finds no bad translation.

Only Icelandic has a dictionary here; of other languages nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.language import dictionary, verbatim

UNKNOWN, GUESSED = "unknown", "guessed"

MOST_UNKNOWN = 0.3  # of the words of an Icelandic text; Danish has twice that, English nearly all
FEWEST_WORDS = 6  # from fewer nobody can tell a language
_WRONG = "VILLA"  # BÍN's mark of what is written so and should not be

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LAST_LATIN = "\u024f"
_NEAR = 24  # characters before a word that tell whether a sentence begins with it
_OPENING = " \t\u00a0„“”\"‚‘'([«»*"
_LAST_OF_BEFORE = re.compile(r"([^\W\d_]+)\.$")
_ABBREVIATIONS = frozenset(
    """
    kr nr bls sbr gr mgr tl frh ehf hf ohf sf ses slf bs svf útg ritstj þýð höf árg tbl skv ath dags fv nk sl st sr dr
    próf séra kl klst mín sek cm mm km kg mg ml dl hl ha kw kwh mw gw kb mb gb ca vs jan feb mar apr ág sept okt nóv
    des mán þri mið fim fös lau sun millj ma mljó þús stk pk frk hr fr kk kvk hk et ft nf þf þgf ef lo no so fn ao
    osfrv td þe ofl ms fl þm umr frv ritn viðsk al ísl ens dan lat gr þýs fra
    """.split()
)


@dataclass(frozen=True, slots=True)
class OddWord:
    """Characters `start` to `end` of the text. "guessed" is a compound that BÍN lacks but whose parts it has."""

    start: int
    end: int
    word: str
    kind: str


def unknown_words(text: str, language: str = "is") -> list[OddWord]:
    """Words of an Icelandic text that BÍN does not list, in order; nothing for other languages.

    Left out are names, which have a capital inside a sentence, abbreviations, numbers with what sticks to them,
    addresses and code, and words in other scripts.
    """
    if language != "is":
        return []
    judged = list(_judged(text))
    names = {word.group() for word, is_name in judged if is_name}
    odd = []
    for word, is_name in judged:
        if is_name or word.group() in names:
            continue
        kind = _kind(word.group())
        if kind and not (kind == UNKNOWN and _goes_on_as_a_name(text, word)):
            odd.append(OddWord(word.start(), word.end(), word.group(), kind))
    return odd


def share_unknown(text: str) -> float:
    """How many of the words are none that BÍN knows or can put together, from 0 to 1; 0 where there are no words.

    What `unknown_words` leaves out is no word here. Prose in Icelandic has 0 to 0.03, Danish 0.6, English 0.9.
    """
    words = [word.group() for word, is_name in _judged(text) if not is_name]
    return sum(_kind(word) == UNKNOWN for word in words) / len(words) if words else 0.0


def looks_like(text: str, language: str) -> bool:
    """Whether the text may be in this language. Only "Icelandic or not" is known, and nothing of a few words."""
    if sum(not is_name for _word, is_name in _judged(text)) < FEWEST_WORDS:
        return True
    return (share_unknown(text) <= MOST_UNKNOWN) == (language == "is")


def _judged(text: str) -> Iterator[tuple[re.Match, bool]]:
    """Each word that a dictionary may be asked about, and whether it has the capital of a name."""
    prose = verbatim.hidden(text)
    for word in _WORD.finditer(prose):
        if _is_plain(word.group()) and not _is_a_piece(prose, word):
            yield word, word.group()[0].isupper() and not _begins_a_sentence(prose, word.start())


def _is_plain(word: str) -> bool:
    """Not a single letter, nor an abbreviation, "EES" or "iPhone", nor in another script."""
    usual = word[1:].islower() and re.sub("['’]", "", word).isalpha()  # "km²" is none
    return len(word) > 1 and usual and word not in _ABBREVIATIONS and max(word) <= _LAST_LATIN


def _is_a_piece(prose: str, word: re.Match) -> bool:
    """Whether it sticks to what is no word: "5g", "@jon", "t.d.", and the half of a compound, "félags-"."""
    before, after = prose[max(0, word.start() - 2) : word.start()], prose[word.end() : word.end() + 2]
    if before[-1:].isalnum() or before[-1:] in ("@", "#", "&", "_", "/", verbatim.HIDDEN):
        return True
    if before[-1:] == "." and before[:1].isalnum() and len(before) == 2:
        return True
    if after[:1].isalnum() or after[:1] in ("@", "_", "/", "&", verbatim.HIDDEN):
        return True
    return after[:1] == "." and after[1:].isalpha() or after[:1] == "-" and not after[1:].isalpha()


def _begins_a_sentence(prose: str, start: int) -> bool:
    near = prose[max(0, start - _NEAR) : start]
    before = near.rstrip(_OPENING)
    if not before or before[-1] in "!?:…\n•":
        return True
    if before[-1] in "–—-":
        return before[:-1].rstrip(" ")[-1:] in ("", "\n")  # an item of a list
    last = _LAST_OF_BEFORE.search(before)
    shortened = last is not None and (last[1] in _ABBREVIATIONS or len(last[1]) == 1)
    return before[-1] == "." and not shortened


def _goes_on_as_a_name(text: str, word: re.Match) -> bool:
    """Whether another capital follows, as in "Roxane Njogu": then the first is hardly that of a sentence alone."""
    return word.group()[:1].isupper() and text[word.end() : word.end() + 2].strip(" ")[:1].isupper()


def _kind(word: str) -> str:
    """ "unknown", "guessed", or "" for a word that BÍN lists and does not call wrong."""
    entries = [entry for entry in dictionary.entries(word) if entry.bmynd.lower() == word.lower()]
    right = [entry for entry in entries if _WRONG not in entry.malsnid and _WRONG not in entry.bmalsnid]
    if not right:
        return UNKNOWN
    return "" if any(entry.bin_id for entry in right) else GUESSED
