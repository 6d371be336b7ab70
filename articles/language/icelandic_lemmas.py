"""Headwords that an Icelandic word may belong to, without readings that nobody has in mind."""

from collections.abc import Callable

from islenska.basics import Ksnid

from articles.language import compounds, spellings
from articles.language.dictionary import GENDERS, bin_database, is_usual
from articles.language.unlikely import is_unlikely

LONGEST = 60  # letters; longer ones are no words
# What the word before says of a word's readings; and that a question has no other word.
INFINITIVE, NOUN, ALONE = "að", "í", "?"
_PREPOSITIONS = "í um til frá úr af með hjá án milli vegna Í Um Til Frá Úr Af Með Hjá Án Milli Vegna".split()
BEFORE = {"að": INFINITIVE, "Að": INFINITIVE, **dict.fromkeys(_PREPOSITIONS, NOUN)}
SHORTEST_MODEL = 5  # letters of a known word that an unknown one may end in,
SHORTEST_END = 4  # and of one that a compound ends in
_BENDING = {*GENDERS, "lo"}
# Headwords that are one to people though not to BÍN: "eyjar" is the plural of "ey" in it, and of "eyja" to them.
_PAIRED = (("ey", "eyja"), ("foreldri", "foreldrar"), ("systkin", "systkini"), ("sær", "sjór"), ("talva", "tölva"))
_KIN = {one: other for pair in _PAIRED for one, other in (pair, pair[::-1])}

Analysed = tuple[tuple[str, ...], tuple[str, ...]]  # lemmas and parts


def analyse(word: str, before: str = "") -> Analysed:
    """Lemmas and parts of a word, however it is capitalised; see `articles.language.analysis`."""
    if len(word) > LONGEST:
        return (word.lower()[:LONGEST],), ()
    pieces = spellings.hyphenated(word)
    if len(pieces) > 1:
        return _of_pieces(pieces)
    found = lemmas(word, before) or _guessed(word.lower())
    parts = [part for lemma in found for part in compounds.parts(lemma)]
    return found, tuple(part for part in dict.fromkeys(parts) if part not in found)


def is_known(word: str) -> bool:
    """Whether BÍN lists the word, or it is made of words that BÍN lists."""
    return len(word) <= LONGEST and all(_is_known_piece(piece) for piece in spellings.hyphenated(word))


def lemmas(word: str, before: str = "") -> tuple[str, ...]:
    """Headwords in small letters; none for a word that BÍN does not know."""
    found = readings(word, before)
    listed = any(entry.bin_id for entry in found)
    made_up = () if listed else _joined(word.lower(), SHORTEST_END, compounds.may_stand_before)
    small = made_up or (spellings.without_hyphens(entry.ord.lower()) for entry in found)
    return tuple(dict.fromkeys(one for lemma in small for one in (lemma, _KIN.get(lemma)) if one))


def readings(word: str, before: str = "") -> list[Ksnid]:
    """The word's plausible readings in BÍN, those of compounds that it does not list included."""
    return _plausible(_entries(word), before)


def _of_pieces(pieces: list[str]) -> Analysed:
    """Of "tölvu-póstur" what "tölvupóstur" is; of "COVID-19" and "PDF-skjalinu" the pieces as parts."""
    whole = lemmas("".join(pieces)) or _ended(pieces)
    parts = [lemma for piece in pieces if len(piece) > 1 for lemma in analyse(piece)[0]]
    return whole, tuple(part for part in dict.fromkeys(parts) if part not in whole)


def _ended(pieces: list[str]) -> tuple[str, ...]:
    stem = "".join(pieces[:-1]).lower()
    return tuple(stem + lemma for lemma in analyse(pieces[-1])[0])


def _entries(word: str) -> list[Ksnid]:
    """What BÍN lists, in small letters or with a capital, rather than a compound made up on the way."""
    made_up: list[Ksnid] = []
    for spelling in _spellings(word):
        found = bin_database().lookup_ksnid(spelling, at_sentence_start=spelling[:1].isupper())[1]
        if any(entry.bin_id for entry in found):
            return found
        made_up = made_up or found
    return [entry for entry in made_up if entry.ofl in _BENDING]


