"""The translator's hands: opens the page of a translation and sends what a browser would send."""

from django.contrib.auth.models import Group, User

from articles import publishing, rows, units
from articles.models import Article, Translator
from tests.admin.desk import Fields

QUEUE = "/admin/articles/article/translations/"


def page_of(article, language="en") -> str:
    return f"/admin/articles/article/{article.pk}/translate/{language}/"


def opened(client, article, language="en") -> dict:
    response = client.get(page_of(article, language))
    assert response.status_code == 200, response.status_code
    return Fields(response.content.decode()).values


def send(client, article, do="save", fields=None, language="en", **typed):
    """Press a button of the page with these texts typed, by path; colons are written as two underscores."""
    values = fields or opened(client, article, language)
    changes = {f"t:{path.replace('__', ':')}": text for path, text in typed.items()}
    return client.post(page_of(article, language), {**values, **changes, "do": do})


def texts(article, language="en") -> dict:
    return units.in_language(rows.read(Article.objects.get(pk=article.pk)), language)


def write(article, language, **changes):
    """Somebody changes texts elsewhere."""
    article = Article.objects.get(pk=article.pk)
    changes = {path.replace("__", ":"): text for path, text in changes.items()}
    rows.write(units.written(rows.read(article), language, changes), article)
    publishing.keep(article)


def make_translator(*languages, name="nemandi"):
    person = User.objects.create_user(name, is_staff=True)
    person.groups.add(Group.objects.get(name="Translators"))
    Translator.objects.create(account=person, languages=list(languages))
    return person


def line(response, path):
    """One text as the page that came back shows it."""
    return response.context["page"].lines[path]
