"""What a capital at the start of a phrase says: a name, or only that the phrase stands first somewhere."""

from collections.abc import Sequence
from enum import Enum, auto

from articles.language import lexicon


class Capital(Enum):
    """How the first word's capital is understood."""

    OWN = auto()  # the word is a name, as inside a sentence: "Björn" is a man
    KEPT = auto()  # the word is read as if it stood first, but its capital stays: "Rafrænn reikningur"
    LENT = auto()  # it stands first and loses its capital inside a sentence unless it is a name

    @property
    def is_own(self) -> bool:
        return self is Capital.OWN

    @property
    def is_lent(self) -> bool:
        return self is Capital.LENT


def of_first(joined: Sequence[Sequence[str]], has_tail: bool, in_sentence: bool) -> Capital:
    """How to take the capital of the first of the groups that "og" joins: "Björn og Guðrún" are both people.

    `has_tail`: something that does not bend hangs on the groups, so that no name stands alone.
    """
    others = joined[1:]
    if others and all(_is_person(texts[0]) for texts in others):
        return Capital.OWN
    if not in_sentence:
        return Capital.LENT
    alone = len(joined) == 1 and len(joined[0]) == 1 and not has_tail
    return Capital.OWN if alone else Capital.KEPT


def _is_person(text: str) -> bool:
    return text[:1].isupper() and any(noun.personal for noun in lexicon.nouns(text))
