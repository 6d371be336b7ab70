"""What an Icelandic compound is made of: "samanburðartafla" of "samanburður" and "tafla"."""

from functools import lru_cache

from islenska.dawgdictionary import Wordbase

from articles.language.dictionary import GENDERS, bin_database, is_usual

SHORTEST = 6  # letters; a shorter word is not taken apart
SHORTEST_PART = 3
_CACHED = 60_000
_DEEPEST = 3
_DESCRIBING = {"fyr", "mvirk", "hug"}  # names of companies, buildings and ideas; of others nothing is a part
# Words that only look like compounds, or whose parts nobody hears in them any more.
_WHOLE = frozenset(
    """
    aðferð andstaða atvinna augnablik áratugur bandalag bandarískur barátta eyðublað fjölskylda forseti forysta
    fyrirtæki gagnrýni grundvöllur hamborgari hollenska hollenskur hugmynd hugrekki hugtak húsnæði innihald kartafla
    krabbamein landamæri leiðtogi lögregla markmið mannvirki mótmæli námskeið niðurstaða prósent ráðstefna reglugerð
    samkomulag sjúkdómur staðreynd stuðull takmark tímamót tilefni umhverfi útlit verkefni vinsæld vitaskuld þátttaka
    """.split()
)
_OWN = {"langamma": ("amma",), "langafi": ("afi",), "mataræði": ("matur",)}
# With these before it a word is something else: "tæki" is not in "fyrirtæki".
_CLOUDING = frozenset(
    """
    aftur al and auð að af á ein eftir end endur for fram fyrir full gagn gegn hjá jafn með mis mikil mót ná
    nauð of ofur ó rann sam saman sjálf svo til tor um undan upp van ver við ör
    """.split()
)
# These are no words of their own, or not the ones that they look like; what stands after them is.
_PREFIXES = frozenset(
    "aðal fjar fjöl frum grund heima heiman her hand kvik raf sér stór smá tón einka hlið sama".split()
)
_SHORT = frozenset("há ís te öl fé".split())  # first parts of two letters: "háskóli", "ísskápur"
# Endings that look like words: "starfandi" has no ghost in it.
_NO_HEADS = frozenset("andi lag lega ull ysta átta daður ræði".split())


@lru_cache(_CACHED)
def parts(lemma: str) -> tuple[str, ...]:
    """Headwords of the compound's parts, and of theirs; none for a word that is no compound."""
    return tuple(dict.fromkeys(_parts(lemma, _DEEPEST)))


def head(lemma: str) -> tuple[str, str] | None:
    """The compound in two: what stands before its last part, and that part as a headword."""
    if len(lemma) < SHORTEST or lemma in _WHOLE or lemma in _OWN:
        return None
    for pieces in Wordbase.slice_compound_word_candidates(lemma):
        before, last = "".join(pieces[:-1]), pieces[-1]
        if before and _are_long(pieces) and _is_headword(last):
            return before, last
    return None


def is_sure(lemma: str) -> bool:
    """Whether the compound's parts are both words that people use, so that it is no slip of the pen."""
    divided = head(lemma)
    return divided is not None and len(divided[1]) > SHORTEST_PART and bool(_modifiers(divided[0]))


def may_stand_before(text: str) -> bool:
    """Whether this may be the first part of a compound: a genitive, a stem or a prefix."""
    return text in _PREFIXES or bool(_modifiers(text))


def _parts(lemma: str, depth: int) -> list[str]:
    if lemma in _OWN:
        return list(_OWN[lemma])
    divided = head(lemma) if depth and _is_taken_apart(lemma) else None
    if divided is None or divided[0] in _CLOUDING:
        return []
    before, last = divided
    modifiers = _modifiers(before)
    found = [last, *_parts(last, depth - 1)] if last not in _NO_HEADS else []
    return found + [part for modifier in modifiers for part in (modifier, *_parts(modifier, depth - 1))]


def _are_long(pieces: list[str]) -> bool:
    first, *others = pieces
    return (len(first) >= SHORTEST_PART or first in _SHORT) and min(map(len, others)) >= SHORTEST_PART


def _is_taken_apart(lemma: str) -> bool:
    """A noun or an adjective, and no name of a person or a place."""
    listed = [entry for spelling in (lemma, lemma.capitalize()) for entry in _entries(spelling) if entry.bin_id]
    found = [entry for entry in listed or _entries(lemma) if entry.ord.lower() == lemma]
    bending = [entry for entry in found if entry.ofl in GENDERS or entry.ofl == "lo"]
    return any(entry.ord.islower() or _DESCRIBING & set(entry.hluti.split(",")) for entry in bending)


def _is_headword(word: str) -> bool:
    return any(entry.ord == word and entry.bin_id and is_usual(entry) for entry in _entries(word))


def _modifiers(before: str) -> list[str]:
    """Headwords of a first part: of the genitive if it is one ("bíla", "sölu"), else of a stem ("bíl", "hús")."""
    if before in _PREFIXES:
        return []
    nouns = [entry for entry in _entries(before) if is_usual(entry) and entry.birting == "K" and entry.ofl in GENDERS]
    genitives = [entry for entry in nouns if entry.mark.startswith("EF") and "gr" not in entry.mark]
    found = genitives or [entry for entry in nouns if _is_stem(entry)]
    return list(dict.fromkeys(entry.ord for entry in found if len(entry.ord) >= SHORTEST_PART))


def _is_stem(entry) -> bool:
    return entry.ord == entry.bmynd or (entry.ofl == "kk" and entry.mark == "ÞFET")


def _entries(word: str):
    return bin_database().lookup_ksnid(word)[1]
