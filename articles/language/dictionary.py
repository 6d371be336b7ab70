"""BÍN, the database of modern Icelandic inflection: its entries and its marks. Nothing else reads them.

BÍN's data: Beygingarlýsing íslensks nútímamáls, Stofnun Árna Magnússonar í íslenskum fræðum, CC BY-SA 4.0.
"""

import re
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from islenska import Bin
from islenska.basics import Ksnid

GENDERS = {"kk": "masculine", "kvk": "feminine", "hk": "neuter"}
NUMBERS = {"ET": "singular", "FT": "plural"}
CASES = {"nominative": "NF", "accusative": "ÞF", "dative": "ÞGF", "genitive": "EF"}
_LONGEST_WORD = 80  # letters; longer ones are no words, and would take long to split
CACHED = 20_000  # words in each cache

_AGREEING = {"lo", "so", "fn", "to", "rt", "gr"}  # adjectives, participles, pronouns, numerals, ordinals, article
_UNUSUAL = {"URE", "SJALD", "GAM", "VILLA", "STAD", "SKALD"}  # obsolete, rare, old, wrong, of a region, of poetry
# Where writers differ from what BÍN puts first: by headword and mark.
_PREVAILING = {
    ("sjór", "EFET"): "sjávar",
    ("sjór", "EFETgr"): "sjávarins",
    ("helgi", "EFET"): "helgar",
    ("helgi", "EFETgr"): "helgarinnar",
    ("Þórsmörk", "EFET"): "Þórsmerkur",
    ("Japan", "EFET"): "Japans",
}
_NOUN_MARK = re.compile(r"(NF|ÞGF|ÞF|EF)(ET|FT)(gr)?(\d?)")
_AGREEING_MARK = re.compile(r"(?:(.*)[-_])?(KK|KVK|HK)[-_](NF|ÞGF|ÞF|EF)(ET|FT)(\d?)")

_opening = Lock()
_opened: list[Bin] = []


class Mark(NamedTuple):
    """A mark of BÍN's taken apart, of a noun or of a word that agrees with one."""

    case: str  # NF, ÞF, ÞGF, EF
    count: str  # ET, FT
    kind: str  # kk, kvk, hk
    definite: bool  # the noun has the article
    degree: str  # of an adjective, what stands before the gender: "FSB" strong, "FVB" weak, "MST" comparative, …
    variant: str  # "" for what BÍN puts first, "2", "3"


def bin_database() -> Bin:
    """BÍN, opened on first use and shared by all threads of the process."""
    with _opening:
        if not _opened:
            _opened.append(Bin(add_compound_hyphens=False))
    return _opened[0]


@lru_cache(CACHED)
def entries(word: str) -> tuple[Ksnid, ...]:
    """All readings of a form; of a capitalised one also those in small letters, and those of its last part."""
    if len(word) > _LONGEST_WORD:
        return ()
    return tuple(bin_database().lookup_ksnid(word, at_sentence_start=word[:1].isupper())[1])


def listed(word: str) -> list[Ksnid]:
    """What BÍN itself lists under exactly this form: no compounds made up on the way."""
    if len(word) > _LONGEST_WORD:
        return []
    return [entry for entry in bin_database().lookup_ksnid(word)[1] if entry.bin_id and entry.bmynd == word]


def variants(
    form: str, word_class: str, lemma: str, number: int, *, mark: Mark, receding: bool = False
) -> tuple[str, ...]:
    """The form of an entry that has this mark but for its variant, the best first; may be several or none.

    With `receding` also those forms that are giving way to another, but are no mistake.
    """
    article = ("gr" if mark.definite else "nogr",) if word_class in GENDERS else (mark.kind,)
    # For a compound that BÍN does not list, whose number is 0, a search with its lemma finds nothing.
    narrowed = {"lemma": lemma, "bin_id": number} if number else {}
    found = bin_database().lookup_variants(form, word_class, (mark.case, mark.count, *article), **narrowed)
    marked = [(entry, read_mark(entry)) for entry in found if entry.ord == lemma]
    return _best_first([(entry, one.variant) for entry, one in marked if one and one[:-1] == mark[:-1]], receding)


def pronoun_variants(entry: Ksnid, case: str) -> tuple[str, ...]:
    """A personal pronoun's forms in one of BÍN's cases, in the number that it has; their marks name no gender."""
    mark = case + entry.mark[2:4]
    found = bin_database().lookup_variants(entry.bmynd, "pfn", (case, entry.mark[2:4]), bin_id=entry.bin_id)
    return _best_first([(one, one.mark[len(mark) :]) for one in found if one.mark.startswith(mark)])


def read_mark(entry: Ksnid) -> Mark | None:
    """The entry's mark taken apart; None if the word has no case and gender, as a verb or an adverb."""
    if entry.ofl in GENDERS:
        found = _NOUN_MARK.fullmatch(entry.mark)
        return Mark(found[1], found[2], entry.ofl, bool(found[3]), "", found[4]) if found else None
    found = _AGREEING_MARK.fullmatch(entry.mark) if entry.ofl in _AGREEING else None
    if not found:
        return None
    return Mark(found[3], found[4], found[2].lower(), False, (found[1] or "").replace("_", "-"), found[5])


def is_usual(entry: Ksnid) -> bool:
    """Whether the word is neither rare nor old nor wrong."""
    return entry.einkunn == 1 and not set(entry.malsnid.split(",")) & _UNUSUAL


def _best_first(marked: list[tuple[Ksnid, str]], receding: bool = False) -> tuple[str, ...]:
    """Forms by how they stand in BÍN: the prevailing one ("RIK") first, then numbered variants ("ÞGFET2").

    What is unusual, and a receding variant unless asked for, is left out unless there is nothing else.
    """
    ranked = sorted(marked, key=_rank)
    kept = [one for one in ranked if _is_in_use(one[0]) and (receding or not _recedes(*one))]
    return tuple(dict.fromkeys(entry.bmynd for entry, _ in kept or ranked))


def _rank(marked: tuple[Ksnid, str]) -> tuple[bool, bool, bool, str]:
    entry, variant = marked
    prevailing = _PREVAILING.get((entry.ord, entry.mark.removesuffix(variant))) == entry.bmynd
    return not prevailing, entry.bgildi != "RIK", entry.beinkunn != 1, variant


def _is_in_use(entry: Ksnid) -> bool:
    return entry.beinkunn in (1, 2) and not set(entry.bmalsnid.split(",")) & _UNUSUAL


def _recedes(entry: Ksnid, variant: str) -> bool:
    prevails = (entry.ord, entry.mark.removesuffix(variant)) in _PREVAILING
    return entry.bgildi == "VIK" and bool(variant) and not prevails
