"""Article files: one readable Markdown file an article and language, read into a manuscript, printed from one. Pure.

A file is YAML front matter (what the article is, author, tags, subjects and sources, and the edition's imprint) and a
body: the lead, then the sections Sides, Similarities, Differences, Table and Summary in that order, with headings in
the file's language. Rows carry their key (`### Tilgangur {#tilgangur}`), longer texts are the Markdown of
`articles.prose`, and in one-line texts a backslash before a punctuation mark is dropped, as in Markdown.
"""

from dataclasses import dataclass

from articles.manuscript import Imprint, Manuscript

from . import body, front_matter, writing
from .errors import ArticleFileError
from .source import MAX_SIZE, decoded, lines_of

__all__ = ["MAX_SIZE", "ArticleFile", "ArticleFileError", "parse", "read", "render"]


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """What one file says: the manuscript with the texts of the file's language alone, and the edition's imprint."""

    manuscript: Manuscript
    imprint: Imprint


def read(data: bytes, name: str = "") -> ArticleFile:
    """The article in the bytes of a file. Raises ArticleFileError, which says `name` and the line."""
    with ArticleFileError.naming(name):
        return _parsed(decoded(data))


def parse(text: str, name: str = "") -> ArticleFile:
    """The article in the text of a file. Raises ArticleFileError, which says `name` and the line."""
    with ArticleFileError.naming(name):
        return _parsed(text)


def render(manuscript: Manuscript, imprint: Imprint) -> str:
    """The file of one language: `parse(render(m, i))` is `(only(m, language), i)` again."""
    return writing.render(manuscript, imprint)


def _parsed(text: str) -> ArticleFile:
    front, rest = lines_of(text)
    matter = front_matter.read(front)
    return ArticleFile(body.read(rest, matter), matter.imprint)
