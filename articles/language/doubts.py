"""Why an editor should look at the forms although the rules know only one way to bend the words."""

from collections.abc import Sequence

from articles.language import agreement, lexicon
from articles.language.capitals import Capital
from articles.language.heads import Analysis, is_foreign_name
from articles.language.lexicon import Noun


def any_about(texts: Sequence[str], analysis: Analysis, capital: Capital) -> bool:
    """Whether the head may be something else than it seems, or have its capital for another reason."""
    noun = analysis.noun
    if analysis.place:
        if noun.proper and any(map(is_foreign_name, texts[: analysis.place])):
            return True
        return capital.is_lent and noun.definite and texts[0][:1].isupper()
    if noun.foreign or (len(texts) == 1 and may_be_adjective(texts[0])):
        return True
    if not texts[0][:1].isupper():
        return False
    if noun.proper:
        return len(texts) == 1 and not noun.notable and _bends_otherwise_in_small_letters(texts[0], noun)
    return capital.is_lent and (noun.definite or not noun.entry or might_be_named(texts, noun))


def might_be_named(texts: Sequence[str], noun: Noun) -> bool:
    """Whether a common noun may begin a name: "Háskóli Íslands"."""
    return not noun.proper and len(texts) > 1 and texts[0][:1].isupper() and texts[1][:1].isupper()


def may_be_adjective(text: str) -> bool:
    """Whether the word is an adjective too: "ljós"."""
    return any(one.word_class == "lo" and one.strong for one in agreement.modifiers(text))


def _bends_otherwise_in_small_letters(text: str, name: Noun) -> bool:
    """Whether the word as a common noun has other forms than the name: a bear's are not Björn's."""
    return any(_forms(noun) != _forms(name) for noun in lexicon.nouns(text) if not noun.proper and noun.usual)


def _forms(noun: Noun) -> tuple[str, ...]:
    forms = (*lexicon.noun_forms(noun, "dative"), *lexicon.noun_forms(noun, "genitive"))
    return tuple(form.lower() for form in forms)
