"""Things to test with. Everything is optional and named: a test says what it depends on and nothing else."""

from itertools import count

from django.utils import timezone

from articles import manuscript as values
from articles import publishing, rows
from articles.language import words
from articles.manuscript import Manuscript
from articles.models import Article, Author, Edition, Page, Subject, Tag
from comments.models import Comment

number = count(1)


def make_manuscript(
    *, key=None, sides=2, dimensions=1, similarities=0, sources=0, languages=("is",), tags=(), author=None, **texts
) -> Manuscript:
    key = key or f"grein-{next(number)}"
    names = sides if isinstance(sides, (list, tuple)) else [f"{key} hlið {place}" for place in range(1, sides + 1)]
    rows_of_sides = tuple(_side(name, languages) for name in names)
    return Manuscript(
        key=key,
        **{"lead": _texts("<p>Inngangur um {}.</p>", key, languages), **texts},
        author=author,
        tags=tuple(values.Tag(tag, _texts("{}", tag.capitalize(), languages)) for tag in sorted(tags)),
        sides=rows_of_sides,
        similarities=tuple(
            values.Similarity(f"eins-{place}", _texts("Þetta eiga bæði sameiginlegt, {}.", place, languages))
            for place in range(1, similarities + 1)
        ),
        dimensions=tuple(_dimension(place, rows_of_sides, languages) for place in range(1, dimensions + 1)),
        sources=tuple(
            values.Source(f"heimild-{place}", f"Heimild {place}", f"https://example.org/{place}")
            for place in range(1, sources + 1)
        ),
    )


def make_article(
    *, comments=0, publish=True, at=None, languages=("is",), slug=None, content=None, **manuscript
) -> Article:
    """An article with an edition in each of the languages; `publish=False` leaves them drafts."""
    content = content or make_manuscript(languages=languages, **manuscript)
    article = rows.write(content).article
    for language in languages:
        edition = Edition(article=article, language=language, slug=slug or article.key)
        edition.save()
        if publish:
            publishing.publish(edition, at=at)
    for _place in range(comments):
        make_comment(article=article)
    return article


def make_edition(*, language="is", **article) -> Edition:
    return make_article(languages=(language,), **article).editions.get(language=language)


def make_comment(
    *, article=None, edition=None, parent=None, name="Lesandi", text="Gott að vita.", **fields
) -> Comment:
    article = article or (edition.article if edition else make_article())
    fields = {"language": "is", "state": Comment.State.LIVE, "created_at": timezone.now(), **fields}
    return Comment.objects.create(article=article, parent=parent, name=name, text=text, **fields)


def make_subject(*, name="Sala", **fields) -> Subject:
    return _named(Subject, name, fields)


def make_tag(*, name="Viðskipti", **fields) -> Tag:
    return _named(Tag, name, fields)


def make_author(*, name="Ritstjórn", **fields) -> Author:
    return _named(Author, name, fields)


def make_page(*, name="Um vefinn", body="<p>Texti.</p>", **fields) -> Page:
    return _named(Page, name, {"body_is": body, **fields})


def _named(model, name, fields):
    row = model(**{"name_is": name, **fields})
    row.save()
    return row


def _side(name, languages) -> values.Side:
    subject = values.Subject(words.key_for(name), _texts("{}", name, languages))
    return values.Side(subject.key, subject, answer=_texts("{} er eitt af þessu.", name, languages))


def _dimension(place, sides, languages) -> values.Dimension:
    cells = tuple(values.Cell(side.key, _texts("Reitur {}", f"{place} {side.key}", languages), ()) for side in sides)
    return values.Dimension(
        f"atridi-{place}",
        _texts("Atriði {}", place, languages),
        _texts("<p>Umfjöllun um atriði {}.</p>", place, languages),
        cells=cells,
    )


def _texts(template, value, languages) -> values.Texts:
    return {language: template.format(value) for language in languages}
