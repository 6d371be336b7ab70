"""One Icelandic noun phrase: its head, the words that agree with the head, and the forms of each in every case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.language import agreement, followers, heads, lexicon, readings
from articles.language.bent import Bent, bent_modifier, bent_noun, bent_pronoun, unbent
from articles.language.heads import Analysis
from articles.language.lexicon import GENDERS, NUMBERS, Noun
from articles.language.readings import Wanted

# With the name of a place these make a name: "Háskóli Íslands", but "saga Íslands".
_INSTITUTIONS = tuple(
    "banki félag hótel kirkja klúbbur ráð safn samband samtök sjóður skóli stofa stofnun sveit".split()
)
JOINING = frozenset({"og", "eða"})
# Names of bodies, books and seas that look like common nouns but keep their capital.
_NAMES = frozenset(
    ("sameinuðu þjóðirnar", "rauði krossinn", "nýja testamentið", "gamla testamentið", "rauða hafið", "landsréttur")
    + ("landspítali", "landspítalinn", "ríkisútvarpið", "morgunblaðið", "þjóðleikhúsið", "þjóðminjasafnið")
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of words with their forms. Number and gender are "" where the group has no head."""

    words: tuple[Bent, ...]
    number: str = ""
    gender: str = ""
    definite: bool = False
    certain: bool = False


def bend(texts: Sequence[str], wanted: Wanted, opens: bool) -> Group:
    """The group in all cases. `opens`: the first word's capital may come of standing first in a subject's name."""
    opens = opens and " ".join(texts).lower() not in _NAMES
    if texts[0].lower() == "að":
        return Group(tuple(unbent(text).inside(text, lower=opens) for text in texts))
    analyses = [] if is_of_adjectives(texts) else heads.analyses(texts, wanted, opens)
    if not analyses:
        return _headless(texts, wanted, opens)
    meant = readings.plausible([analysis.noun for analysis in analyses])
    groups = [_bent(texts, analysis, opens) for analysis in analyses if analysis.noun in meant]
    agreed = len({_forms(group) for group in groups}) == 1
    best = groups[0]
    known = wanted.allows(analyses[0].noun) and analyses[0].noun.usual
    return replace(best, certain=best.certain and agreed and known and not _is_doubtful(texts, analyses[0], opens))


def _is_doubtful(texts: Sequence[str], analysis: Analysis, opens: bool) -> bool:
    """An adjective may be meant ("ljós"), or the capital may be that of a name ("Síminn", "Háskóli Íslands")."""
    if analysis.place:
        return False
    if len(texts) == 1 and any(one.word_class == "lo" and one.strong for one in agreement.modifiers(texts[0])):
        return True
    unsure_capital = analysis.noun.definite or not analysis.noun.entry or _might_be_named(texts, analysis.noun)
    return opens and texts[0][:1].isupper() and not analysis.noun.proper and unsure_capital


def has_head(texts: Sequence[str]) -> bool:
    """Whether a word may be the head: a usual noun in the nominative that no later word is described by."""
    return any(_is_noun(text) for text in texts)


def has_sure_head(texts: Sequence[str]) -> bool:
    """Whether a word can only be the head: a noun that is no adjective."""
    return any(_is_noun(text) and not agreement.modifiers(text) for text in texts)


def has_content(texts: Sequence[str]) -> bool:
    """Whether there is anything that bends."""
    return has_head(texts) or any(agreement.modifiers(text) for text in texts)


def may_begin(text: str) -> bool:
    """Whether a group may begin with this word: it has a reading in the nominative."""
    return has_content([text])


def is_of_adjectives(texts: Sequence[str]) -> bool:
    """Whether adjectives stand alone side by side: "rétt og rangt", of which "rétt" might be a noun by itself."""
    words = [text for text in texts if text not in JOINING]
    if len(words) < 2 or len(words) + 1 != len(texts) or texts[1] not in JOINING or all(map(_is_noun, words)):
        return False
    return agreement.common_agreement(words, Wanted("singular", "neuter")) == ("ET", "hk")


def _is_noun(text: str) -> bool:
    return not lexicon.is_numeral(text) and any(noun.usual for noun in readings.nouns(text, False))


def can_stand_in(text: str, cases: Sequence[str]) -> bool:
    """Whether the word may stand in one of these cases; in any but the nominative if none is named."""
    return any(lexicon.can_stand_in(text, case) for case in cases or ("accusative", "dative", "genitive"))


def _bent(texts: Sequence[str], analysis: Analysis, opens: bool) -> Group:
    noun, place = analysis.noun, analysis.place
    before = [bent_modifier(text, found) for text, found in zip(texts, analysis.before, strict=False)]
    words = [*before, bent_noun(texts[place], noun), *followers.bent(texts[place + 1 :], noun)]
    named = place == 0 and _is_named(texts, words, noun)
    words[0] = words[0].inside(texts[0], lower=opens and not named)
    words[1:] = [word.inside(text, lower=False) for word, text in zip(words[1:], texts[1:], strict=True)]
    return Group(tuple(words), noun.number, noun.gender, noun.definite, all(word.sure for word in words))


def _is_named(texts: Sequence[str], words: Sequence[Bent], noun: Noun) -> bool:
    """Whether the head keeps its capital: "Ísland", "Hótel Saga", "Háskóli Íslands"."""
    if noun.proper:
        return True
    if noun.definite or not _might_be_named(texts, noun):
        return False
    return words[1].nominative != words[1].dative or noun.lemma.lower().endswith(_INSTITUTIONS)


def _might_be_named(texts: Sequence[str], noun: Noun) -> bool:
    return not noun.proper and len(texts) > 1 and texts[0][:1].isupper() and texts[1][:1].isupper()


def _headless(texts: Sequence[str], wanted: Wanted, opens: bool) -> Group:
    """Adjectives that stand alone ("rétt", "fatlaðir", "hið opinbera") and personal pronouns; the rest stays."""
    count, kind = agreement.common_agreement(texts, wanted)
    words = []
    for place, text in enumerate(texts):
        found = tuple(one for one in agreement.modifiers(text) if (one.kind, one.count) == (kind, count))
        word = bent_pronoun(text) or bent_modifier(text, found)
        words.append(word.inside(text, lower=opens and place == 0))
    return Group(tuple(words), NUMBERS.get(count, ""), GENDERS.get(kind, ""))


def _forms(group: Group) -> tuple[tuple[str, str, str], ...]:
    return tuple((word.nominative, word.dative, word.genitive) for word in group.words)
