"""One Icelandic noun phrase: its head, the words that agree with the head, and the forms of each in every case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.language import agreement, doubts, followers, heads, lexicon, readings
from articles.language.bent import Bent, bent_modifier, bent_noun, bent_pronoun, unbent
from articles.language.capitals import Capital
from articles.language.heads import Analysis
from articles.language.lexicon import GENDERS, NUMBERS, Noun
from articles.language.readings import Wanted

# With the name of a place these make a name: "Háskóli Íslands", but "saga Íslands".
_INSTITUTIONS = tuple(
    "banki félag hótel kirkja klúbbur ráð safn samband samtök sjóður skóli stofa stofnun sveit".split()
)
JOINING = frozenset({"og", "eða"})
# Names of bodies, books, places and seas that look like common nouns but keep their capital.
_NAMES = frozenset(
    ("sameinuðu þjóðirnar", "sameinuðu arabísku furstadæmin", "dóminíska lýðveldið", "evrópska efnahagssvæðið")
    + ("rauði krossinn", "rauði hálfmáninn", "rauða hafið", "rauða torgið", "svarta hafið", "gula hafið")
    + ("bláa lónið", "hvíta húsið", "norræna húsið", "íslenska óperan", "íslenski dansflokkurinn", "vinstri græn")
    + ("nýja testamentið", "gamla testamentið", "evrópski seðlabankinn", "litla hafmeyjan", "landsréttur")
    + ("landspítali", "landspítalinn", "ríkisútvarpið", "morgunblaðið", "þjóðleikhúsið", "þjóðminjasafnið")
    + ("vetrarbrautin", "biblían", "kóraninn", "ríkisskattstjóri", "þjóðkirkjan", "háskólinn í reykjavík")
)
_WITHOUT_PLURAL = frozenset("kaffi te kjöt smjör fé vín vatn gull stál járn timbur".split())
_KNOWN = {"vinstri græn": Wanted("plural", "neuter")}


@dataclass(frozen=True, slots=True)
class Group:
    """A group of words with their forms. Number and gender are "" where the group has no head."""

    words: tuple[Bent, ...]
    number: str = ""
    gender: str = ""
    definite: bool = False
    certain: bool = False
    counted: bool = False  # plural by its form, not as a word that is always plural


def bend(texts: Sequence[str], wanted: Wanted, capital: Capital) -> Group:
    """The group in all cases; `capital` says how the first word's is to be understood."""
    name = " ".join(texts).lower()
    capital, wanted = (Capital.OWN if name in _NAMES else capital), _KNOWN.get(name, wanted)
    if texts[0].lower() == "að":
        return Group(tuple(unbent(text).inside(text, lower=capital.is_lent) for text in texts))
    analyses = [] if is_of_adjectives(texts) else heads.analyses(texts, wanted, opens=not capital.is_own)
    if not analyses:
        return _headless(texts, wanted, capital)
    meant = readings.plausible([analysis.noun for analysis in analyses])
    groups = [_bent(texts, analysis, capital) for analysis in analyses if analysis.noun in meant]
    agreed = len({_forms(group) for group in groups}) == 1
    first = analyses[0]
    known = wanted.allows(first.noun) and first.noun.usual and not doubts.any_about(texts, first, capital)
    return replace(groups[0], certain=groups[0].certain and agreed and known)


def in_step(group: Group, texts: Sequence[str], wanted: Wanted, capital: Capital) -> Group:
    """The group beside one that is plural, "dýr" in "dýr og plöntur": plural too if its form can be."""
    if group.number != "singular" or texts[-1].lower() in _WITHOUT_PLURAL:
        return group
    plural = bend(texts, Wanted("plural", wanted.gender), capital)
    return replace(plural, certain=False) if (plural.number, plural.gender) == ("plural", group.gender) else group


def has_head(texts: Sequence[str]) -> bool:
    """Whether a word may be the head: a usual noun in the nominative that no later word is described by."""
    return any(_is_noun(text) for text in texts)


