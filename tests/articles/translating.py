"""The hands of those who translate, and of those who write meanwhile."""

from articles import publishing, rows, translating, units
from articles.models import Article


def save(article, language="en", **texts):
    """Save texts by path, as a translator does; colons of paths are written as two underscores."""
    entries = [translating.Entry(path.replace("__", ":"), text, done=True) for path, text in texts.items()]
    return translating.save(article, language, entries, "is")


def write(article, language, **changes):
    """Somebody changes texts on the article's page."""
    article = Article.objects.get(pk=article.pk)
    changes = {path.replace("__", ":"): text for path, text in changes.items()}
    rows.write(units.written(rows.read(article), language, changes), article)
    return publishing.keep(article)


def state(article, path, language="en"):
    sheet = translating.sheet(Article.objects.get(pk=article.pk), language, "is")
    return next(text.state for text in sheet.texts if text.path == path)


def origin(article, language="en"):
    return article.editions.get(language=language).origin