def _spellings(word: str):
    """ "SALA" is "Sala", and "guðrún" is "Guðrún" where there is nothing in small letters."""
    small = word.lower()
    capitalised = small[:1].upper() + small[1:]
    first = capitalised if word.isupper() and len(word) > 1 else word
    return dict.fromkeys((first, small, capitalised, word))


def _plausible(entries: list[Ksnid], before: str) -> list[Ksnid]:
    for fits in _ALWAYS + _WITH.get(before, ()):
        entries = [entry for entry in entries if fits(entry)] or entries
    if any(_is_noun_itself(entry) for entry in entries):
        entries = [entry for entry in entries if _is_likely_beside_a_noun(entry)]
    return entries


def _is_usual_form(entry: Ksnid) -> bool:
    return is_usual(entry) and entry.beinkunn == 1


def _is_central(entry: Ksnid) -> bool:
    return entry.birting == "K"


def _is_noun_itself(entry: Ksnid) -> bool:
    return entry.ofl in GENDERS and entry.mark.startswith("NF") and entry.ord == entry.bmynd


def _not_of_many(entry: Ksnid) -> bool:
    """No genitive plural: "sala" is the sale rather than the halls'."""
    return entry.ofl not in GENDERS or not entry.mark.startswith("EFFT") or "gr" in entry.mark


def _not_rare_of_a_verb(entry: Ksnid) -> bool:
    """No order, and nothing that one says of you or of oneself: "sel" is the seal rather than "I sell"."""
    return entry.ofl != "so" or not any(mark in entry.mark for mark in ("-BH-", "-2P-", "NT-1P-ET"))


def _is_likely(entry: Ksnid) -> bool:
    return not is_unlikely(entry.ord, entry.ofl)


def _is_likely_beside_a_noun(entry: Ksnid) -> bool:
    """Nor a subjunctive: "kerfi" is the system."""
    return _not_of_many(entry) and (entry.ofl != "so" or "-VH-" not in entry.mark)


def _is_infinitive(entry: Ksnid) -> bool:
    return entry.ofl == "so" and entry.mark in ("GM-NH", "MM-NH")


def _bends_as_a_noun(entry: Ksnid) -> bool:
    return entry.ofl != "so" or "LHÞT" in entry.mark


_ALWAYS = (_is_usual_form, _is_central, _is_likely, _not_rare_of_a_verb)
# In a question of one word "borða" is to eat rather than the tables'.
_WITH = {INFINITIVE: (_is_infinitive,), NOUN: (_bends_as_a_noun,), ALONE: (_not_of_many,)}


def ending(small: str, shortest: int, may_stand_before: Callable[[str], bool]) -> tuple[str, list[Ksnid]]:
    """The word in two where what BÍN lists as a noun or an adjective begins, the longest there is; else no entries."""
    for start in range(3, len(small) - shortest + 1):
        if may_stand_before(small[:start]):
            listed = bin_database().lookup_ksnid(small[start:])[1]
            ends = [end for end in listed if end.bin_id and end.ofl in _BENDING and _is_central(end) and is_usual(end)]
            if ends:
                return small[:start], ends
    return small, []


def _joined(small: str, shortest: int, may_stand_before: Callable[[str], bool]) -> tuple[str, ...]:
    stem, ends = ending(small, shortest, may_stand_before)
    return tuple(dict.fromkeys(stem + end.ord.lower() for end in _plausible(ends, "")))


def _guessed(small: str) -> tuple[str, ...]:
    """An unknown word bent as the known one that it ends in: "netflixáskriftina"; else itself."""
    found = _joined(small, SHORTEST_MODEL, bool)
    if found:
        return found
    return (small, small[:-1]) if len(small) > 4 and small.endswith("s") else (small,)


def _is_known_piece(piece: str) -> bool:
    if any(entry.bin_id and is_usual(entry) for entry in readings(piece)):
        return True
    return any(compounds.is_sure(lemma) for lemma in lemmas(piece))
