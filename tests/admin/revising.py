"""Articles with a past, and the editor's hand on their history."""

from dataclasses import replace

from articles import publishing, rows
from articles.manuscript import Manuscript
from articles.models import Article, Revision
from tests.factories import make_article


def history_page(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/history/"


def save(article: Article, *, by=None, note="", substantive=True, **texts) -> Revision:
    """Save the article with other texts in place of what it says: save(article, lead="<p>Nýtt.</p>")."""
    before = now(article)
    said = {name: {**getattr(before, name), "is": text} for name, text in texts.items()}
    return put(article, replace(before, **said), by=by, note=note, substantive=substantive)


def put(article: Article, content: Manuscript, *, by=None, note="", substantive=True) -> Revision:
    """Save the article as this manuscript says."""
    rows.write(content, article)
    return publishing.keep(article, by=by, note=note, substantive=substantive)


def now(article: Article) -> Manuscript:
    """What the article says in the database, whatever the test has in memory."""
    return rows.read(Article.objects.get(pk=article.pk))


def make_saved_article(**manuscript) -> Article:
    """A published article with one revision: the working draft and what readers have are the same."""
    return make_article(**{"sides": ["Sala", "Þjónusta"], "dimensions": 3, **manuscript})


def restore(client, article: Article, revision: Revision, **data):
    """Press „Endurheimta“ on a page that was opened just now."""
    version = article.revisions.values_list("pk", flat=True).first()
    address = f"/admin/articles/article/{article.pk}/history/{revision.pk}/restore/"
    return client.post(address, {"version": version, **data})
