"""Every address of the desk, with something at the end of it to ask for."""

import re
from datetime import timedelta

from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import get_resolver
from django.utils import timezone

from articles import publishing, roles
from articles.models import Article, Picture, SharedPreview, Translator
from comments import roles as comment_roles
from comments.models import Address, Discussion, Letter, Rules, Wish
from tests.factories import make_article, make_author, make_comment, make_page, make_subject, make_tag

ROLES = {
    "W": roles.WRITERS,
    "E": roles.EDITORS,
    "T": roles.TRANSLATORS,
    "M": comment_roles.MODERATORS,
    "O": None,  # the owner, who may everything
}
PARAMETER = re.compile(r"\(\?P<(\w+)>[^)]*\)|<(?:\w+:)?(\w+)>")


def make_person(letter: str) -> User:
    name = ROLES[letter]
    user = User.objects.create_user(f"{name or 'Owner'}", is_staff=True, is_superuser=name is None)
    if name:
        user.groups.add(Group.objects.get(name=name))
    if name == roles.TRANSLATORS:
        Translator.objects.create(account=user, languages=["en"])
    return user


def patterns() -> list[str]:
    """Each address under /admin/ as it is written, from the site's own: "articles/tag/<path:object_id>/change/"."""
    found = _written(get_resolver().url_patterns)
    return [address.removeprefix("admin/") for address in dict.fromkeys(found) if address.startswith("admin/")]


def _written(urls, before="") -> list[str]:
    found = []
    for url in urls:
        address = before + str(url.pattern)
        found += _written(url.url_patterns, address) if hasattr(url, "url_patterns") else [address]
    return found


def make_things(writer=None) -> dict[str, object]:
    """A thing for each model of the desk. The article is a draft, in two languages, that the writer began."""
    article = make_article(languages=("is", "en"), publish=False)
    Article.objects.filter(pk=article.pk).update(created_by=writer)
    comment, another = make_comment(article=article, state="held"), User.objects.create_user("annar")
    return {
        "articles/article": article,
        "articles/author": make_author(),
        "articles/tag": make_tag(name="Lög"),
        "articles/page": make_page(),
        "articles/subject": make_subject(name="Veður"),
        "articles/picture": Picture.objects.create(digest="0" * 64, file="0.png", width=1, height=1),
        "revision": publishing.keep(article),
        "preview": make_link(article, writer),
        "comments/wish": Wish.objects.create(language="is", first="Sala", second="Leiga", key="leiga sala"),
        "articles/translator": Translator.objects.create(account=another, languages=["en"]),
        "comments/comment": comment,
        "decision": comment.remove(),
        "comments/address": Address.objects.create(email="lesandi@example.is"),
        "comments/letter": Letter.objects.create(kind=Letter.Kind.CONFIRM, to="a@example.is", subject="B", text="T."),
        "comments/rules": Rules.current(),
        "comments/discussion": Discussion.objects.create(article=article),
        "auth/user": another,
        "auth/group": Group.objects.first(),
    }


def make_link(article, by) -> SharedPreview:
    """A link to the English draft, which a writer and a translator of English may both share."""
    english, later = article.editions.get(language="en"), timezone.now() + timedelta(days=1)
    return SharedPreview.objects.create(edition=english, digest="0" * 64, by=by, expires_at=later)


def address_of(pattern: str, things: dict, **values) -> str:
    """The pattern with the thing's number, or with these values, in its places."""
    thing = things.get("/".join(pattern.split("/")[:2]))
    known = {
        "object_id": getattr(thing, "pk", 0),
        "pk": getattr(thing, "pk", 0),
        "id": getattr(thing, "pk", 0),
        "article": things["articles/article"].pk,
        **{name: things[name].pk for name in ("decision", "revision", "preview")},
        "purpose": "invite",
        "token": "enginn",
        "content_type_id": ContentType.objects.get_for_model(Article).pk,
        "app_label": "articles",
        "language": "is",
        "mode": "open",
        "kind": "po",
        "url": "ekkert/",
        **values,
    }
    if pattern.startswith("r/"):
        known["object_id"] = things["articles/article"].pk
    address = PARAMETER.sub(lambda found: str(known[found[1] or found[2]]), pattern)
    return "/admin/" + address.strip("^$")


def lets_in(client, method: str, address: str) -> bool:
    """Whether the person gets further than the door. What the request did is undone.

    Django answers with the desk's first page where it shows somebody nothing of a thing, and a method that a route
    does not have does nothing.
    """
    with transaction.atomic():
        response = getattr(client, method)(address)
        transaction.set_rollback(True)
    turned_away = response.status_code == 302 and ("/login/" in response.url or response.url == "/admin/")
    return not turned_away and response.status_code not in (401, 403, 404, 405, 410)
