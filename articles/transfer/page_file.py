"""Files of plain pages (about, privacy, contact): front matter and Markdown, one for each page and language."""

from articles import prose
from articles.language import words
from articles.manuscript import FORMAT, Page
from articles.transfer.article_file.errors import ArticleFileError
from articles.transfer.article_file.fields import load
from articles.transfer.article_file.source import decoded, lines_of

KEYS = ("format", "page", "language", "slug", "title")


def read(data: bytes, name: str = "") -> Page:
    """The page in the bytes of a file. Raises ArticleFileError, which says `name` and the line."""
    with ArticleFileError.naming(name):
        return parse(decoded(data))


def parse(text: str) -> Page:
    """The page in the text of a file, with that language's texts alone. Raises ArticleFileError, with the line."""
    front, body = lines_of(text)
    matter = load(front).mapping(KEYS)
    if matter.required("format") != str(FORMAT):
        raise ArticleFileError(f"Only format {FORMAT} can be read.", matter.line_of("format"))
    language, title = matter.required("language"), matter.required("title")
    return Page(
        key=matter.key("page"),
        name={language: title},
        slug={language: matter.text("slug") or words.slugify(title)},
        body={language: prose.from_markdown("\n".join(line.text for line in body))},
    )
