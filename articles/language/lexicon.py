"""What an Icelandic word may be, and its forms: readings of nominatives as nouns, adjectives, pronouns."""

from dataclasses import dataclass
from functools import lru_cache

from islenska.basics import Ksnid

from articles.language import dictionary
from articles.language.dictionary import CACHED, CASES, GENDERS, NUMBERS, Mark

_PERSONAL = {"ism", "föð", "móð", "gæl", "ætt", "erm"}
_NOTABLE = {"örn", "lönd", "erl", "fyr"}  # places and bodies: "Esja" is the mountain rather than the rock
_CASELESS = {"OBEYGJANLEGT", "FST", "MST", "EST", "GM-NH", "MM-NH"}  # adverbs, prepositions, infinitives


@dataclass(frozen=True, slots=True)
class Noun:
    """One way to understand a word as a noun in the nominative. `form` has the capital that BÍN gives it."""

    form: str
    lemma: str
    entry: int  # BÍN's number; 0 for a compound that BÍN does not list
    kind: str  # kk, kvk, hk
    count: str  # ET, FT
    definite: bool
    personal: bool
    notable: bool
    usual: bool  # neither rare nor old
    central: bool  # in BÍN's core
    foreign: bool = False  # a foreign person or a brand, which writers bend each in their own way
    model: "Noun | None" = None  # for a word that BÍN does not know: it bends as this one,
    stem: str = ""  # with this in front,
    cut: int = 0  # in place of so many of its letters

    @property
    def proper(self) -> bool:
        return self.lemma[:1].isupper()

    @property
    def gender(self) -> str:
        return GENDERS[self.kind]

    @property
    def number(self) -> str:
        return NUMBERS[self.count]


@dataclass(frozen=True, slots=True)
class Modifier:
    """One way to understand a word as an adjective or the like in the nominative, agreeing with a noun."""

    form: str
    lemma: str
    entry: int
    word_class: str
    degree: str  # BÍN's mark before the gender: "FSB" strong, "FVB" weak, "MST" comparative, …; may be empty
    kind: str
    count: str

    @property
    def weak(self) -> bool:
        return self.degree.endswith("VB")

    @property
    def strong(self) -> bool:
        return self.degree.endswith("SB")


@lru_cache(CACHED)
def lemmas(word: str) -> frozenset[str]:
    """Headwords in small letters of which `word`, however capitalised, may be a form."""
    found = {entry.ord for spelling in {word, word.lower()} for entry in dictionary.entries(spelling)}
    if not found or word.islower():
        found |= {entry.ord for entry in dictionary.listed(word.capitalize())}
    return frozenset(lemma.lower() for lemma in found)


def is_known(word: str) -> bool:
    """Whether the word, or its last part, is in BÍN in any form."""
    return bool(dictionary.entries(word))


def is_common(word: str) -> bool:
    """Whether BÍN itself lists the word in small letters, in any form."""
    return any(entry.bin_id and entry.bmynd[:1].islower() for entry in dictionary.entries(word))


def is_unbending(word: str) -> bool:
    """Whether the word may be one without cases: an adverb, a preposition, an infinitive."""
    return any(entry.mark in _CASELESS for entry in dictionary.entries(word))


def is_numeral(word: str) -> bool:
    """Whether the word is a number: "tveir", "fimm"."""
    return any(entry.ofl == "to" for entry in dictionary.entries(word))


def can_stand_in(word: str, case: str) -> bool:
    """Whether the word, its capital being its own, has a usual reading in this case."""
    return any(dictionary.is_usual(entry) for entry in _in_case(word, case))


@lru_cache(CACHED)
def nouns(word: str) -> tuple[Noun, ...]:
    """Readings of a nominative, in BÍN's order; a capitalised word is also looked up in small letters."""
    return tuple(
        dict.fromkeys(
            _noun(entry, mark)
            for entry in dictionary.entries(word)
            if entry.ofl in GENDERS and (mark := _nominative_mark(entry, word))
        )
    )


@lru_cache(CACHED)
def noun_forms(noun: Noun, case: str) -> tuple[str, ...]:
    """The noun in a case, the best form first; more than one where usage is divided, none where it has no form."""
    if noun.model:
        return tuple(noun.stem + form[noun.cut :] for form in noun_forms(noun.model, case))
    mark = Mark(CASES[case], noun.count, noun.kind, noun.definite, "", "")
    return dictionary.variants(noun.form, noun.kind, noun.lemma, noun.entry, mark=mark)


@lru_cache(CACHED)
def is_divided(noun: Noun) -> bool:
    """Whether writers disagree about a form: even one that is giving way may be what a reader expects."""
    if noun.model:
        return is_divided(noun.model)
    marks = [Mark(CASES[case], noun.count, noun.kind, noun.definite, "", "") for case in ("dative", "genitive")]
    return any(
        len(dictionary.variants(noun.form, noun.kind, noun.lemma, noun.entry, mark=mark, receding=True)) != 1
        for mark in marks
    )


@lru_cache(CACHED)
def modifiers(word: str) -> tuple[Modifier, ...]:
    """Readings of the word as an adjective, participle, pronoun or numeral in the nominative, the likeliest first."""
    found = dict.fromkeys(
        Modifier(entry.bmynd, entry.ord, entry.bin_id, entry.ofl, mark.degree, mark.kind, mark.count)
        for entry in dictionary.entries(word)
        if entry.ofl not in GENDERS and dictionary.is_usual(entry) and (mark := _nominative_mark(entry, word))
    )
    return tuple(sorted(found, key=_simplest_first))


