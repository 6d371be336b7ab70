"""Two people with the same article open, each with a browser of their own."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.test import Client

from articles import rows
from articles.manuscript import Manuscript
from articles.models import Article
from tests.admin.desk import Fields, change_page, filled


@dataclass
class Editor:
    """Somebody with the article's page open: what stands in the form, and what is typed into it."""

    article: Article
    client: Client
    fields: Fields

    def save(self, changes: dict | None = None, rows_: dict | None = None):
        return self.client.post(change_page(self.article), self.form(changes, rows_))

    def form(self, changes: dict | None = None, rows_: dict | None = None) -> dict:
        return {**filled(self.fields, {}, rows_), **(changes or {}), "_continue": "1"}

    def answer(self, response, changes: dict | None = None, verb: str = "_decided"):
        """Fill in the page of the conflict and press one of its buttons."""
        assert response.status_code == 409, response.status_code
        sent = Fields(response.content.decode()).values
        return self.client.post(change_page(self.article), {**sent, verb: "1", **(changes or {})})


def open_for(article: Article, name: str) -> Editor:
    user = User.objects.filter(username=name).first() or User.objects.create_superuser(name)
    client = Client()
    client.force_login(user)
    response = client.get(change_page(article))
    assert response.status_code == 200, response.status_code
    return Editor(article, client, Fields(response.content.decode()))


def content(article: Article) -> Manuscript:
    return rows.read(Article.objects.get(pk=article.pk))
