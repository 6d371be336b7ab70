"""What the tests of shared working drafts do and ask."""

from django.contrib.auth.models import Group, User

from articles import publishing, shared_previews
from articles.models import Article, SharedPreview


def make_person(group, name="hofundur"):
    person = User.objects.create_user(name, is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    return person


def write(article, lead):
    article = Article.objects.get(pk=article.pk)
    article.lead_is = lead
    article.save()
    publishing.keep(article)


def mark_of(edition):
    return shared_previews.mark(publishing.rows.read(edition.article), edition.language)


def end_of(preview):
    return shared_previews.end_of(SharedPreview.objects.get(pk=preview.pk))
