"""The editor's hands at the list of what readers ask for."""

from articles.models import Article
from comments import wishes
from comments.models import Wish

WISHES = "/admin/comments/wish/"
State = Wish.State
MAY_DRAFT = ("view_wish", "change_wish", "add_article", "change_article", "view_article", "add_subject")


def make_wish(*, first="Rafbíll", second="Bensínbíll", language="is", count=1, **fields) -> Wish:
    key = wishes.pair_key(first, second, language)
    return Wish.objects.create(language=language, first=first, second=second, key=key, count=count, **fields)


def press(client, wish, verb, **data):
    return client.post(f"{WISHES}{wish.pk}/{verb}/", data)


def listed(client, **params) -> list[str]:
    return [wish.first for wish in client.get(WISHES, params).context["page"]]


def state(wish) -> str:
    return Wish.objects.get(pk=wish.pk).state


def drafted(wish) -> Article:
    return Wish.objects.get(pk=wish.pk).article
