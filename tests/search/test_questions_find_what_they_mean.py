"""Questions and texts of our own, stratum by stratum: what must be found is found, and what must not be is not.

`pytest -s` prints the figures.
"""

from collections import defaultdict

import pytest

from articles.search import index, results
from tests.factories import make_edition
from tests.search import pairs

MOST_MISSED, MOST_WRONG = 0.02, 0.01


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["pairs.txt", "pairs_blind.txt"])
def test_questions_find_what_they_mean_and_nothing_else(name):
    asked = pairs.read(name)
    site = published(asked)

    hits = {pair: found(pair) for pair in asked}

    missed = [pair for pair in asked if site[pair.language, pair.found] not in hits[pair]]
    wrong = [pair for pair in asked if site[pair.language, pair.other] in hits[pair]]
    print(*figures(asked, missed, wrong), *map(str, missed + wrong), sep="\n")
    assert len(missed) <= MOST_MISSED * len(asked), missed
    assert len(wrong) <= MOST_WRONG * len(asked), wrong
    assert all(hits[pair][0] == site[pair.language, pair.found] for pair in asked if pair.stratum == "pairs")


def published(asked) -> dict[tuple[str, str], int]:
    """All the texts of the pairs on one site: the edition's number of each."""
    texts = dict.fromkeys((pair.language, text) for pair in asked for text in (pair.found, pair.other))
    editions = {(language, text): edition_of(text, language).pk for language, text in texts}
    index.index_all(list(editions.values()))
    return editions


def edition_of(text, language):
    if text.startswith("["):
        return make_edition(language=language, sides=text.strip("[]").split(" / "), lead={}, dimensions=0)
    return make_edition(language=language, lead={language: f"<p>{text}</p>"}, sides=["Hqx", "Zqx"], dimensions=0)


def found(pair) -> list[int]:
    page = results.search(pair.question, pair.language, size=50)
    hits = [hit.edition.pk for hit in page.hits]
    while page.next_key:
        page = results.search(pair.question, pair.language, size=50, after=page.next_key)
        hits += [hit.edition.pk for hit in page.hits]
    return hits


def figures(asked, missed, wrong):
    tallies = defaultdict(lambda: [0, 0, 0])
    for place, several in enumerate((asked, missed, wrong)):
        for pair in several:
            tallies[pair.stratum][place] += 1
            tallies["all"][place] += 1
    for stratum, (pairs_of_it, not_found, too_many) in tallies.items():
        yield f"{stratum:18} {pairs_of_it:4} pairs, {not_found} missed, {too_many} wrong"
