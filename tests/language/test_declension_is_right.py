"""The share of right forms on a list of phrases, by kind, and that no wrong form is called certain."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from articles.language import decline, grammar

LISTS = ("declension_pairs.txt", "declension_pairs_second.txt", "declension_pairs_third.txt")
FEWEST = 150
KINDS = ("nouns", "definite", "plurals", "people", "places", "compounds", "phrases", "loanwords")


@dataclass(frozen=True)
class Pair:
    kind: str
    phrase: str
    number: str
    gender: str
    dative: tuple[str, ...]
    genitive: tuple[str, ...]


def pairs(name=LISTS[0]):
    kind, found = "", []
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            phrase, agreement, dative, genitive = (part.strip() for part in line.split("|"))
            number, gender = agreement.split() or ("", "")
            found.append(Pair(kind, phrase, number, gender, _either(dative), _either(genitive)))
    return found


def _either(text):
    return tuple(form.strip() for form in text.split(" / "))


def wrong(declined, pair):
    """The forms that are not listed; a capital may be meant otherwise than the list means it."""
    found = {"dative": declined.dative, "genitive": declined.genitive}
    same = {case: {form.casefold() for form in getattr(pair, case)} for case in found}
    return [f"{pair.phrase}: {form}" for case, form in found.items() if form.casefold() not in same[case]]


def share_right(mistakes, asked):
    return 1 - sum(len(one) for one in mistakes) / (2 * len(asked))


def test_the_lists_are_long_and_none_has_what_another_has():
    listed = [pair.phrase for name in LISTS for pair in pairs(name)]

    assert min(len(pairs(name)) for name in LISTS) >= FEWEST
    assert len(set(listed)) >= len(listed) - 3, "words may be in two lists, but hardly any"
    assert {pair.kind for pair in pairs()} == set(KINDS)


@pytest.mark.parametrize("name", LISTS)
def test_at_least_97_of_100_forms_are_right(name):
    asked = pairs(name)

    mistakes = [wrong(decline(pair.phrase), pair) for pair in asked]

    assert share_right(mistakes, asked) >= 0.97, [one for one in mistakes if one]


@pytest.mark.parametrize("name", LISTS)
def test_nearly_all_forms_are_right_where_number_and_gender_are_known(name):
    asked = pairs(name)

    mistakes = [wrong(decline(pair.phrase, pair.number, pair.gender), pair) for pair in asked]

    assert share_right(mistakes, asked) >= 0.99, [one for one in mistakes if one]


def test_on_all_lists_together_hardly_a_form_is_wrong_where_number_and_gender_are_known():
    asked = [pair for name in LISTS for pair in pairs(name)]

    mistakes = [wrong(decline(pair.phrase, pair.number, pair.gender), pair) for pair in asked]

    assert share_right(mistakes, asked) >= 0.995, [one for one in mistakes if one]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize("written", [str, grammar.capitalised])
@pytest.mark.parametrize("in_sentence", [False, True])
def test_no_wrong_form_is_called_certain(name, known, written, in_sentence):
    asked = [(pair, (pair.number, pair.gender) if known else (None, None)) for pair in pairs(name)]

    found = [(grammar.decline(written(pair.phrase), "is", *of, in_sentence=in_sentence), pair) for pair, of in asked]

    assert [wrong(declined, pair) for declined, pair in found if declined.certain and wrong(declined, pair)] == []


@pytest.mark.parametrize("name", LISTS)
def test_most_phrases_are_certain(name):
    found = [decline(pair.phrase).certain for pair in pairs(name)]

    assert sum(found) / len(found) >= 0.6


@pytest.mark.parametrize("kind", KINDS)
def test_number_and_gender_are_found(kind):
    asked = [pair for pair in pairs() if pair.kind == kind and pair.number]

    found = [(one := grammar.decline(pair.phrase), (one.number, one.gender)) for pair in asked]
    mistakes = [pair.phrase for pair, (_, one) in zip(asked, found, strict=True) if one != (pair.number, pair.gender)]

    assert len(mistakes) <= len(asked) * 0.04, mistakes


@pytest.mark.parametrize("name", LISTS)
def test_the_nominative_is_the_phrase_itself(name):
    assert [pair.phrase for pair in pairs(name) if decline(pair.phrase).nominative != pair.phrase] == []


@pytest.mark.parametrize("name", LISTS)
def test_capitals_stay_as_they_are_written(name):
    declined = [(pair, decline(pair.phrase)) for pair in pairs(name)]

    assert [pair.phrase for pair, one in declined if one.dative[:1].isupper() != pair.phrase[:1].isupper()] == []
