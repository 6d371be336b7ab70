"""The desk's first page, as somebody meets it."""

import re
from datetime import timedelta

from django.contrib.auth.models import Group, User
from django.utils import timezone

from articles import publishing
from articles.models import (
    Article,
    Cell,
    Edition,
    PreviewAnswer,
    SharedPreview,
    TranslationStanding,
    Translator,
)
from comments.models import Letter
from tests.admin.wishing import make_wish
from tests.factories import make_article, make_comment, number

HOME = "/admin/"


def home_of(client):
    response = client.get(HOME)
    assert response.status_code == 200, response.status_code
    return response.context["home"]


def blocks(client) -> dict:
    """What waits, by name, in the order of the page."""
    return {block.name: block for block in home_of(client).blocks}


def numbers(client) -> dict[str, int]:
    return {name: block.count for name, block in blocks(client).items()}


def item(client, block: str, place: int = 0):
    return blocks(client)[block].items[place]


def marks(thing) -> list[tuple[str, str]]:
    return [(mark.words, mark.tone) for mark in thing.marks]


def ways(thing) -> dict[str, str]:
    return {way.label: way.address for way in thing.ways}


def badges(client) -> dict[str, str]:
    """The numbers of the menu that are seen, by the last word of what counts them."""
    html = client.get(HOME).content.decode()
    found = re.findall(r'data-badge="[\w.]+\.(\w+)"( hidden)?>([^<]*)<', html)
    return {name: number for name, hidden, number in found if not hidden}


def make_member(group: str, name: str = "") -> User:
    user = User.objects.create_user(name or group.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    if group == "Translators":
        Translator.objects.create(account=user, languages=["en"])
    return user


def make_draft(*, by=None, state="draft", ago=None, languages=("is",), **article) -> Article:
    made = make_article(publish=False, languages=languages, **article)
    publishing.keep(made)
    Article.objects.filter(pk=made.pk).update(created_by=by)
    submitted = timezone.now() - (ago or timedelta(hours=1)) if state == "review" else None
    made.editions.update(state=state, submitted_at=submitted)
    return made


def make_stale(article=None, *, language="en", stale=1, translator=None, **counts) -> Article:
    """An article with a translation that is behind, as if its source had changed."""
    article = article or make_article(languages=("is", "en"))
    TranslationStanding.objects.update_or_create(
        article=article,
        language=language,
        defaults={"source_language": "is", "total": 20, "ok": 5, "stale": stale, **counts},
    )
    if translator:
        Edition.objects.filter(article=article, language=language).update(translator=translator)
    return article


def make_drafted(article=None, cells=1) -> Article:
    article = article or make_article(dimensions=3)
    chosen = Cell.objects.filter(dimension__article=article).order_by("pk")[:cells]
    Cell.objects.filter(pk__in=[cell.pk for cell in chosen]).update(drafted_is=True)
    return article


def make_letter(**fields) -> Letter:
    return Letter.objects.create(**{"kind": "confirm", "to": "a@example.is", "subject": "Efni", "tries": 1, **fields})


def make_answer(*, by=None, article=None, **fields) -> PreviewAnswer:
    article = article or make_draft()
    link = SharedPreview.objects.create(
        edition=article.editions.first(),
        by=by,
        digest=str(next(number)),
        expires_at=timezone.now() + timedelta(days=7),
    )
    return PreviewAnswer.objects.create(preview=link, **{"name": "Lesandi", "text": "Þetta er gott.", **fields})


def make_one_of_each(by=None) -> None:
    """Something in every block of whoever may everything."""
    make_draft(by=by)
    make_draft(state="review")
    make_stale(translator=by)
    make_drafted()
    make_comment(state="held")
    make_comment(state="live").reports.create(reason="rude", network="a")
    make_letter()
    make_wish()
    make_answer()
