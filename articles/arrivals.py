"""Manuscripts from elsewhere, which know nothing of what is here: what they mean by a name, and what is free."""

from collections.abc import Mapping
from dataclasses import replace

from articles import manuscript as values
from articles import reading, rows
from articles.language import words
from articles.manuscript import Manuscript
from articles.models import Article, Subject, Tag, translated


def recognised(manuscript: Manuscript, language: str) -> Manuscript:
    """The manuscript with the keys of subjects and tags that are here already under the same name.

    A key that something of another name has here is exchanged for a free one.
    """
    keys = _keys(Subject, {side.subject.key: side.subject.name for side in manuscript.sides}, language)
    tags = _keys(Tag, {tag.key: tag.name for tag in manuscript.tags}, language)
    return replace(
        manuscript,
        key="-".join(keys.values()) if list(keys) != list(keys.values()) else manuscript.key,
        tags=tuple(sorted((replace(tag, key=tags[tag.key]) for tag in manuscript.tags), key=lambda tag: tag.key)),
        sides=tuple(
            replace(side, key=keys[side.key], subject=replace(side.subject, key=keys[side.key]))
            for side in manuscript.sides
        ),
        dimensions=tuple(
            replace(row, cells=tuple(replace(cell, side=keys[cell.side]) for cell in row.cells))
            for row in manuscript.dimensions
        ),
    )


def comparing_the_same(manuscript: Manuscript) -> list[Article]:
    """The articles that compare exactly these subjects, the oldest first."""
    keys = {side.subject.key for side in manuscript.sides}
    candidates = (
        Article.objects.filter(sides__subject__key=min(keys)).order_by("pk").prefetch_related("sides__subject")
    )
    return [article for article in candidates if {side.subject.key for side in article.sides.all()} == keys]


def says_the_same(article: Article, manuscript: Manuscript, language: str) -> bool:
    """Whether the article's texts of that language are those of the manuscript."""
    return _texts(values.only(rows.read(article), language)) == _texts(values.only(manuscript, language))


def title_of(manuscript: Manuscript, language: str) -> str:
    """The title that its page has, from the subjects' forms where it has none of its own."""
    return reading.read(manuscript, language).title


def free_key(wanted: str) -> str:
    """`wanted`, or with -2, -3, … the next that no article has."""
    taken = set(Article.objects.filter(key__startswith=wanted).values_list("key", flat=True))
    key, number = wanted, 1
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key


def _keys(model, names: Mapping[str, values.Texts], language: str) -> dict[str, str]:
    """Key in the manuscript → key here."""
    found: dict[str, str] = {}
    for key, name in names.items():
        known = _known(model, key, name[language], language)
        taken = {*found.values(), *model.objects.values_list("key", flat=True)}
        found[key] = known if known and known not in found.values() else words.key_for(key, taken)
    return found


def _known(model, key: str, name: str, language: str) -> str:
    """The key of what is called so in that language, "" where nothing is."""
    slug = words.slugify(name)
    same_key = model.objects.filter(key=key).first()
    if same_key and words.slugify(translated.text(same_key, "name", language)) == slug:
        return key
    same_name = model.objects.at(language, slug).first()
    return same_name.key if same_name else ""


def _texts(manuscript: Manuscript):
    return (
        manuscript.lead,
        manuscript.summary,
        [row.sentence for row in manuscript.similarities],
        [(row.name, row.discussion) for row in manuscript.dimensions],
        [(side.description, side.example) for side in manuscript.sides],
    )
