"""Articles as the files that `import_articles` reads: one for each article and language."""

from collections.abc import Iterator

from articles import manuscript as values
from articles import rows
from articles.manuscript import Imprint, Manuscript
from articles.models import Article, Edition, translated
from articles.transfer import article_file


def files(article: Article) -> Iterator[tuple[str, str]]:
    """(file name, text) for each language that the article has an edition or a text in."""
    whole = rows.read(article)
    editions = {edition.language: edition for edition in article.editions.all()}
    for language in translated.languages():
        part = values.only(whole, language)
        if language in editions or _says_something(part):
            text = article_file.render(part, imprint(editions.get(language), language))
            yield f"{article.key}.{language}.md", text


def imprint(edition: Edition | None, language: str) -> Imprint:
    if edition is None:
        return Imprint(language)
    return Imprint(language, edition.slug, edition.state, edition.origin, edition.published_at, edition.expires_at)


def _says_something(part: Manuscript) -> bool:
    """Whether the article's own rows say something in this language: names of subjects and tags are not its own."""
    own = [part.title, part.lead, part.summary]
    own += [texts for side in part.sides for texts in (side.answer, side.description, side.example)]
    own += [row.sentence for row in part.similarities]
    own += [texts for row in part.dimensions for texts in (row.name, row.discussion)]
    own += [cell.text for row in part.dimensions for cell in row.cells]
    return any(own)