def has_sure_head(texts: Sequence[str]) -> bool:
    """Whether a word can only be the head: a noun that is no adjective."""
    return any(_is_noun(text) and not agreement.modifiers(text) for text in texts)


def has_content(texts: Sequence[str]) -> bool:
    """Whether there is anything that bends."""
    return has_head(texts) or any(agreement.modifiers(text) for text in texts)


def is_foreign(texts: Sequence[str]) -> bool:
    """Whether the last word is none of ours, and so stays: "Claude", "iPhone"."""
    return texts[-1][:1].isalpha() and not (lexicon.is_known(texts[-1]) and readings.bends(texts[-1]))


def describe_one(texts: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a word before "og" and the first after it are adjectives to the noun behind: "heit" og "köld borð"."""
    if len(texts) != 1 or len(after) < 2:
        return False
    both = (texts[0], after[0])
    return any(all(agreement.agreeing(text, noun) for text in both) for noun in readings.nouns(after[1], True))


def may_begin(text: str) -> bool:
    """Whether a group may begin with this word: it has a reading in the nominative."""
    return has_content([text])


def is_of_adjectives(texts: Sequence[str]) -> bool:
    """Whether adjectives stand alone side by side: "rétt og rangt", of which "rétt" might be a noun by itself."""
    words = [text for text in texts if text not in JOINING]
    if len(words) < 2 or len(words) + 1 != len(texts) or texts[1] not in JOINING or all(map(_is_noun, words)):
        return False
    if not all(map(agreement.modifiers, words)):
        return False
    return agreement.common_agreement(words, Wanted()) != ("", "")


def _is_noun(text: str) -> bool:
    return not lexicon.is_numeral(text) and any(noun.usual for noun in readings.nouns(text, False))


def can_stand_in(text: str, cases: Sequence[str]) -> bool:
    """Whether the word may stand in one of these cases; in any but the nominative if none is named."""
    return any(lexicon.can_stand_in(text, case) for case in cases or ("accusative", "dative", "genitive"))


def _bent(texts: Sequence[str], analysis: Analysis, capital: Capital) -> Group:
    noun, place = analysis.noun, analysis.place
    before = [bent_modifier(text, found) for text, found in zip(texts, analysis.before, strict=False)]
    words = [*before, bent_noun(texts[place], noun), *followers.bent(texts[place + 1 :], noun)]
    named = place == 0 and _is_named(texts, words, noun)
    words[0] = words[0].inside(texts[0], lower=capital.is_lent and not named)
    words[1:] = [word.inside(text, lower=False) for word, text in zip(words[1:], texts[1:], strict=True)]
    counted = noun.count == "FT" and noun.form != noun.lemma
    return Group(tuple(words), noun.number, noun.gender, noun.definite, all(word.sure for word in words), counted)


def _is_named(texts: Sequence[str], words: Sequence[Bent], noun: Noun) -> bool:
    """Whether the head keeps its capital: "Ísland", "Hótel Saga", "Háskóli Íslands"."""
    if noun.proper:
        return True
    if noun.definite or not doubts.might_be_named(texts, noun):
        return False
    return words[1].nominative != words[1].dative or noun.lemma.lower().endswith(_INSTITUTIONS)


def _headless(texts: Sequence[str], wanted: Wanted, capital: Capital) -> Group:
    """Adjectives that stand alone ("rétt", "fatlaðir", "hið opinbera") and personal pronouns; the rest stays."""
    count, kind = agreement.common_agreement(texts, wanted)
    words = []
    for place, text in enumerate(texts):
        found = tuple(one for one in agreement.modifiers(text) if (one.kind, one.count) == (kind, count))
        word = bent_pronoun(text) or bent_modifier(text, found)
        words.append(word.inside(text, lower=capital.is_lent and place == 0))
    return Group(tuple(words), NUMBERS.get(count, ""), GENDERS.get(kind, ""))


def _forms(group: Group) -> tuple[tuple[str, str, str], ...]:
    return tuple((word.nominative, word.dative, word.genitive) for word in group.words)
