"""One word in each case, with the capital that it has inside a sentence."""

from dataclasses import dataclass, replace

from articles.language import lexicon, readings
from articles.language.lexicon import Modifier, Noun


@dataclass(frozen=True, slots=True)
class Bent:
    nominative: str
    dative: str
    genitive: str
    sure: bool = True  # usage is not divided and the word is known

    def inside(self, text: str, *, lower: bool) -> "Bent":
        """With the capital of `text`, or without it if the word had it only for standing first."""
        if not text[:1].isupper():
            return self
        change = _lowered if lower and _is_common(text) else _raised
        return replace(
            self, nominative=change(self.nominative), dative=change(self.dative), genitive=change(self.genitive)
        )


def unbent(text: str, sure: bool = True) -> Bent:
    return Bent(text, text, text, sure)


def bent_noun(text: str, noun: Noun) -> Bent:
    """The noun in all cases; as it stands, and not sure, where BÍN has no form."""
    dative, genitive = lexicon.noun_forms(noun, "dative"), lexicon.noun_forms(noun, "genitive")
    if not dative or not genitive:
        return Bent(noun.form, (dative or (text,))[0], (genitive or (text,))[0], sure=False)
    forms = (_as_written(text, form) for form in (noun.form, dative[0], genitive[0]))
    return Bent(*forms, sure=not lexicon.is_divided(noun))


def _as_written(text: str, form: str) -> str:
    """The form with the capitals that the text has before its last hyphen: "pH-gildi", not "ph-gildi"."""
    start = text.rfind("-") + 1
    return text[:start] + form[start:] if text[:start].lower() == form[:start].lower() else form


def bent_modifier(text: str, found: tuple[Modifier, ...]) -> Bent:
    """The adjective in all cases; a word that does not agree stays, and is sure if it is known or foreign."""
    if not found:
        return unbent(text, not text.islower() or text.endswith("-") or _may_stay(text))
    # A participle that is listed as an adjective too bends as that does, and verbs take long to search.
    found = tuple(one for one in found if one.word_class != "so") or found
    forms = {_modifier_forms(one) for one in found}
    best = _modifier_forms(found[0])
    if not all(best):
        return unbent(text, sure=False)
    return Bent(found[0].form, best[0][0], best[1][0], len(forms) == 1 and len(best[0]) == len(best[1]) == 1)


def _may_stay(text: str) -> bool:
    return lexicon.is_unbending(text) or lexicon.is_numeral(text) or lexicon.can_stand_in(text, "genitive")


def bent_pronoun(text: str) -> Bent | None:
    dative, genitive = lexicon.pronoun_forms(text, "dative"), lexicon.pronoun_forms(text, "genitive")
    return Bent(text.lower(), dative[0], genitive[0], sure=False) if dative and genitive else None


def _modifier_forms(modifier: Modifier) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return lexicon.modifier_forms(modifier, "dative"), lexicon.modifier_forms(modifier, "genitive")


def _is_common(text: str) -> bool:
    return readings.bends(text) and (
        lexicon.is_common(text) or any(not noun.proper for noun in readings.nouns(text, False))
    )


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
