"""What the site knows of languages, without Django: words, grammar, order, hyphens."""

from articles.language.declension import Declension


def decline(phrase: str, number: str | None = None, gender: str | None = None) -> Declension:
    """An Icelandic phrase in the nominative, dative and genitive: "sala" gives "sölu", "sölu".

    `number` and `gender` narrow what it may mean: "ET" or "singular", "FT" or "plural"; "kk", "kvk", "hk" or
    "masculine", "feminine", "neuter". The first letter stays as it is written: "Björn" is a man, "björn" a bear.
    """
    from articles.language import grammar  # here, since its modules are all of this package

    return grammar.decline(phrase, "is", number, gender, in_sentence=True)
