"""Editions that can be found, and what finds them."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from articles import manuscript as values
from articles import publishing
from articles.models import Edition, SearchForm
from articles.search import index, results, spelling
from tests.factories import make_edition, make_manuscript


def make_found(
    *, language="is", title="", lead="Inngangur.", rows=(), answers=(), discussions=(), at=None, publish=True, **texts
) -> Edition:
    """An edition that is in the index. `rows`: the name and the cells of each row; `discussions`: name and text."""
    content = make_manuscript(languages=(language,), dimensions=0, lead={language: f"<p>{lead}</p>"}, **texts)
    sides = _sides(content.sides, answers, language)
    content = replace(
        content,
        title={language: title} if title else {},
        sides=sides,
        dimensions=(*_rows(rows, sides, language), *_discussions(discussions, language)),
    )
    edition = make_edition(language=language, content=content, publish=False)
    if publish:
        publishing.publish(edition, at=at, strict=False)  # answers would be found too
    index.index(edition.pk)
    return edition


def make_form(form, lemma, of_scope="0is") -> SearchForm:
    """A word form that is on the site."""
    key, stored = spelling.folded(form), spelling.spelling(form, lemma)
    return SearchForm.objects.create(scope=of_scope, folded=key, spelling=stored)


def forms_on_site(of_scope="0is") -> set[tuple[str, str]]:
    """Each form and its headword."""
    rows = SearchForm.objects.filter(scope=of_scope).values_list("folded", "spelling")
    return {spelling.spelled(*row) for row in rows}


def ids(text, language="is", **asked) -> list[int]:
    return [hit.edition.pk for hit in results.search(text, language, **asked).hits]


def marked(pieces) -> str:
    """The pieces as text, with what is marked in brackets."""
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


def in_days(days: int):
    return timezone.now() + timedelta(days=days)


def _sides(sides, answers, language):
    told = [*answers, *[""] * len(sides)]
    return tuple(
        replace(side, answer={language: answer} if answer else {}) for side, answer in zip(sides, told, strict=False)
    )


def _rows(rows, sides, language):
    return tuple(
        values.Dimension(
            f"rod-{place}",
            {language: name},
            cells=tuple(values.Cell(side.key, {language: text}) for side, text in zip(sides, cells, strict=False)),
        )
        for place, (name, *cells) in enumerate(rows, start=1)
    )


def _discussions(discussions, language):
    return tuple(
        values.Dimension(f"kafli-{place}", {language: name}, {language: f"<p>{text}</p>"})
        for place, (name, text) in enumerate(discussions, start=1)
    )
