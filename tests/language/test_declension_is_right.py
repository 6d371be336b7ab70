"""The share of right forms on a list of phrases, by kind, and that no wrong form is called certain."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from articles.language import grammar

LIST = Path(__file__).with_name("declension_pairs.txt")
KINDS = ("nouns", "definite", "plurals", "people", "places", "compounds", "phrases", "loanwords")


@dataclass(frozen=True)
class Pair:
    kind: str
    phrase: str
    number: str
    gender: str
    dative: tuple[str, ...]
    genitive: tuple[str, ...]


def pairs():
    kind, found = "", []
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            phrase, agreement, dative, genitive = (part.strip() for part in line.split("|"))
            number, gender = agreement.split() or ("", "")
            found.append(Pair(kind, phrase, number, gender, _either(dative), _either(genitive)))
    return found


def _either(text):
    return tuple(form.strip() for form in text.split("/"))


def wrong(declined, pair):
    found = {"dative": declined.dative, "genitive": declined.genitive}
    return [f"{pair.phrase}: {form}" for case, form in found.items() if form not in getattr(pair, case)]


def share_right(mistakes, asked):
    return 1 - sum(len(one) for one in mistakes) / (2 * len(asked))


def test_the_list_is_long_and_has_every_kind():
    listed = pairs()

    assert len(listed) >= 200
    assert len({pair.phrase for pair in listed}) == len(listed)
    assert {pair.kind for pair in listed} == set(KINDS)


def test_at_least_97_of_100_forms_are_right():
    asked = pairs()

    mistakes = [wrong(grammar.decline(pair.phrase), pair) for pair in asked]

    assert share_right(mistakes, asked) >= 0.97, mistakes


def test_nearly_all_forms_are_right_where_number_and_gender_are_known():
    asked = pairs()

    mistakes = [wrong(grammar.decline(pair.phrase, "is", pair.number, pair.gender), pair) for pair in asked]

    assert share_right(mistakes, asked) >= 0.995, [one for one in mistakes if one]


def test_no_wrong_form_is_called_certain():
    declined = [(grammar.decline(pair.phrase), pair) for pair in pairs()]

    assert [wrong(found, pair) for found, pair in declined if found.certain and wrong(found, pair)] == []


def test_most_phrases_are_certain():
    found = [grammar.decline(pair.phrase).certain for pair in pairs()]

    assert sum(found) / len(found) >= 0.6


@pytest.mark.parametrize("kind", KINDS)
def test_number_and_gender_are_found(kind):
    asked = [pair for pair in pairs() if pair.kind == kind and pair.number]

    found = [(one := grammar.decline(pair.phrase), (one.number, one.gender)) for pair in asked]
    mistakes = [pair.phrase for pair, (_, one) in zip(asked, found, strict=True) if one != (pair.number, pair.gender)]

    assert len(mistakes) <= len(asked) * 0.04, mistakes


def test_the_nominative_is_the_phrase_itself():
    assert [pair.phrase for pair in pairs() if grammar.decline(pair.phrase).nominative != pair.phrase] == []
