"""What stands after the head of an Icelandic phrase: the rest of a name, an epithet, a genitive, a brand."""

from collections.abc import Sequence
from dataclasses import replace

from articles.language import lexicon, readings
from articles.language.bent import Bent, bent_modifier, bent_noun, unbent
from articles.language.lexicon import Noun

_COMPARED = frozenset({"eldri", "yngri"})  # two of the same name; another comparative is a man's trade: "skírari"


def bent(texts: Sequence[str], head: Noun) -> list[Bent]:
    """The words after the head. From the first that does not agree with it on, all stay as they are."""
    words: list[Bent] = []
    for place, text in enumerate(texts):
        word = _agreeing(text, head, is_last=place + 1 == len(texts))
        if word is None:
            genitive = _is_genitive(texts[place:])
            return words + [unbent(rest, genitive or _is_settled(rest)) for rest in texts[place:]]
        words.append(word)
    return words


def _agreeing(text: str, head: Noun, is_last: bool) -> Bent | None:
    if not readings.bends(text) or text.endswith("."):
        return unbent(text)
    if text[:1].isupper():
        return _name(text, head)
    return _epithet(text, head) or _apposition(text, head, is_last)


def _name(text: str, head: Noun) -> Bent | None:
    """The next of a person's names, or what a thing is called: "Jón Sigurðsson", "Hótel Saga"."""
    found = readings.nouns(text, capital_is_own=True)
    if head.proper:
        return _further_name(text, head, found)
    if not found or lexicon.can_stand_in(text, "genitive"):
        return None
    return replace(bent_noun(text, min(found, key=lambda noun: noun.personal)), sure=False)


def _further_name(text: str, head: Noun, found: Sequence[Noun]) -> Bent:
    """A family name stays where BÍN does not know it, and a foreigner's first name then may stay too."""
    same = [noun for noun in found if (noun.kind, noun.count) == (head.kind, head.count)]
    if not same:
        return unbent(text, sure=False)
    return replace(word := bent_noun(text, same[0]), sure=word.sure and head.personal and _is_usual_name(same[0]))


def _is_usual_name(noun: Noun) -> bool:
    """Names that few bear are often family names, of which some bend and some do not: "Eldjárn"."""
    return noun.personal and not noun.foreign and (noun.central or noun.lemma.endswith(("son", "dóttir")))


def _epithet(text: str, head: Noun) -> Bent | None:
    """An adjective or pronoun that agrees: "Leifur heppni", "faðir minn"."""
    found = [one for one in lexicon.modifiers(text) if (one.kind, one.count) == (head.kind, head.count)]
    if head.personal:
        found = [one for one in found if one.degree != "MST" or text in _COMPARED]
    if head.proper:
        found = [one for one in found if not one.strong] or found
    if not found and head.personal and not lexicon.is_known(text):
        return _unknown_epithet(text, head)
    if not found or lexicon.can_stand_in(text, "genitive") and not head.proper:
        return None
    return bent_modifier(text, tuple(found))


def _unknown_epithet(text: str, head: Noun) -> Bent | None:
    """An epithet bends weakly, a man's in "-i" and a woman's in "-a": "Auður djúpúðga", "Auði djúpúðgu"."""
    ending, oblique = {"kk": ("i", "a"), "kvk": ("a", "u")}.get(head.kind, ("", ""))
    if not ending or not text.endswith(ending):
        return None
    form = text[:-1] + oblique
    return Bent(text, form, form, sure=False)


def _apposition(text: str, head: Noun, is_last: bool) -> Bent | None:
    """A second noun in the nominative: "Jón Sigurðsson forseti"."""
    found = [noun for noun in readings.nouns(text, capital_is_own=True) if _may_follow(noun, head)]
    compared = head.personal and any(one.degree == "MST" for one in lexicon.modifiers(text))
    if not found or not is_last or (lexicon.can_stand_in(text, "genitive") and not compared):
        return None
    word = bent_noun(text, found[0])
    return replace(word, sure=head.proper and word.sure)


def _may_follow(noun: Noun, head: Noun) -> bool:
    if head.personal and (noun.kind, noun.count) == (head.kind, head.count):
        return noun.usual or noun.central
    return noun.usual and noun.central


def _is_genitive(texts: Sequence[str]) -> bool:
    """Whether all may stand in the genitive, and what they describe in nothing else: "eldri borgara"."""
    last = texts[-1]
    return all(lexicon.can_stand_in(text, "genitive") for text in texts) and not readings.nouns(last, True)


def _is_settled(text: str) -> bool:
    """Whether a word that stays does so without doubt: it is no nominative, or not a word of ours at all."""
    if not readings.bends(text):
        return True
    unknown = not lexicon.is_known(text)
    return not text.islower() if unknown else not (readings.nouns(text, True) or lexicon.modifiers(text))