def _simplest_first(modifier: Modifier) -> tuple[bool, int]:
    """ "Nýtt" is of "nýr" rather than of "nýtur", "nýttur" or "nýta"."""
    participle = modifier.word_class == "so"
    return participle, len(modifier.lemma) if participle or modifier.word_class == "lo" else 0


@lru_cache(CACHED)
def modifier_forms(modifier: Modifier, case: str) -> tuple[str, ...]:
    """The adjective in a case, in the same degree, gender and number; see `noun_forms`."""
    if not modifier.entry and modifier.word_class == "lo" and "leg" in modifier.form:
        return _legur_forms(modifier, case)
    mark = Mark(CASES[case], modifier.count, modifier.kind, False, modifier.degree, "")
    # One form for all cases, as in comparatives, stands there already; to search for it would take long.
    entries = (entry for entry in dictionary.entries(modifier.form) if entry.bin_id == modifier.entry)
    if any(entry.ord == modifier.lemma and dictionary.read_mark(entry) == mark for entry in entries):
        return (modifier.form,)
    return dictionary.variants(modifier.form, modifier.word_class, modifier.lemma, modifier.entry, mark=mark)


@lru_cache(CACHED)
def pronoun_forms(word: str, case: str) -> tuple[str, ...]:
    """A personal pronoun in a case: "ég" gives "mér"; none if the word is not one in the nominative."""
    for entry in dictionary.listed(word.lower()):
        if entry.ofl == "pfn" and entry.mark.startswith("NF"):
            return dictionary.pronoun_variants(entry, CASES[case])
    return ()


@lru_cache(CACHED)
def nominatives(word: str, case: str) -> tuple[str, ...]:
    """Nominatives of the same number of which `word` may be this case, the likeliest first: "sölu" gives "sala".

    Of two names rather the one that is a word too: "Birni" is of "Björn", not of "Birnir".
    """
    found = []
    entries = _in_case(word, case)
    usual = [entry for entry in entries if dictionary.is_usual(entry)]
    common = {entry.ord for entry in dictionary.entries(word.lower())}
    ranked = sorted(usual or entries, key=lambda entry: entry.ord.lower() not in common)
    for entry in sorted(ranked, key=_likeliest_first):
        mark = dictionary.read_mark(entry)._replace(case="NF")
        found += dictionary.variants(entry.bmynd, entry.ofl, entry.ord, entry.bin_id, mark=mark)[:1]
    return tuple(dict.fromkeys(found))


def _in_case(word: str, case: str) -> list[Ksnid]:
    """Readings of the word in the case; of a capitalised one only those with a capital in BÍN, if it has any."""
    entries = dictionary.entries(word)
    if word[:1].isupper():
        entries = [entry for entry in entries if entry.bmynd[:1].isupper()] or entries
    marked = [(entry, dictionary.read_mark(entry)) for entry in entries]
    return [entry for entry, mark in marked if mark and mark.case == CASES[case]]


def _likeliest_first(entry: Ksnid) -> tuple[bool, ...]:
    mark = dictionary.read_mark(entry)
    strong = mark.degree in ("", "FSB")
    return entry.ofl not in GENDERS, not strong, entry.birting != "K", mark.definite, mark.count != "ET"


def _nominative_mark(entry: Ksnid, word: str) -> Mark | None:
    """The mark of a nominative; BÍN also answers with another spelling, "jazz" with "jass", which is none."""
    mark = dictionary.read_mark(entry)
    return mark if mark and mark.case == "NF" and entry.bmynd.lower() == word.lower() else None


def _noun(entry: Ksnid, mark: Mark) -> Noun:
    fields = set(entry.hluti.split(","))
    # A compound made up on the way has the capital of what was asked, not one of its own.
    spelled = str if entry.bin_id or "-" in entry.bmynd else str.lower
    return Noun(
        form=spelled(entry.bmynd),
        lemma=spelled(entry.ord),
        entry=entry.bin_id,
        kind=entry.ofl,
        count=mark.count,
        definite=mark.definite,
        personal=bool(fields & _PERSONAL),
        notable=bool(fields & _NOTABLE) and entry.birting == "K",
        usual=dictionary.is_usual(entry) and mark.variant == "",
        central=entry.birting == "K",
        foreign=entry.ord[:1].isupper() and _is_foreign(fields, entry),
    )


def _is_foreign(fields: set[str], entry: Ksnid) -> bool:
    brand = fields == {"alm"} and entry.birting != "K"
    return bool(entry.bin_id) and (brand or ("erm" in fields and "ism" not in fields))


def _legur_forms(modifier: Modifier, case: str) -> tuple[str, ...]:
    """An adjective in "-legur" that BÍN does not list bends as "daglegur"."""
    stem, _, ending = modifier.form.rpartition("leg")
    agreement = (modifier.degree, modifier.kind, modifier.count)
    for known in modifiers(f"dagleg{ending}"):
        if (known.degree, known.kind, known.count) == agreement:
            return tuple(stem + form.removeprefix("dag") for form in modifier_forms(known, case))
    return ()
